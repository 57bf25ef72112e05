import pg from 'pg';

const QUERY = `query Listing($first: Int!, $after: String, $branch: [String!], $region: [String!], $material: [String!], $certified: Boolean, $sort: ProductSort, $locale: String) {
  products(first: $first, after: $after, branch: $branch, region: $region, material: $material, certified: $certified, sort: $sort, locale: $locale) {
    nodes {
      id slug title titleLocale makerName branch branchName regionCode regionName price { amountMinor currency }
      certified unique available leadTimeDays photographId photographColour
    }
    endCursor
    hasNextPage
  }
}`;

/** What the bare server is asked: which statement of its own, and the parameters. */
export interface BareRequest {
  readonly first: number;
  readonly sort: 'NEWEST' | 'PRICE_UP';
  readonly branch: string | null;
  readonly after: readonly [key: string | number, id: string] | null;
  readonly locale: 'en' | 'fr' | 'ar';
}

/** A hundred different pages, as buyers walk: by date and by price, whole and by branch, first pages and deep ones, three languages. */
export async function requests(databaseUrl: string): Promise<{ graphql: string[]; bare: string[] }> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const places = (await client.query<{ listed: string; id: string; goods: string }>(`select to_char(listed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as listed, id, goods_minor as goods from catalog.product order by slug limit 100`)).rows;
  const branches = (await client.query<{ code: string }>(`select distinct branch as code from catalog.product order by 1`)).rows.map((row) => row.code);
  await client.end();
  const bare = places.map((place, i): BareRequest => {
    const sort = i % 2 === 0 ? 'NEWEST' : 'PRICE_UP';
    const key = sort === 'NEWEST' ? place.listed : Number(place.goods);
    return { first: 24, sort, branch: i % 3 === 0 ? branches[i % branches.length]! : null, after: i % 4 === 0 ? null : [key, place.id], locale: (['en', 'fr', 'ar'] as const)[i % 3]! };
  });
  const graphql = bare.map(({ first, sort, branch, after, locale }) =>
    JSON.stringify({
      query: QUERY, operationName: 'Listing',
      variables: { first, sort, locale, branch: branch === null ? null : [branch], after: after === null ? null : Buffer.from(JSON.stringify([sort, ...after])).toString('base64url'), region: null, material: null, certified: null },
    }),
  );
  return { graphql, bare: bare.map((request) => JSON.stringify(request)) };
}
