import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '#libs/kernel';
import { OrdersService } from '#libs/orders';
import { Database, parse, type Tx } from '#libs/platform';
import { BRANCHES, REGIONS, RegistryService } from '#libs/registry';
import { z } from 'zod';
import { ageBand, rowOf, tableOf, type Cell, type Table } from './cells.js';
import { makersOf, type Made } from './makers.js';

export const EVENTS = ['listing', 'order', 'export', 'payout', 'certificate', 'training', 'completion'] as const;
export type EventKind = (typeof EVENTS)[number];
export const DIMENSIONS = ['sex', 'age', 'region', 'branch', 'country'] as const;
export type Dimension = (typeof DIMENSIONS)[number];
const WITH_COUNTRY: readonly EventKind[] = ['order', 'export'];

const question = z
  .object({
    of: z.enum(EVENTS),
    by: z.enum(DIMENSIONS),
    year: z.number().int().min(2020).max(2100),
    region: z.enum(REGIONS.map((one) => one.code) as [string, ...string[]]).nullish(),
    branch: z.enum(BRANCHES.map((one) => one.code) as [string, ...string[]]).nullish(),
  })
  .refine(({ of, by }) => by !== 'country' || WITH_COUNTRY.includes(of), { path: ['by'], message: 'Only orders and exports have a country.', params: { fr: 'Seules les commandes et les exportations ont un pays.', ar: 'الطلبيات والصادرات وحدها مرتبطة ببلد.' } })
  .refine(({ region, branch }) => !region || !branch, { path: ['branch'], message: 'One filter at a time: region or craft.', params: { fr: 'Un filtre à la fois : région ou métier.', ar: 'تصفية واحدة في كل مرة: الجهة أو الحرفة.' } });
export type Question = z.input<typeof question>;

/** People who are counted alike: of one value of the dimension and of the filter, and who stand in the same cells. */
interface Group {
  readonly key: string | null;
  readonly row: string | null;
  readonly stands: string;
  readonly artisans: number;
  readonly events: number;
  readonly pieces: number;
  readonly makerMadMinor: number;
}

type Filter = 'region' | 'branch';
const COLUMNS: Readonly<Record<Exclude<Dimension, 'country'>, string>> = { sex: 'sex', age: 'birth_year', region: 'region_code', branch: 'branch' };
const COUNTED = 'count(*) events, sum(pieces) pieces, sum(maker_mad_minor) money from programmes.event where kind = $1 and year = $2 and ($3::text[] is null or region_code = any($3))';

/** One row for each person, who stands in one cell. */
function people(by: Exclude<Dimension, 'country'>, filter: Filter | null): string {
  return `with hers as (select max(${COLUMNS[by]})::text as key, ${filter ? `max(${COLUMNS[filter]})` : 'null'} as row, '' as stands, ${COUNTED} group by artisan_id)`;
}

/** One row for each country a person sold to, beside all of hers: she is one person in what several cells have in common. */
function countries(filter: Filter | null): string {
  return `with sold as (select artisan_id, coalesce(country, 'none') as key, ${filter ? `max(${COLUMNS[filter]})` : 'null'} as row, ${COUNTED} group by 1, 2),
    hers as (select key, max(row) over whole as row, string_agg(key, ' ') over whole as stands, events, pieces, money from sold
      window whole as (partition by artisan_id order by key rows between unbounded preceding and unbounded following))`;
}

/** What an event says beyond who it happened to. */
interface Counted {
  readonly pieces?: number;
  readonly makerMadMinor?: number;
  readonly country?: string;
}

/**
 * Counts what reached artisans. Whole years, one dimension, and at most one filter, whose table is protected as a whole: two
 * windows or free crossings could be subtracted from each other until one person is left.
 */
@Injectable()
export class ProgrammesService {
  constructor(
    private readonly db: Database,
    private readonly orders: OrdersService,
    private readonly registry: RegistryService,
  ) {}

  /** An order placed or delivered: each maker's pieces, and what she receives of it. */
  async countOrder(tx: Tx, kind: 'order' | 'export', orderId: string, day: string): Promise<void> {
    const { lines, consignee } = await this.orders.proForma(orderId, tx);
    const made = await tx.query<Made>('select line, artisan_id "artisanId", quantity from programmes.made where order_id = $1 order by line, artisan_id', [orderId]);
    const ordered = lines.map(({ number, artisanId, quantity, sharesMad }) => ({ number, artisanId, quantity, makerMadMinor: sharesMad.makerMinor }));
    for (const { artisanId, pieces, makerMadMinor } of makersOf(ordered, made)) await this.count(tx, kind, orderId, artisanId, day, { pieces, makerMadMinor, country: consignee.country });
  }

