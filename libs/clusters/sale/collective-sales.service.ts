import { Inject, Injectable } from '@nestjs/common';
import { CatalogService } from '#libs/catalog';
import { DomainError, isId, lineOfText, moroccanDay, SYSTEM, type Actor, type Clock, oneByOne } from '#libs/kernel';
import { CLOCK, Database, OnTimer, parse, type Tx } from '#libs/platform';
import { z } from 'zod';
import { ClustersService } from '../clusters.service.js';
import { clustersErrors } from '../clusters.errors.js';
import { dueVerb, MAX_SALE_DAYS, saleLifecycle, windowFault, type SaleState } from './collective-sale.js';
import { MAX_FEE_BP } from '../fee/fee.js';
import { OffersService } from '../offer/offers.service.js';

export interface CollectivePiece {
  readonly productId: string;
  readonly artisanId: string;
  readonly feeBp: number;
  readonly offered: boolean;
  readonly leftOut: string | null;
}

export interface CollectiveSale {
  readonly id: string;
  readonly clusterId: string;
  readonly title: string;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly collectionOn: string;
  readonly state: SaleState;
  readonly pieces: CollectivePiece[];
}

const plan = z.object({
  id: z.string().refine(isId, 'not an id'),
  clusterId: z.string().refine(isId, 'not an id'),
  title: z.string().max(100_000),
  opensAt: z.date(),
  closesAt: z.date(),
  collectionOn: z.iso.date(),
  pieces: z.array(z.object({ productId: z.string().refine(isId, 'not an id'), feeBp: z.number().int().min(0).max(MAX_FEE_BP) })).min(1).max(200),
});
export type PlanSale = z.input<typeof plan>;

const SALE = `select s.id, s.cluster_id "clusterId", s.title, s.opens_at "opensAt", s.closes_at "closesAt", s.collection_on::text "collectionOn", s.state,
    coalesce((select json_agg(json_build_object('productId', p.product_id, 'artisanId', p.artisan_id, 'feeBp', p.fee_bp, 'offered', p.offered, 'leftOut', p.left_out) order by p.product_id)
      from clusters.collective_piece p where p.sale_id = s.id), '[]') pieces
  from clusters.collective_sale s`;

/** Sales of some days: pieces come in, are offered together, and go back to their makers' own names at the end. */
@Injectable()
export class CollectiveSalesService {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
    private readonly offers: OffersService,
    private readonly catalog: CatalogService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async plan(actor: Actor, raw: PlanSale): Promise<CollectiveSale> {
    const input = parse(plan, raw, 'input');
    const title = lineOfText(input.title, 120, 'input.title');
    const known = await this.catalog.tradeData(input.pieces.map((piece) => piece.productId));
    return this.db.write(actor, async (tx) => {
      await this.clusters.assertCoordinator(tx, input.clusterId);
      const fault = windowFault(input, tx.now, moroccanDay(input.closesAt));
      if (fault) throw clustersErrors.CLUSTER_SALE_WINDOW({ days: MAX_SALE_DAYS }, `input.${fault}`);
      const made = await tx.query(
        `insert into clusters.collective_sale (id, cluster_id, title, opens_at, closes_at, collection_on, created_at) values ($1,$2,$3,$4,$5,$6,$7) on conflict do nothing returning id`,
        [input.id, input.clusterId, title, input.opensAt, input.closesAt, input.collectionOn, tx.now],
      );
      if (made.length === 0) return this.own(tx, input.id, input.clusterId);
      for (const [i, piece] of input.pieces.entries()) {
        const found = known.find((candidate) => candidate.productId === piece.productId);
        if (!found) throw clustersErrors.CLUSTER_NOT_MEMBER({}, `input.pieces.${i}.productId`);
        await this.offers.assertMayOffer(tx, input.clusterId, found.artisanId, piece.feeBp);
        await tx.query(`insert into clusters.collective_piece (sale_id, product_id, artisan_id, fee_bp) values ($1,$2,$3,$4) on conflict do nothing`, [input.id, piece.productId, found.artisanId, piece.feeBp]);
      }
      await tx.audit({ action: 'cluster.plan_sale', subject: { type: 'collective_sale', id: input.id }, detail: { clusterId: input.clusterId, pieces: input.pieces.length } });
      return this.own(tx, input.id, input.clusterId);
    });
  }

