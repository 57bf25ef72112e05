import 'reflect-metadata';
import { fileURLToPath } from 'node:url';
import type { Actor } from '#libs/kernel';
import { encodeCursor, type Database } from '#libs/platform';
import { seedClusters } from './cluster.seed.js';
import { pageCost, type PageCase } from './page-cost.js';
import { administrator, artisanOf, fillHouse, idOf, officer, pageQuery } from './register.seed.js';

/** The lists of clusters: the directory, and of one large cluster its members, offers, shared orders, lots and sales. */
const CLUSTER = '0190c1a5-0000-7000-8000-000000000001';
const agent: Actor = { ...officer, roles: ['buyer', 'cluster'], memberships: [{ kind: 'cluster', organisationId: CLUSTER }] };

const FEES = 'feeBp feeItemMinor feeKgMinor feeOrderMinor fees { role bp itemMinor kgMinor orderMinor }';
const TIE = `clusterId clusterName artisanId name state coordinator capacity quota permissions ${FEES}`;
const LOT = 'id orderId line artisanId makerName title quantity state rule reason outcome answerBy';
const WALK = { after: 'String', sort: 'ClusterListSort' };
const ONE = { ...WALK, clusterId: 'ID!' };
const DIRECTORY = pageQuery('clusters', { after: 'String', sort: 'ClusterSort', regionCode: 'String', branch: 'String', query: 'String' }, `id name nameAr city regionCode legalForm rules ${FEES}`);
const MEMBERS = pageQuery('clusterMembers', { ...ONE, state: 'MembershipState' }, TIE);
const CANDIDATES = pageQuery('memberCandidates', { after: 'String', clusterId: 'ID!', query: 'String!' }, 'artisanId name regionCode branch state');
const OFFERS = pageQuery('clusterOffers', { ...ONE, artisanId: 'ID', paused: 'Boolean' }, 'productId artisanId title makerName slug onSale paused minimumQuantity keptBack text { en fr ar } maker { amountMinor currency } cluster { amountMinor currency } clusterPerOrder { amountMinor currency }');
const OFFERABLE = pageQuery('offerablePieces', { ...ONE, query: 'String', artisanId: 'ID' }, 'productId artisanId title makerName slug unique maker { amountMinor currency } photographId');
const SHARED = pageQuery('clusterAllotments', { ...ONE, states: '[AllotmentState!]' }, `orderId line productId title total state lots { ${LOT} }`);
const LOTS = pageQuery('myLots', { ...WALK, states: '[LotState!]' }, LOT);
const SALES = pageQuery('collectiveSales', { ...ONE, states: '[CollectiveSaleState!]' }, 'id title opensAt closesAt collectionOn state pieces { productId title artisanId feeBp itemMinor minimumQuantity broughtIn sentOut goneBack sold offered leftOut } outlets { number name city received }');

const feesOf = (table: string, whose: string): string => `(select json_agg(json_build_object('role', f.role, 'bp', f.bp, 'item', f.item_minor, 'kg', f.kg_minor, 'order', f.order_minor) order by f.role) from clusters.${table} f where ${whose}) fees`;
const clusters = (where: string, by = 'name, id'): string => `select c.*, ${feesOf('fee', 'f.cluster_id = c.id')} from clusters.cluster c where ${where} order by ${by} limit 25`;
const members = (where: string, by = 'changed_at desc, artisan_id desc', limit = 25): string =>
  `select m.*, a.name_latin, a.name_arabic, c.name as cluster_name, array(select p.permission from clusters.permission p where p.cluster_id = m.cluster_id and p.artisan_id = m.artisan_id order by 1) permissions,
     ${feesOf('member_fee', 'f.cluster_id = m.cluster_id and f.artisan_id = m.artisan_id')}
   from (select * from clusters.member where ${where} order by ${by} limit ${limit}) m join registry.artisan a on a.id = m.artisan_id join clusters.cluster c on c.id = m.cluster_id order by ${by.replaceAll(/(changed_at|artisan_id|coordinator|cluster_id)/g, 'm.$1')}`;