  /** A shared order is made: those who made it are counted from here on, the placing of the order too. */
  async noteMakers(tx: Tx, orderId: string, made: readonly Made[]): Promise<void> {
    for (const { line, artisanId, quantity } of made) {
      await tx.query('insert into programmes.made (order_id, line, artisan_id, quantity) values ($1,$2,$3,$4) on conflict (order_id, line, artisan_id) do update set quantity = excluded.quantity', [orderId, line, artisanId, quantity]);
    }
    const [placed] = await tx.query<{ year: number }>(`delete from programmes.event where kind = 'order' and source_id = $1 returning year`, [orderId]);
    if (placed) await this.countOrder(tx, 'order', orderId, `${placed.year}-01-01`);
  }

  async countListing(tx: Tx, productId: string, artisanId: string, day: string): Promise<void> {
    await this.count(tx, 'listing', productId, artisanId, day, { pieces: 1 });
  }

  /** What arrived on her bank account. */
  async countPayout(tx: Tx, payoutId: string, artisanId: string, day: string, makerMadMinor: number): Promise<void> {
    await this.count(tx, 'payout', payoutId, artisanId, day, { makerMadMinor });
  }

  /** A certificate, a training that closed, a certificate of completion: she is counted, and nothing else of it. */
  async countHer(tx: Tx, kind: 'certificate' | 'training' | 'completion', sourceId: string, artisanId: string, day: string): Promise<void> {
    await this.count(tx, kind, sourceId, artisanId, day, {});
  }

  /** A chamber's officer sees her own region; the desk and the administration see the country. */
  async table(actor: Actor, raw: Question): Promise<Table> {
    const { of, by, year, region, branch } = parse(question, raw, 'input');
    const own = hasRole(actor, 'admin', 'desk') ? null : actor.memberships.filter((m) => m.kind === 'chamber').map((m) => m.organisationId);
    const [filter, value] = region ? (['region', region] as const) : (['branch', branch] as const);
    const crossed = Boolean(value) && filter !== by;
    const groups = await this.groups(of, year, by, crossed ? filter : null, own);
    const cells = (some: readonly Group[]): Cell[] => cellsOf(some, by, year);
    if (!value) return tableOf(cells(groups));
    if (!crossed) return oneOf(tableOf(cells(groups)), value);
    const rows = new Map<string, Group[]>();
    for (const group of groups) rows.set(group.row!, [...(rows.get(group.row!) ?? []), group]);
    return rowOf(value, new Map([...rows].map(([key, some]) => [key, cells(some)])));
  }

  /** PostgreSQL counts: what comes here grows with the cells, not with the people. */
  private groups(of: EventKind, year: number, by: Dimension, filter: Filter | null, regions: readonly string[] | null): Promise<Group[]> {
    const grouped = by === 'country' ? countries(filter) : people(by, filter);
    return this.db.shaped<Group>(
      `${grouped} select key, row, stands, count(*)::int artisans, sum(events)::int events, sum(pieces)::int pieces, sum(money)::bigint "makerMadMinor" from hers group by 1, 2, 3`,
      [of, year, regions],
    );
  }

  private async count(tx: Tx, kind: EventKind, sourceId: string, artisanId: string, day: string, counted: Counted): Promise<void> {
    const artisan = await this.registry.artisan(artisanId, tx);
    await tx.query(
      `insert into programmes.event (kind, source_id, artisan_id, year, sex, birth_year, region_code, branch, pieces, maker_mad_minor, country)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11) on conflict do nothing`,
      [kind, sourceId, artisanId, Number(day.slice(0, 4)), artisan.sex, artisan.birthYear, artisan.regionCode, artisan.branch, counted.pieces ?? 0, counted.makerMadMinor ?? 0, counted.country ?? null],
    );
  }
}

/** A table by region of one region is its cell. */
function oneOf(table: Table, key: string): Table {
  const cells = table.cells.filter((cell) => cell.key === key);
  const [cell] = cells;
  return { cells, total: cell && !cell.hidden ? cell.counts : null };
}

function cellsOf(groups: readonly Group[], by: Dimension, year: number): Cell[] {
  const cells = new Map<string, { people: Map<string, number>; events: number; pieces: number; makerMadMinor: number }>();
  for (const group of groups) {
    const key = by === 'age' ? ageBand(group.key === null ? null : Number(group.key), year) : (group.key ?? 'none');
    const cell = cells.get(key) ?? { people: new Map<string, number>(), events: 0, pieces: 0, makerMadMinor: 0 };
    cell.people.set(`${group.row} ${group.stands || group.key}`, group.artisans);
    cell.events += group.events;
    cell.pieces += group.pieces;
    cell.makerMadMinor += group.makerMadMinor;
    cells.set(key, cell);
  }
  return [...cells].map(([key, cell]) => ({ key, ...cell })).sort((a, b) => (a.key < b.key ? -1 : 1));
}
