import type { Database } from '#libs/platform';
import { BANDS, conditions, type Filter } from './filter.js';
import { beginnings } from './search-words.js';

export interface FacetCount {
  readonly name: 'branch' | 'region' | 'material' | 'price' | 'certified';
  readonly value: string;
  readonly count: number;
}

type Part = 'branch' | 'region' | 'material' | 'price' | 'certified';

/**
 * How many pieces each further choice would leave. A facet counts past its own choice ("also from Safi"), so each row is
 * tagged with the choices it meets, and the tags decide where it counts. One scan of the facet index.
 */
export async function countFacets(db: Database, filter: Filter, day: string): Promise<FacetCount[]> {
  const { sql, params } = conditions(filter, day, beginnings(filter.words), 2);
  const meets = (part: Part): string => (sql[part] === null ? 'true' : `coalesce(${sql[part]}, false)`);
  const but = (own: Part): string => (['branch', 'region', 'material', 'price', 'certified'] as const).filter((part) => part !== own && sql[part] !== null).map((part) => `m_${part}`).join(' and ') || 'true';
  const text = `with tagged as materialized (
      select p.branch, p.region_code as region, p.material_codes as materials, width_bucket(p.goods_minor, array[${BANDS.slice(1).join(', ')}]::bigint[]) as price,
        coalesce(p.certificate_until >= $1::date, false) as certified,
        ${(['branch', 'region', 'material', 'price', 'certified'] as const).map((part) => `${meets(part)} as m_${part}`).join(', ')}
      from catalog.product p where p.state = 'listed' and ${sql.words ?? 'true'} and ${sql.maker ?? 'true'})
    select 'branch' as name, branch as value, count(*)::int as count from tagged where ${but('branch')} group by 2
    union all select 'region', region, count(*)::int from tagged where ${but('region')} group by 2
    union all select 'material', material, count(*)::int from tagged, unnest(materials) as material where ${but('material')} group by 2
    union all select 'price', price::text, count(*)::int from tagged where ${but('price')} group by 2
    union all select 'certified', certified::text, count(*)::int from tagged where ${but('certified')} group by 2`;
  return db.read<FacetCount>(text, [day, ...params]);
}

export async function countAll(db: Database, filter: Filter, day: string): Promise<number> {
  const { sql, params } = conditions(filter, day, beginnings(filter.words), 1);
  const parts = Object.values(sql).filter((part) => part !== null);
  const [row] = await db.read<{ total: number }>(`select count(*)::int as total from catalog.product p where ${["p.state = 'listed'", ...parts].join(' and ')}`, params);
  return row!.total;
}