const offers = (where: string, by = 'offered_at desc, product_id desc'): string =>
  `select o.*, p.title_en, p.title_fr, p.title_ar, p.maker_name, p.slug, p.state, p.price_minor, p.net_weight_grams, p.certificate_until, (select count(*) from catalog.unit u where u.product_id = p.id and u.state = 'free') available,
     (select json_agg(f.*) from catalog.fee_schedule f where f.valid_from <= current_date and (f.valid_until is null or f.valid_until > current_date)) fees
   from (select * from clusters.offer where ${where} order by ${by} limit 25) o join catalog.product p on p.id = o.product_id order by ${by.replaceAll(/(offered_at|product_id)/g, 'o.$1')}`;
/** What the large cluster may offer and does not yet. */
const offerable = (where: string, by = 'created_at desc, id desc'): string =>
  `select p.id as "productId", p.artisan_id, p.slug, p.title_en, p.title_fr, p.title_ar, p.maker_name, p.maker_name_ar, p.is_unique, p.price_minor, f.id as photograph
   from (select w.* from clusters.permission m, lateral (select p.id, p.created_at from catalog.product p where p.artisan_id = m.artisan_id and p.state = 'listed' and p.exporter_kind = 'artisan' and ${where}
       and not exists (select 1 from clusters.offer o where o.product_id = p.id) order by ${by} limit 25) w
     where m.cluster_id = '${CLUSTER}' and m.permission = 'list' order by ${by} limit 25) page
   join catalog.product p on p.id = page.id left join catalog.photograph f on f.id = p.cover_photograph_id and f.state = 'ready' order by ${by.replaceAll(/(created_at|id)/g, 'page.$1')}`;
const lots = (where: string, by = 'offered_at desc, id desc'): string =>
  `select l.*, a.name_latin, a.name_arabic, p.title_en, p.title_fr, p.title_ar from (select * from clusters.lot where ${where} order by ${by} limit 25) l join registry.artisan a on a.id = l.artisan_id
   join clusters.allotment s on s.order_id = l.order_id and s.line = l.line join catalog.product p on p.id = s.product_id order by ${by.replaceAll(/(offered_at|id)/g, 'l.$1')}`;
const shared = (where: string, by = 'opened_at desc, order_id desc, line desc'): string =>
  `select s.*, p.title_en, p.title_fr, p.title_ar, l.lots from (select * from clusters.allotment where ${where} order by ${by} limit 25) s join catalog.product p on p.id = s.product_id
   left join lateral (select json_agg(json_build_object('id', l.id, 'artisan', l.artisan_id, 'name', a.name_latin, 'quantity', l.quantity, 'state', l.state, 'rule', l.rule, 'reason', l.reason, 'outcome', l.outcome, 'by', l.answer_by) order by l.offered_at, l.id) lots
     from clusters.lot l join registry.artisan a on a.id = l.artisan_id where l.order_id = s.order_id and l.line = s.line) l on true order by ${by.replaceAll(/(opened_at|order_id|line)/g, 's.$1')}`;
const sales = (where: string, by = 'opens_at desc, id desc'): string =>
  `select s.*, p.pieces, o.outlets from (select * from clusters.collective_sale where ${where} order by ${by} limit 25) s
   left join lateral (select json_agg(json_build_object('id', p.product_id, 'title', t.title_fr, 'artisan', p.artisan_id, 'fee', p.fee_bp, 'item', p.item_minor, 'least', p.minimum_quantity, 'offered', p.offered, 'out', p.left_out,
       'sold', o.sold, 'in', m.came, 'sent', m.went, 'back', m.back) order by p.product_id) pieces
     from clusters.collective_piece p join catalog.product t on t.id = p.product_id
     cross join lateral (select coalesce(sum(m.quantity) filter (where m.outlet is null and not m.back), 0) came, coalesce(sum(m.quantity) filter (where m.outlet is not null), 0) went,
         coalesce(sum(m.quantity) filter (where m.back), 0) back from clusters.sale_movement m where m.sale_id = p.sale_id and m.product_id = p.product_id) m
     cross join lateral (select coalesce(sum(o.quantity), 0) sold from clusters.sale_order o where o.sale_id = p.sale_id and o.product_id = p.product_id and not o.cancelled) o
     where p.sale_id = s.id) p on true
   left join lateral (select json_agg(json_build_object('number', o.number, 'name', o.name, 'city', o.city, 'received', (select coalesce(sum(m.quantity), 0) from clusters.sale_movement m where m.sale_id = o.sale_id and m.outlet = o.number)) order by o.number) outlets
     from clusters.sale_outlet o where o.sale_id = s.id) o on true order by ${by.replaceAll(/(opens_at|id)/g, 's.$1')}`;