  async cancel(actor: Actor, id: string): Promise<CollectiveSale> {
    return this.db.write(actor, async (tx) => {
      const sale = await this.lock(tx, id);
      await this.clusters.assertCoordinator(tx, sale.clusterId);
      await this.turn(tx, sale, 'cancel');
      return this.own(tx, id, sale.clusterId);
    });
  }

  /** For everybody: what is on, and what is coming. */
  async sales(clusterId: string): Promise<CollectiveSale[]> {
    if (!isId(clusterId)) return [];
    return this.db.read<CollectiveSale>(`${SALE} where s.cluster_id = $1 and s.state in ('planned', 'open') order by s.opens_at, s.id limit 50`, [clusterId]);
  }

  /** Opens and closes what is due, one sale per transaction. */
  @OnTimer('clusters.turn-sales', 30_000)
  async turnDue(): Promise<void> {
    const due = await this.db.read<{ id: string }>(
      `select id from clusters.collective_sale where (state = 'planned' and opens_at <= $1) or (state = 'open' and closes_at <= $1) order by opens_at limit 200`,
      [this.clock.now()],
    );
    await oneByOne(due, ({ id }) =>
      this.db.write(SYSTEM, async (tx) => {
        const sale = await this.lock(tx, id);
        const verb = dueVerb(sale.state, sale, tx.now);
        if (verb) await this.turn(tx, sale, verb);
      }),
    );
  }

  private async turn(tx: Tx, sale: CollectiveSale, verb: 'open' | 'close' | 'cancel'): Promise<void> {
    await tx.query(`update clusters.collective_sale set state = $2 where id = $1`, [sale.id, saleLifecycle.next(sale.state, verb)]);
    for (const piece of sale.pieces) await (verb === 'open' ? this.bringIn(tx, sale, piece) : this.giveBack(tx, sale, piece));
    await tx.audit({ action: `cluster.sale_${verb}`, subject: { type: 'collective_sale', id: sale.id } });
  }

  /** A piece that may no longer be offered is left out and says why; the others are on sale all the same. */
  private async bringIn(tx: Tx, sale: CollectiveSale, piece: CollectivePiece): Promise<void> {
    if (await this.offers.isOffered(tx, piece.productId, sale.clusterId)) return;
    let leftOut: string | null = null;
    await tx.query('savepoint piece');
    try {
      await this.offers.put(tx, sale.clusterId, piece.productId, piece.artisanId, piece.feeBp);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await tx.query('rollback to savepoint piece');
      leftOut = error.code;
    }
    await tx.query('release savepoint piece');
    await tx.query(`update clusters.collective_piece set offered = $3, left_out = $4 where sale_id = $1 and product_id = $2`, [sale.id, piece.productId, leftOut === null, leftOut]);
  }

  private async giveBack(tx: Tx, sale: CollectiveSale, piece: CollectivePiece): Promise<void> {
    if (piece.offered && (await this.offers.isOffered(tx, piece.productId, sale.clusterId))) await this.offers.end(tx, piece.productId, sale.clusterId);
  }

  private async lock(tx: Tx, id: string): Promise<CollectiveSale> {
    const [row] = isId(id) ? await tx.query<CollectiveSale>(`${SALE} where s.id = $1 for update of s`, [id]) : [];
    if (!row) throw clustersErrors.CLUSTER_SALE_NOT_FOUND();
    return row;
  }

  private async own(tx: Tx, id: string, clusterId: string): Promise<CollectiveSale> {
    const [row] = await tx.query<CollectiveSale>(`${SALE} where s.id = $1 and s.cluster_id = $2`, [id, clusterId]);
    if (!row) throw clustersErrors.CLUSTER_SALE_NOT_FOUND({}, 'input.id');
    return row;
  }
}
