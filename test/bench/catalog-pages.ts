import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import type { Actor } from '#libs/kernel';
import { encodeCursor, type Database } from '#libs/platform';
import { seedPieces } from './catalog.seed.js';
import { pageCost, type PageCase } from './page-cost.js';
import { artisanOf, beyond, deepCursor, fillHouse, officer, pageQuery } from './register.seed.js';

/** A maker's own pieces, for her and for her agent, and what buyers see of her, at a piece for every line of the register. She has some thousands of them. */
const FACTS = 'id state slug suspendedFor title { en fr ar } priceMinor stock held missing certificateNumber photographs { id ready }';
const ASKED = { after: 'String', state: 'ProductState', query: 'String', sort: 'MyProductSort' };
const MINE = pageQuery('myProducts', ASKED, FACTS);
const OF = pageQuery('piecesOf', { ...ASKED, artisanId: 'ID!' }, FACTS);
const WHOLE = 'story { en fr ar } branch techniques materials { code name percent originCountry } operations hsCode netWeightGrams grossWeightGrams lengthMm widthMm heightMm unique leadTimeDays sold certifiedStock';
const CARD = 'id slug title titleLocale makerName branchName regionName price { amountMinor currency } certified unique available leadTimeDays photographId photographColour';
const SHOP = pageQuery('products', { after: 'String', maker: 'ID', sort: 'ProductSort', certified: 'Boolean' }, CARD);
const WHOLE_PAGE = `query($id: ID!) { products(first: 24, maker: $id) { nodes { ${CARD} } endCursor hasNextPage total } maker(id: $id) { id nameLatin nameArabic category branch regionCode } makerStory(artisanId: $id) { text locale } }`;
const PAGE = `query($slug: String!) { product(slug: $slug) { id slug title story makerName exporterName branchName regionName techniques materials { name percent originCountry } hsCode hsDescription price { amountMinor currency }
  priceShares { maker { amountMinor currency } cluster { amountMinor currency } centre { amountMinor currency } platform { amountMinor currency } } netWeightGrams grossWeightGrams lengthMm widthMm heightMm certified certificateNumber available photographs { id width height colour ready } } }`;

const PHOTOGRAPHS = `(select json_agg(json_build_object('id', f.id, 'width', f.width, 'height', f.height, 'colour', f.colour, 'ready', f.state = 'ready') order by f.id <> p.cover_photograph_id, f.position, f.id) from catalog.photograph f where f.product_id = p.id) photographs`;
const UNITS = `(select json_build_object('free', count(*) filter (where u.state = 'free'), 'held', count(*) filter (where u.state = 'held'), 'sold', count(*) filter (where u.state = 'sold')) from catalog.unit u where u.product_id = p.id) units`;
/** Where the lines stand is read from an index, as the house does. */
const pieces = (where: string, by = 'created_at desc, id desc'): string =>
  `select p.*, ${PHOTOGRAPHS}, ${UNITS} from (select id, created_at from catalog.product where ${where} order by ${by} limit 25) found join catalog.product p on p.id = found.id order by ${by.replaceAll(/(created_at|id)/g, 'found.$1')}`;
const cards = (where: string, by = 'listed_at desc, id desc'): string =>
  `select p.id, p.slug, p.title_en, p.title_fr, p.title_ar, p.maker_name, p.branch, p.region_code, p.goods_minor, p.certificate_until, p.is_unique, p.lead_time_days, f.id photograph_id, f.colour,
     coalesce((select true from catalog.unit u where u.product_id = p.id and u.state = 'free' limit 1), false) available
   from (select * from catalog.product where ${where} and state = 'listed' order by ${by} limit 25) p left join catalog.photograph f on f.id = p.cover_photograph_id and f.state = 'ready' order by ${by.replaceAll(/(listed_at|goods_minor|id)/g, 'p.$1')}`;

async function cases(db: Database): Promise<readonly PageCase[]> {
  const [maker] = await db.read<{ id: string; region: string }>('select id, region_code as region from maker where i = 1');
  const [piece] = await db.read<{ id: string; slug: string }>(`select id, slug from catalog.product where artisan_id = $1 and state = 'listed' and story_fr is not null order by id limit 1`, [maker!.id]);
  const agent: Actor = { ...officer, memberships: [{ kind: 'chamber', organisationId: maker!.region }] };
  return [...(await own(db, maker!.id, agent)), ...one(artisanOf(maker!.id), piece!), ...(await shop(db, maker!.id))];
}