const RESTING = `{ restingClusters(first: 24) { nodes { id name nameAr city restedAt } endCursor hasNextPage } }`;
const COORDINATION = `select c.id, c.rested_at, exists (select 1 from clusters.member m where m.cluster_id = c.id and m.artisan_id = '${CLUSTER}' and m.state = 'active') member,
  (select json_agg(json_build_object('id', a.id, 'name', a.name_latin, 'arabic', a.name_arabic, 'active', a.standing = 'registered' and a.taken_back_at is null) order by a.id) from clusters.member m join registry.artisan a on a.id = m.artisan_id where m.cluster_id = c.id and m.coordinator) coordinators from clusters.cluster c where c.id = '${CLUSTER}'`;

type Ask = (what: string, variables: object, sql: string, actor?: Actor) => PageCase;
const asks = (query: string, fixed: object = {}): Ask => (what, variables, sql, actor) => ({ what, query, variables: { ...fixed, ...variables }, sql, ...(actor && { actor }) });

async function cases(db: Database): Promise<readonly PageCase[]> {
  const [member] = await db.read<{ id: string }>('select id from person where n = 2');
  return [...(await directory(db)), ...(await people(db, member!.id)), ...(await pieces(db, member!.id)), ...(await work(db, member!.id)), ...(await collective(db))];
}

async function directory(db: Database): Promise<PageCase[]> {
  const ask = asks(DIRECTORY);
  const name = await place(db, 'clusters.cluster', 'name', 'id', 'asc');
  const latest = await place(db, 'clusters.cluster', 'created_at', 'id', 'desc');
  return [
    ask('clusters', {}, clusters('true')),
    ask('… far down', { after: encodeCursor([name.at, name.id]) }, clusters(`(name, id) > ('${name.at}', '${name.id}')`)),
    ask('… of a region', { regionCode: 'MA-03' }, clusters(`region_code = 'MA-03'`)),
    ask('… of a branch', { branch: 'leather' }, clusters(`branch = 'leather'`)),
    ask('… newest', { sort: 'NEWEST' }, clusters('true', 'created_at desc, id desc')),
    ask('… newest, far down', { sort: 'NEWEST', after: encodeCursor([latest.iso, latest.id]) }, clusters(`(created_at, id) < ('${latest.at}', '${latest.id}')`, 'created_at desc, id desc')),
    { what: 'one cluster', query: `{ cluster(id: "${CLUSTER}") { id name nameAr city regionCode legalForm rules restedAt ${FEES} } }`, variables: {}, sql: clusters(`id = '${CLUSTER}'`) },
    { what: 'who coordinates it', query: `{ clusterCoordination(clusterId: "${CLUSTER}") { id: clusterId restedAt electorate needed named coordinators { artisanId name active } candidates { artisanId name voices } } }`, variables: {}, sql: COORDINATION },
    { what: 'clusters at rest', query: RESTING, variables: {}, sql: clusters('rested_at is not null', 'rested_at desc, id desc'), actor: administrator },
    ask('… by name', { query: 'Tissage 12' }, clusters(`platform.fold(name) like '%tissage 12%'`)),
  ];
}

