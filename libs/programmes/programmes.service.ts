import { Injectable } from '@nestjs/common';
import { hasRole, type Actor } from '#libs/kernel';
import { OrdersService } from '#libs/orders';
import { Database, parse, type Tx } from '#libs/platform';
import { RegistryService } from '#libs/registry';
import { z } from 'zod';
import { ageBand, tableOf, type Cell, type Table } from './cells.js';

export const EVENTS = ['listing', 'order', 'export', 'payout', 'certificate'] as const;
export type EventKind = (typeof EVENTS)[number];
export const DIMENSIONS = ['sex', 'age', 'region', 'branch'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

const question = z.object({ of: z.enum(EVENTS), by: z.enum(DIMENSIONS), year: z.number().int().min(2020).max(2100) });

interface Group {
  readonly sex: string | null;
  readonly birthYear: number | null;
  readonly region: string;
  readonly branch: string;
  readonly artisanId: string;
  readonly events: number;
  readonly pieces: number;
  readonly makerMadMinor: number;
}

/**
 * Counts what reached artisans. Whole years and one dimension at a time: two windows or two crossed tables could be
 * subtracted from each other until one person is left.
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
    const { lines } = await this.orders.proForma(orderId, tx);
    for (const artisanId of new Set(lines.map((line) => line.artisanId))) {
      const hers = lines.filter((line) => line.artisanId === artisanId);
      const pieces = hers.reduce((sum, line) => sum + line.quantity, 0);
      await this.count(tx, kind, orderId, artisanId, day, pieces, hers.reduce((sum, line) => sum + line.sharesMad.makerMinor, 0));
    }
  }

  async countListing(tx: Tx, productId: string, artisanId: string, day: string): Promise<void> {
    await this.count(tx, 'listing', productId, artisanId, day, 1, 0);
  }

  /** What arrived on her bank account. */
  async countPayout(tx: Tx, payoutId: string, artisanId: string, day: string, madMinor: number): Promise<void> {
    await this.count(tx, 'payout', payoutId, artisanId, day, 0, madMinor);
  }

  async countCertificate(tx: Tx, certificateId: string, artisanId: string, day: string): Promise<void> {
    await this.count(tx, 'certificate', certificateId, artisanId, day, 0, 0);
  }

  /** A chamber's officer sees her own region; the desk and the administration see the country. */
  async table(actor: Actor, raw: z.input<typeof question>): Promise<Table> {
    const { of, by, year } = parse(question, raw, 'input');
    const regions = hasRole(actor, 'admin', 'desk') ? null : actor.memberships.filter((m) => m.kind === 'chamber').map((m) => m.organisationId);
    const rows = await this.db.read<Group>(
      `select max(sex) sex, max(birth_year) "birthYear", max(region_code) region, max(branch) branch, artisan_id "artisanId",
         count(*)::int events, sum(pieces)::int pieces, sum(maker_mad_minor)::bigint "makerMadMinor"
       from programmes.event where kind = $1 and year = $2 and ($3::text[] is null or region_code = any($3)) group by artisan_id`,
      [of, year, regions],
    );
    return tableOf(cellsOf(rows, by, year));
  }

  private async count(tx: Tx, kind: EventKind, sourceId: string, artisanId: string, day: string, pieces: number, makerMadMinor: number): Promise<void> {
    const artisan = await this.registry.artisan(artisanId, tx);
    await tx.query(
      `insert into programmes.event (kind, source_id, artisan_id, year, sex, birth_year, region_code, branch, pieces, maker_mad_minor)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) on conflict do nothing`,
      [kind, sourceId, artisanId, Number(day.slice(0, 4)), artisan.sex, artisan.birthYear, artisan.regionCode, artisan.branch, pieces, makerMadMinor],
    );
  }
}

function cellsOf(rows: readonly Group[], by: Dimension, year: number): Cell[] {
  const keyOf: Record<Dimension, (row: Group) => string> = { sex: (row) => row.sex ?? 'none', age: (row) => ageBand(row.birthYear, year), region: (row) => row.region, branch: (row) => row.branch };
  const cells = new Map<string, Cell>();
  for (const row of rows) {
    const key = keyOf[by](row);
    const { artisans, events, pieces, makerMadMinor } = cells.get(key) ?? { artisans: 0, events: 0, pieces: 0, makerMadMinor: 0 };
    cells.set(key, { key, artisans: artisans + 1, events: events + row.events, pieces: pieces + row.pieces, makerMadMinor: makerMadMinor + row.makerMadMinor });
  }
  return [...cells.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