async function own(db: Database, maker: string, agent: Actor): Promise<PageCase[]> {
  const hers = `artisan_id = '${maker}'`;
  const far = await deepCursor(db, { from: `catalog.product where ${hers}`, key: 'created_at' });
  const of = (what: string, variables: object, sql: string): PageCase => ({ what, query: MINE, variables, sql, actor: artisanOf(maker) });
  const named = (word: string): string => `title_sought like '%${word}%'`;
  return [
    of('my pieces', {}, pieces(hers)),
    of('… far down', { after: far }, pieces(`${hers} ${beyond(far, 'created_at')}`)),
    of('… oldest first', { sort: 'OLDEST' }, pieces(hers, 'created_at, id')),
    of('… on sale', { state: 'listed' }, pieces(`${hers} and state = 'listed'`)),
    of('… on sale, far down', { state: 'listed', after: far }, pieces(`${hers} and state = 'listed' ${beyond(far, 'created_at')}`)),
    of('… a rare state', { state: 'withdrawn' }, pieces(`${hers} and state = 'withdrawn'`)),
    of('… of a common name', { query: 'numéro 1' }, pieces(`${hers} and ${named('numero')} and ${named('1')}`)),
    of('… of a rare name', { query: '1300' }, pieces(`${hers} and ${named('1300')}`)),
    of('… on sale, of a name', { state: 'listed', query: '700' }, pieces(`${hers} and state = 'listed' and ${named('700')}`)),
    { ...of('hers, for her agent', { artisanId: maker }, pieces(hers)), query: OF, actor: agent },
    { ...of('… far down', { artisanId: maker, after: far }, pieces(`${hers} ${beyond(far, 'created_at')}`)), query: OF, actor: agent },
    { ...of('… of a rare name', { artisanId: maker, query: '1300' }, pieces(`${hers} and ${named('1300')}`)), query: OF, actor: agent },
  ];
}

function one(actor: Actor, { id, slug }: { readonly id: string; readonly slug: string }): PageCase[] {
  const whole = (where: string): string => `select p.*, ${PHOTOGRAPHS}, ${UNITS} from catalog.product p where ${where}`;
  return [
    { what: 'my piece', query: `query($id: ID!) { myProduct(id: $id) { ${FACTS} ${WHOLE} } }`, variables: { id }, sql: whole(`p.id = '${id}'`), actor },
    { what: 'its record', query: 'query($id: ID!) { pieceRecord(id: $id) { act at actorName agentName from { amountMinor currency } to { amountMinor currency } } }', variables: { id }, sql: `select r.act, r.at, r.actor_name, r.agent_name, r.from_minor, r.to_minor, p.artisan_id as owner from catalog.product p join catalog.piece_record r on r.product_id = p.id where p.id = '${id}' order by r.id`, actor },
    { what: 'its page in the shop', query: PAGE, variables: { slug }, sql: `select p.*, ${PHOTOGRAPHS}, ${UNITS}, h.description_fr, (select json_agg(f.*) from catalog.fee_schedule f where f.valid_from <= current_date and (f.valid_until is null or f.valid_until > current_date)) fees from catalog.product p join catalog.hs_code h on h.hs6 = p.hs_code where p.slug = '${slug}' and p.state in ('listed', 'sold')` },
  ];
}

async function shop(db: Database, maker: string): Promise<PageCase[]> {
  const hers = `artisan_id = '${maker}'`;
  const [far] = await db.read<{ at: Date; id: string }>(`select listed_at as at, id from catalog.product where ${hers} and state = 'listed' order by listed_at desc, id desc offset (select (count(*) * 0.8)::int from catalog.product where ${hers} and state = 'listed') limit 1`);
  const of = (what: string, variables: object, sql: string): PageCase => ({ what, query: SHOP, variables: { maker, ...variables }, sql });
  return [
    { what: 'a maker’s page', query: WHOLE_PAGE, variables: { id: maker }, sql: `select card.*, a.name_latin, a.name_arabic, a.category, a.branch craft, a.region_code home, s.en, s.fr, s.ar from (${cards(hers)}) card join registry.artisan a on a.id = '${maker}' left join catalog.maker_story s on s.artisan_id = a.id` },
    of('her pieces in the shop', {}, cards(hers)),
    of('… far down', { after: encodeCursor(['NEWEST', far!.at.toISOString(), far!.id]) }, cards(`${hers} and (listed_at, id) < ('${far!.at.toISOString()}', '${far!.id}')`)),
    of('… cheapest first', { sort: 'PRICE_UP' }, cards(hers, 'goods_minor, id')),
    of('… dearest first', { sort: 'PRICE_DOWN' }, cards(hers, 'goods_minor desc, id desc')),
    of('… certified', { certified: true }, cards(`${hers} and certificate_until >= current_date`)),
  ];
}

await pageCost({ file: fileURLToPath(import.meta.url), actor: officer, cases, lines: 389_000, fill: (url, count, directory) => fillHouse(url, count, directory, (db) => seedPieces(db, count)) });
