import type { Locale } from '#libs/kernel';
import { Database } from '#libs/platform';
import { registryRoom } from '#libs/registry';
import { certificationRoom } from '#libs/certification';
import { testHouse, type TestHouse } from '../../../test/database.js';
import { listedPiece, registeredArtisan } from '../catalog.world.js';
import { catalogRoom } from '../index.js';
import type { Sort } from './filter.js';
import { FindService, type FindQuery } from './find.service.js';

let t: TestHouse;
let db: Database;
let find: FindService;
const ids: Record<string, string> = {};

beforeAll(async () => {
  t = await testHouse([registryRoom, certificationRoom, catalogRoom]);
  db = t.db;
  find = t.get(FindService);
  const artisanId = await registeredArtisan(db);
  const at = (n: number): Date => new Date(Date.UTC(2026, 10, n));
  ids['rug'] = await listedPiece(db, { artisanId, title: { en: 'Beni Ourain rug', fr: 'Tapis Beni Ourain' }, priceMinor: 900_000, listedAt: at(1), certificateUntil: '2027-01-01' });
  ids['kilim'] = await listedPiece(db, { artisanId, title: { ar: 'حنبل أمازيغي' }, priceMinor: 200_000, listedAt: at(2), regionCode: 'MA-05', materials: [{ code: 'wool', percent: 70 }, { code: 'cotton', percent: 30 }] });
  ids['bowl'] = await listedPiece(db, { artisanId, title: { fr: 'Bol de Safi émaillé' }, branch: 'pottery', regionCode: 'MA-07', priceMinor: 20_000, listedAt: at(3), units: 12, materials: [{ code: 'clay', percent: 100 }] });
  ids['lapsed'] = await listedPiece(db, { artisanId, title: { en: 'Tagine dish' }, branch: 'pottery', regionCode: 'MA-07', priceMinor: 20_000, listedAt: at(3), certificateUntil: '2026-11-23', materials: [{ code: 'clay', percent: 100 }] });
  const hidden = await listedPiece(db, { artisanId, title: { en: 'Hidden rug' } });
  await db.read(`update catalog.product set state = 'withdrawn' where id = $1`, [hidden]);
});
afterAll(() => t.close());

const found = async (query: Partial<FindQuery>, locale: Locale = 'en'): Promise<string[]> => {
  const page = await find.page({ first: 24, ...query }, locale);
  expect(await find.total(page.filter)).toBe(page.nodes.length);
  return page.nodes.map((node) => Object.keys(ids).find((name) => ids[name] === node.id) ?? node.id);
};

describe('finding pieces', () => {
  it.each<[string, string[]]>([
    ['rug', ['rug']],
    ['RUGS', ['rug']],
    ['tapis', ['rug']],
    ['tappis', ['rug']],
    ['emaille', ['bowl']],
    ['bol safi', ['bowl']],
    ['حنبل', ['kilim']],
    ['الحنبل', ['kilim']],
    ['حنبال', ['kilim']],
    ['أَمَازِيغِي', ['kilim']],
    ['nothing of the kind', []],
    ['  %_\\\'"():*&|! ', ['lapsed', 'bowl', 'kilim', 'rug']],
    ['\0\u202E', ['lapsed', 'bowl', 'kilim', 'rug']],
  ])('%j finds %j', async (query, names) => expect((await found({ query })).sort()).toEqual([...names].sort()));

  it.each<[Partial<FindQuery>, string[]]>([
    [{ branch: ['pottery'] }, ['bowl', 'lapsed']],
    [{ branch: ['pottery', 'carpets'], region: ['MA-03'] }, ['rug']],
    [{ material: ['cotton'] }, ['kilim']],
    [{ priceMin: 100_000, priceMax: 300_000 }, ['kilim']],
    [{ certified: true }, ['rug']],
    [{ certified: false }, ['bowl', 'kilim', 'lapsed']],
    [{ branch: [`'; drop table catalog.product; --`] }, []],
    [{ query: 'tapis', certified: true, branch: ['carpets'], region: ['MA-03'], material: ['wool'], priceMin: 1 }, ['rug']],
  ])('%j leaves %j', async (query, names) => expect((await found(query)).sort()).toEqual(names));

  it('shows titles in the language asked, or says which stands in', async () => {
    const titles = async (locale: Locale): Promise<string[]> => (await find.page({ first: 24, branch: ['carpets'] }, locale)).nodes.map((node) => `${node.titleLocale} ${node.title} · ${node.regionName} · ${node.makerName}`);
    expect(await titles('fr')).toEqual(['ar حنبل أمازيغي · Béni Mellal-Khénifra · Fatima Amrani', 'fr Tapis Beni Ourain · Fès-Meknès · Fatima Amrani']);
    expect(await titles('ar')).toEqual(['ar حنبل أمازيغي · بني ملال-خنيفرة · فاطمة العمراني', 'fr Tapis Beni Ourain · فاس-مكناس · فاطمة العمراني']);
  });

  it('shows no badge after the last day of a certificate, whatever jobs have run', async () => {
    const { nodes } = await find.page({ first: 24, query: 'tagine' }, 'en');
    expect(nodes).toMatchObject([{ certified: false }]);
  });
});

