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

interface Group {
  readonly sex: string | null;
  readonly birthYear: number | null;
  readonly region: string;
  readonly branch: string;
  readonly country: string | null;
  readonly artisanId: string;
  readonly events: number;
  readonly pieces: number;
  readonly makerMadMinor: number;
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
    const groups = await this.groups(of, year, by === 'country', own);
    const cells = (rows: readonly Group[]): Cell[] => cellsOf(rows, by, year);
    const [filter, value] = region ? (['region', region] as const) : (['branch', branch] as const);
    if (!value) return tableOf(cells(groups));
    if (filter === by) return oneOf(tableOf(cells(groups)), value);
    const rows = new Map<string, Group[]>();
    for (const group of groups) rows.set(group[filter], [...(rows.get(group[filter]) ?? []), group]);
    return rowOf(value, new Map([...rows].map(([key, some]) => [key, cells(some)])));
  }

  /** One row for each person, and for each country she sold to where that is asked. */
  private groups(of: EventKind, year: number, byCountry: boolean, regions: readonly string[] | null): Promise<Group[]> {
    return this.db.read<Group>(
      `select max(sex) sex, max(birth_year) "birthYear", max(region_code) region, max(branch) branch, ${byCountry ? 'country' : 'null country'}, artisan_id "artisanId",
         count(*)::int events, sum(pieces)::int pieces, sum(maker_mad_minor)::bigint "makerMadMinor"
       from programmes.event where kind = $1 and year = $2 and ($3::text[] is null or region_code = any($3)) group by artisan_id ${byCountry ? ', country' : ''}`,
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
  const keyOf: Record<Dimension, (group: Group) => string> = {
    sex: (group) => group.sex ?? 'none', age: (group) => ageBand(group.birthYear, year), region: (group) => group.region, branch: (group) => group.branch, country: (group) => group.country ?? 'none',
  };
  const cells = new Map<string, { people: Set<string>; events: number; pieces: number; makerMadMinor: number }>();
  for (const group of groups) {
    const key = keyOf[by](group);
    const cell = cells.get(key) ?? { people: new Set<string>(), events: 0, pieces: 0, makerMadMinor: 0 };
    cell.people.add(group.artisanId);
    cell.events += group.events;
    cell.pieces += group.pieces;
    cell.makerMadMinor += group.makerMadMinor;
    cells.set(key, cell);
  }
  return [...cells].map(([key, cell]) => ({ key, ...cell })).sort((a, b) => (a.key < b.key ? -1 : 1));
}
