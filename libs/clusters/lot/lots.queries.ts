import { Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { hasRole, isId, type Actor, type Locale } from '#libs/kernel';
import { Database, decodeCursor, encodeCursor, platformErrors, type Tx } from '#libs/platform';
import { displayName, RegistryService } from '#libs/registry';
import type { LotState, SharingRule } from './allotment.js';
import { whyInWords } from './lot-words.js';
import { ClustersService } from '../clusters.service.js';
import { NOTHING, placeOf, walked, walkOf, type PageAsked, type PageOf } from '../page.types.js';

export interface LotView {
  readonly id: string;
  readonly orderId: string;
  readonly line: number;
  readonly productId: string;
  readonly artisanId: string;
  readonly quantity: number;
  readonly state: LotState;
  readonly rule: SharingRule;
  readonly reason: string;
  readonly outcome: string | null;
  readonly answerBy: Date;
}

export const ALLOTMENT_STATES = ['open', 'finished', 'closed'] as const;
export type AllotmentState = (typeof ALLOTMENT_STATES)[number];

export interface AllotmentView {
  readonly orderId: string;
  readonly line: number;
  readonly clusterId: string;
  readonly productId: string;
  readonly total: number;
  readonly state: AllotmentState;
  readonly lots: LotView[];
}

/** How far the sharing out of one order is, in pieces; `left` are with nobody. */
export interface LotProgress {
  readonly total: number;
  readonly left: number;
  readonly offered: number;
  readonly accepted: number;
  readonly made: number;
  readonly inspected: number;
}

const LOT = `id, order_id "orderId", line, (select a.product_id from clusters.allotment a where a.order_id = lot.order_id and a.line = lot.line) "productId", artisan_id "artisanId", quantity, state, rule, reason, outcome, answer_by "answerBy", offered_at "offeredAt"`;
type Named = LotView & { readonly makerName: string; readonly title: string };

/** Who makes what, as coordinators see a cluster and a member sees her own lots. */
@Injectable()
export class LotsQueries {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
    private readonly registry: RegistryService,
    private readonly catalog: CatalogService,
  ) {}

  /** Without a word about states, what is open and what is finished. */
  async allotments(actor: Actor, clusterId: string, asked: PageAsked & { states?: readonly AllotmentState[] | null | undefined }): Promise<PageOf<AllotmentView & { lots: Named[]; title: string }>> {
    if (!isId(clusterId)) return NOTHING;
    if (!hasRole(actor, 'admin', 'desk') && !(await this.clusters.coordinatedBy(actor)).includes(clusterId)) return NOTHING;
    const { size, than, by } = walkOf({ ...asked, after: undefined });
    const mark = asked.after === undefined ? BEFORE_ALL[than] : lineMark(asked.after);
    // Each state is walked by its own index for one page at most: what is open is rare among what is finished.
    const order = `order by opened_at ${by}, order_id ${by}, line ${by} limit ${size + 1}`;
    const rows = await this.db.prepared<Omit<AllotmentView, 'lots'> & { openedAt: Date }>(
      `clusters.allotments ${by} ${size}`,
      `select order_id "orderId", line, cluster_id "clusterId", product_id "productId", total, state, opened_at "openedAt"
       from (select walk.* from unnest($2::text[]) either(state), lateral (select order_id, line, opened_at from clusters.allotment a
           where cluster_id = $1 and a.state = either.state and (opened_at, order_id, line) ${than} ($3::timestamptz, $4::uuid, $5::int) ${order}) walk ${order}) page
         join clusters.allotment using (order_id, line, opened_at) ${order}`,
      [clusterId, [...new Set(asked.states ?? ['open', 'finished'])], ...mark],
    );
    const nodes = rows.slice(0, size);
    const last = nodes.at(-1);
    const titles = await this.catalog.titles(nodes.map((row) => row.productId), actor.locale);
    const lots = await this.named(await this.db.prepared<LotView>('clusters.lots-of-orders', `select ${LOT} from clusters.lot where order_id = any($1::uuid[]) order by offered_at, id`, [nodes.map((row) => row.orderId)]), actor.locale, titles);
    return {
      nodes: nodes.map((row) => ({ ...row, title: titles.get(row.productId) ?? '', lots: lots.filter((lot) => lot.orderId === row.orderId && lot.line === row.line) })),
      endCursor: last ? encodeCursor([last.openedAt.toISOString(), last.orderId, last.line]) : null,
      hasNextPage: rows.length > size,
    };
  }

  async myLots(actor: Actor, asked: PageAsked & { states?: readonly LotState[] | null | undefined }): Promise<PageOf<Named>> {
    if (!actor.artisanId) return NOTHING;
    const list = { columns: LOT, from: 'clusters.lot', where: [['artisan_id = $', actor.artisanId]] as const, key: 'offered_at', id: 'id', foundFirst: true } as const;
    const page = await walked<LotView>(this.db, asked.states ? { ...list, among: [['state', asked.states]] } : list, asked);
    return { ...page, nodes: await this.named(page.nodes, actor.locale) };
  }

  /** Of an order whose lines are or were shared out; null for any other. The caller has checked who asks. */
  async progress(orderId: string): Promise<LotProgress | null> {
    const [row] = await this.db.read<LotProgress & { total: number | null }>(
      `select a.total, a.total - l.offered - l.accepted - l.made - l.inspected as left, l.offered, l.accepted, l.made, l.inspected
       from (select sum(total)::int total from clusters.allotment where order_id = $1) a,
         (select coalesce(sum(quantity) filter (where state = 'offered'), 0)::int offered, coalesce(sum(quantity) filter (where state = 'accepted'), 0)::int accepted,
            coalesce(sum(quantity) filter (where state = 'made'), 0)::int made, coalesce(sum(quantity) filter (where state = 'inspected'), 0)::int inspected, count(*) n
          from clusters.lot where order_id = $1) l where l.n > 0`,
      [orderId],
    );
    return row && row.total !== null ? row : null;
  }

  /** Whether members have taken on any of an order: then somebody is at work on it. */
  async isTakenOn(tx: Tx, orderId: string): Promise<boolean> {
    return (await tx.query(`select 1 from clusters.lot where order_id = $1 and state in ('accepted', 'made', 'inspected') limit 1`, [orderId])).length > 0;
  }

  /** For whoever has just moved it. */
  async lot(actor: Actor, id: string): Promise<Named> {
    return (await this.named(await this.db.read<LotView>(`select ${LOT} from clusters.lot where id = $1`, [id]), actor.locale))[0]!;
  }

  private async named(lots: readonly LotView[], locale: Locale, known?: ReadonlyMap<string, string>): Promise<Named[]> {
    const names = new Map((await this.registry.artisans([...new Set(lots.map((lot) => lot.artisanId))])).map((one) => [one.id, displayName(one, locale)]));
    const titles = known ?? (await this.catalog.titles(lots.map((lot) => lot.productId), locale));
    return lots.map((lot) => ({
      ...lot,
      makerName: names.get(lot.artisanId) ?? '',
      title: titles.get(lot.productId) ?? '',
      reason: whyInWords(lot.reason, locale),
      outcome: lot.outcome === null ? null : whyInWords(lot.outcome, locale),
    }));
  }
}

const MOST_LINES = 1_000;
const BEFORE_ALL = { '<': ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff', MOST_LINES], '>': ['-infinity', '00000000-0000-0000-0000-000000000000', -MOST_LINES] } as const;

/** Lines of an order are opened in one instant: the cursor names the line too. */
function lineMark(after: string): [at: string, orderId: string, line: number] {
  const [at, orderId, line] = decodeCursor(after, 3);
  if (typeof line !== 'number' || !Number.isInteger(line) || Math.abs(line) > MOST_LINES) throw platformErrors.CURSOR_INVALID({}, 'after');
  return [...placeOf([at, orderId]), line];
}