async function people(db: Database, member: string): Promise<PageCase[]> {
  const ask = asks(MEMBERS, { clusterId: CLUSTER });
  const own = `cluster_id = '${CLUSTER}' and state <> 'outside'`;
  const far = await place(db, `clusters.member where ${own}`, 'changed_at', 'artisan_id', 'desc');
  const sought = (word: string): string => `select a.id as "artisanId", a.name_latin, a.name_arabic, a.region_code, a.branch, m.state from registry.artisan a left join clusters.member m on m.cluster_id = '${CLUSTER}' and m.artisan_id = a.id
    where a.id in (with found as materialized (select id, sort_key from registry.artisan where standing = 'registered' and search like '%${word}%') select id from found order by sort_key, id limit 25) order by sort_key, a.id`;
  const candidate = asks(CANDIDATES, { clusterId: CLUSTER });
  return [
    ask('members', {}, members(own)),
    ask('… far down', { after: far.cursor }, members(`${own} and (changed_at, artisan_id) < ('${far.at}', '${far.id}')`)),
    ask('… one state', { state: 'requested' }, members(`cluster_id = '${CLUSTER}' and state = 'requested'`)),
    ask('… oldest first', { sort: 'OLDEST' }, members(own, 'changed_at, artisan_id')),
    { what: 'my ties', query: `{ myMemberships { ${TIE} } }`, variables: {}, sql: members(`artisan_id = '${member}' and state <> 'outside'`, 'coordinator desc, cluster_id', 500), actor: artisanOf(member) },
    { what: 'clusters I speak for', query: `{ coordinatedClusters { id name nameAr city rules ${FEES} } }`, variables: {}, sql: clusters(`id = '${CLUSTER}'`) },
    candidate('whom to invite, a rare name', { query: 'rguibi' }, sought('rguibi')),
    candidate('… a common name', { query: 'فاطمة' }, sought('فاطمه')),
  ];
}

async function pieces(db: Database, member: string): Promise<PageCase[]> {
  const ask = asks(OFFERS, { clusterId: CLUSTER });
  const own = `cluster_id = '${CLUSTER}'`;
  const far = await place(db, `clusters.offer where ${own}`, 'offered_at', 'product_id', 'desc');
  return [
    ask('offers', {}, offers(own)),
    ask('… far down', { after: far.cursor }, offers(`${own} and (offered_at, product_id) < ('${far.at}', '${far.id}')`)),
    ask('… oldest first', { sort: 'OLDEST' }, offers(own, 'offered_at, product_id')),
    ask('… of one maker', { artisanId: member }, offers(`${own} and artisan_id = '${member}'`)),
    ask('… paused', { paused: true }, offers(`${own} and paused_at is not null`)),
    ask('… not paused', { paused: false }, offers(`${own} and paused_at is null`)),
    ...(await toOffer(db)),
  ];
}

async function toOffer(db: Database): Promise<PageCase[]> {
  const ask = asks(OFFERABLE, { clusterId: CLUSTER });
  const left = `catalog.product where exporter_kind = 'artisan' and state = 'listed' and artisan_id in (select artisan_id from clusters.permission where cluster_id = '${CLUSTER}' and permission = 'list')`;
  const far = await place(db, left, 'created_at', 'id', 'desc');
  const [maker] = await db.read<{ id: string }>(`select artisan_id id from ${left} order by artisan_id limit 1`);
  const named = (word: string): string => `(p.title_sought like '%${word}%' or platform.fold(p.maker_name || ' ' || coalesce(p.maker_name_ar, '')) like '%${word}%')`;
  const [common] = await db.read<{ word: string }>(`select split_part(title_sought, ' ', 1) word from ${left} and title_sought <> '' group by 1 order by count(*) desc, 1 limit 1`);
  const [rare] = await db.read<{ word: string }>(`select split_part(platform.fold(maker_name), ' ', 2) word from ${left} group by 1 order by count(*), 1 limit 1`);
  return [
    ask('pieces to offer', {}, offerable('true')),
    ask('… far down', { after: far.cursor }, offerable(`(p.created_at, p.id) < ('${far.at}', '${far.id}')`)),
    ask('… oldest first', { sort: 'OLDEST' }, offerable('true', 'created_at, id')),
    ask('… of one maker', { artisanId: maker!.id }, offerable(`p.artisan_id = '${maker!.id}'`)),
    ask('… by name', { query: common!.word }, offerable(named(common!.word))),
    ask('… of a rare name', { query: rare!.word }, offerable(named(rare!.word))),
  ];
}