describe('pages', () => {
  it.each<Sort>(['NEWEST', 'PRICE_UP', 'PRICE_DOWN'])('by %s meet without a gap or a double, ties included', async (sort) => {
    const whole = (await find.page({ first: 24, sort }, 'en')).nodes.map((node) => node.id);
    const walked: string[] = [];
    for (let after: string | null = null; ; ) {
      const page = await find.page({ first: 1, sort, after }, 'en');
      walked.push(...page.nodes.map((node) => node.id));
      if (!page.hasNextPage) break;
      after = page.endCursor;
    }
    expect(walked).toEqual(whole);
    expect(whole).toHaveLength(4);
  });

  it.each<Sort>(['NEWEST', 'PRICE_UP', 'PRICE_DOWN'])('of a word by %s hold what the whole list holds, be it on every piece or on two among thousands', async (sort) => {
    await db.read(
      `insert into catalog.product (id, artisan_id, exporter_kind, exporter_id, exporter_name, maker_name, region_code, state, slug, title_en, branch, materials, material_codes, hs_code, price_minor, goods_minor,
         net_weight_grams, gross_weight_grams, length_mm, width_mm, height_mm, search, listed_at, created_at, updated_at)
       select gen_random_uuid(), artisan_id, exporter_kind, exporter_id, exporter_name, maker_name, 'MA-12', 'listed', 'many-' || n || $1, 'Stool ' || n, 'wood', materials, material_codes, hs_code, 1000, 500000 + n % 97,
         9, 9, 9, 9, 9, array_to_tsvector(array['stool'] || case when n in (5, 2900) then array['marquetry'] else '{}' end), listed_at + n * interval '1 second', created_at, updated_at
       from catalog.product, generate_series(1, 3000) n where catalog.product.id = $2`,
      [sort, ids['rug']],
    );
    await db.read(`insert into catalog.search_word values ('stool'), ('marquetry') on conflict do nothing`);
    const walk = async (query: Partial<FindQuery>): Promise<string[]> => {
      const walked: string[] = [];
      for (let after: string | null = null; ; ) {
        const page = await find.page({ first: 100, sort, after, region: ['MA-12'], ...query }, 'en');
        walked.push(...page.nodes.map((node) => node.id));
        if (!page.hasNextPage) return walked;
        after = page.endCursor;
      }
    };
    const whole = await walk({});
    expect(whole).toHaveLength(3000);
    expect(await walk({ query: 'stools' })).toEqual(whole);
    const rare = await db.read<{ id: string }>(`select id from catalog.product where search @@ 'marquetry'`);
    expect(await walk({ query: 'marquetry' })).toEqual(whole.filter((id) => rare.some((row) => row.id === id)));
    await db.read(`delete from catalog.product where region_code = 'MA-12'`);
  });

  it('refuse a mark of another order, a broken one, and more than a hundred', async () => {
    const { endCursor } = await find.page({ first: 1, sort: 'NEWEST' }, 'en');
    await expect(find.page({ first: 1, sort: 'PRICE_UP', after: endCursor }, 'en')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    for (const after of ['', 'x', Buffer.from('["NEWEST","x","y"]').toString('base64url'), Buffer.from('["PRICE_UP",1e400,"y"]').toString('base64url')]) {
      await expect(find.page({ first: 1, after }, 'en')).rejects.toMatchObject({ code: 'CURSOR_INVALID' });
    }
    await expect(find.page({ first: 101 }, 'en')).rejects.toMatchObject({ field: 'first' });
    await expect(find.page({ first: 24, branch: Array.from({ length: 61 }, String) }, 'en')).rejects.toMatchObject({ field: 'branch' });
  });
});

describe('facets', () => {
  const facets = async (query: Partial<FindQuery>, locale: Locale = 'en'): Promise<Record<string, Record<string, number>>> => {
    const { filter } = await find.page({ first: 1, ...query }, locale);
    return Object.fromEntries((await find.facets(filter, locale)).map((facet) => [facet.name, Object.fromEntries(facet.values.map((value) => [value.value, value.count]))]));
  };

  it('count what each choice would leave', async () => {
    expect(await facets({})).toEqual({
      branch: { carpets: 2, pottery: 2 },
      region: { 'MA-03': 1, 'MA-05': 1, 'MA-07': 2 },
      material: { wool: 2, clay: 2, cotton: 1 },
      price: { '0-49999': 2, '100000-249999': 1, '500000-999999': 1 },
      certified: { false: 3, true: 1 },
    });
  });

  it('count past their own choice and within all others', async () => {
    expect(await facets({ branch: ['pottery'], certified: false })).toEqual({
      branch: { carpets: 1, pottery: 2 },
      region: { 'MA-07': 2 },
      material: { clay: 2 },
      price: { '0-49999': 2 },
      certified: { false: 2 },
    });
    expect((await facets({ query: 'tapis', region: ['MA-07'] }))['region']).toEqual({ 'MA-03': 1 });
  });

  it.each<[Locale, string[]]>([
    ['en', ['Carpets and rugs', 'Fez-Meknes', 'Wool', 'MAD 1,000–2,500', 'Certified']],
    ['fr', ['Tapis', 'Fès-Meknès', 'Laine', '1 000–2 500 MAD', 'Certifiée']],
    ['ar', ['الزرابي', 'فاس-مكناس', 'صوف', 'معتمدة']],
  ])('speak the reader’s language: %s', async (locale, words) => {
    const { filter } = await find.page({ first: 1 }, locale);
    const labels = (await find.facets(filter, locale)).flatMap((facet) => facet.values.map((value) => value.label.replace(/\s/g, ' ')));
    expect(labels).toEqual(expect.arrayContaining(words));
  });
});