async function work(db: Database, member: string): Promise<PageCase[]> {
  const ask = asks(SHARED, { clusterId: CLUSTER });
  const own = `cluster_id = '${CLUSTER}'`;
  const alive = `${own} and state in ('open', 'finished')`;
  const far = await place(db, `clusters.allotment where ${alive}`, 'opened_at', 'order_id', 'desc');
  const mine = asks(LOTS);
  const hers = `artisan_id = '${member}'`;
  const farLot = await place(db, `clusters.lot where ${hers}`, 'offered_at', 'id', 'desc');
  const actor = artisanOf(member);
  return [
    ask('shared orders', {}, shared(alive)),
    ask('… far down', { after: encodeCursor([far.iso, far.id, 1]) }, shared(`${alive} and (opened_at, order_id, line) < ('${far.at}', '${far.id}', 1)`)),
    ask('… open', { states: ['open'] }, shared(`${own} and state = 'open'`)),
    ask('… closed', { states: ['closed'] }, shared(`${own} and state = 'closed'`)),
    ask('… oldest first', { sort: 'OLDEST' }, shared(alive, 'opened_at, order_id, line')),
    mine('my lots', {}, lots(hers), actor),
    mine('… far down', { after: farLot.cursor }, lots(`${hers} and (offered_at, id) < ('${farLot.at}', '${farLot.id}')`), actor),
    mine('… offered', { states: ['offered'] }, lots(`${hers} and state = 'offered'`), actor),
    mine('… at work', { states: ['offered', 'accepted'] }, lots(`${hers} and state in ('offered', 'accepted')`), actor),
    mine('… oldest first', { sort: 'OLDEST' }, lots(hers, 'offered_at, id'), actor),
  ];
}

async function collective(db: Database): Promise<PageCase[]> {
  const ask = asks(SALES, { clusterId: CLUSTER });
  const own = `cluster_id = '${CLUSTER}'`;
  const past = await place(db, `clusters.collective_sale where ${own} and state = 'closed'`, 'opens_at', 'id', 'desc');
  return [
    ask('sales', {}, sales(`${own} and state in ('planned', 'open')`)),
    ask('… closed', { states: ['closed'] }, sales(`${own} and state = 'closed'`)),
    ask('… closed, far down', { states: ['closed'], after: past.cursor }, sales(`${own} and state = 'closed' and (opens_at, id) < ('${past.at}', '${past.id}')`)),
    ask('… oldest first', { states: ['planned', 'open', 'closed'], sort: 'OLDEST' }, sales(`${own} and state in ('planned', 'open', 'closed')`, 'opens_at, id')),
    ask('… cancelled', { states: ['cancelled'] }, sales(`${own} and state = 'cancelled'`)),
  ];
}

/** The row four fifths down a list, and its cursor. */
async function place(db: Database, from: string, key: string, id: string, by: 'asc' | 'desc'): Promise<{ at: string; iso: string; id: string; cursor: string }> {
  const [row] = await db.read<{ at: string; key: string | Date; id: string }>(`select ${key}::text as at, ${key} as key, ${id} as id from ${from} order by ${key} ${by}, ${id} ${by} offset (select (count(*) * 0.8)::int from ${from}) limit 1`);
  const iso = row!.key instanceof Date ? row!.key.toISOString() : row!.key;
  return { at: row!.at, iso, id: row!.id, cursor: encodeCursor([row!.at, row!.id]) };
}

await pageCost({
  file: fileURLToPath(import.meta.url),
  actor: agent,
  cases,
  lines: 389_000,
  fill: (url, count, directory) => fillHouse(url, count, directory, (db) => seedClusters(db, count, (n) => idOf('c1a5', n))),
});
