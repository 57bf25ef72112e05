import { Inject, Injectable } from '@nestjs/common';
import { CatalogService, type TradeData } from '#libs/catalog';
import { DomainError, isId, lineOfText, moroccanDay, SYSTEM, type Actor, type Clock, oneByOne } from '#libs/kernel';
import { CLOCK, Database, OnTimer, parse, type Tx } from '#libs/platform';
import { z } from 'zod';
import { ClustersService } from '../clusters.service.js';
import { clustersErrors } from '../clusters.errors.js';
import { dueVerb, MAX_SALE_DAYS, saleLifecycle, windowFault } from './collective-sale.js';
import { fixedShape, partShape } from '../fee/fee.shapes.js';
import { OffersService, type StandingOffer } from '../offer/offers.service.js';
import { SALE_STATES } from '../words.js';
import { SaleLettersService } from './sale-letters.service.js';
import { SALE, type CollectivePiece, type CollectiveSale } from './sales.queries.js';

const id = z.string().refine(isId, 'not an id');
const plan = z.object({
  id,
  clusterId: id,
  title: z.string().max(100_000),
  opensAt: z.date(),
  closesAt: z.date(),
  collectionOn: z.iso.date(),
  pieces: z
    .array(
      z.object({
        productId: id,
        feeBp: partShape,
        itemMinor: fixedShape.nullish(),
        minimumQuantity: z.number().int().min(1).max(1_000).default(1),
      }),
    )
    .min(1)
    .max(200),
  outlets: z.array(z.object({ name: z.string().max(100_000), city: z.string().max(100_000) })).max(50).default([]),
});
export type PlanSale = z.input<typeof plan>;
type Plan = z.output<typeof plan>;

interface SalePiece extends CollectivePiece {
  readonly before: StandingOffer | null;
}
interface Locked extends CollectiveSale {
  readonly pieces: SalePiece[];
}

/** Sales of some days on terms of their own: pieces come in, are offered together, and at the end everything is as it was before. */
@Injectable()
export class CollectiveSalesService {
  constructor(
    private readonly db: Database,
    private readonly clusters: ClustersService,
    private readonly offers: OffersService,
    private readonly catalog: CatalogService,
    private readonly letters: SaleLettersService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async plan(actor: Actor, raw: PlanSale): Promise<CollectiveSale> {
    const input = parse(plan, raw, 'input');
    const title = lineOfText(input.title, 120, 'input.title');
    const outlets = input.outlets.map((outlet, i) => ({ name: lineOfText(outlet.name, 120, `input.outlets.${i}.name`), city: lineOfText(outlet.city, 80, `input.outlets.${i}.city`) }));
    const pieces = new Map((await this.catalog.tradeData(input.pieces.map((piece) => piece.productId))).map((piece) => [piece.productId, piece]));
    return this.db.write(actor, async (tx) => {
      await this.clusters.assertCoordinator(tx, input.clusterId);
      const fault = windowFault(input, tx.now, moroccanDay(input.closesAt));
      if (fault) throw clustersErrors.CLUSTER_SALE_WINDOW({ days: MAX_SALE_DAYS }, `input.${fault}`);
      const made = await tx.query(
        `insert into clusters.collective_sale (id, cluster_id, title, opens_at, closes_at, collection_on, created_at) values ($1,$2,$3,$4,$5,$6,$7) on conflict do nothing returning id`,
        [input.id, input.clusterId, title, input.opensAt, input.closesAt, input.collectionOn, tx.now],
      );
      if (made.length === 0) return this.own(tx, input.id, input.clusterId);
      await this.writePieces(tx, input, pieces);
      for (const [i, { name, city }] of outlets.entries()) await tx.query(`insert into clusters.sale_outlet (sale_id, number, name, city) values ($1,$2,$3,$4)`, [input.id, i + 1, name, city]);
      await tx.audit({ action: 'cluster.plan_sale', subject: { type: 'collective_sale', id: input.id }, detail: { clusterId: input.clusterId, pieces: input.pieces.length, outlets: outlets.length } });
      const sale = await this.own(tx, input.id, input.clusterId);
      await this.letters.tell(tx, sale, 'planned');
      return sale;
    });
  }

  private async writePieces(tx: Tx, input: Plan, pieces: ReadonlyMap<string, TradeData>): Promise<void> {
    for (const [i, { productId, feeBp, itemMinor = null, minimumQuantity }] of input.pieces.entries()) {
      const piece = pieces.get(productId);
      if (!piece) throw clustersErrors.CLUSTER_NOT_MEMBER({}, `input.pieces.${i}.productId`);
      const fee = await this.offers.assertMayOffer(tx, input.clusterId, piece.artisanId, { bp: feeBp, itemMinor });
      this.offers.assertFits(piece, { fee, minimumQuantity }, `input.pieces.${i}`);
      await tx.query(
        `insert into clusters.collective_piece (sale_id, product_id, artisan_id, fee_bp, item_minor, minimum_quantity) values ($1,$2,$3,$4,$5,$6) on conflict do nothing`,
        [input.id, productId, piece.artisanId, feeBp, itemMinor, minimumQuantity],
      );
    }
  }

  async cancel(actor: Actor, saleId: string): Promise<CollectiveSale> {
    return this.db.write(actor, async (tx) => {
      const sale = await this.lock(tx, saleId);
      await this.clusters.assertCoordinator(tx, sale.clusterId);
      if (!saleLifecycle.can(sale.state, 'cancel')) throw clustersErrors.CLUSTER_SALE_MOVED({ state: sale.state }).worded({ state: SALE_STATES[sale.state] });
      await this.turn(tx, sale, 'cancel');
      await this.letters.tell(tx, sale, 'cancelled');
      return this.own(tx, saleId, sale.clusterId);
    });
  }

  /** Opens and closes what is due, one sale per transaction. */
  @OnTimer('clusters.turn-sales', 30_000)
  async turnDue(): Promise<void> {
    const due = await this.db.read<{ id: string }>(
      `select id from clusters.collective_sale where (state = 'planned' and opens_at <= $1) or (state = 'open' and closes_at <= $1) order by opens_at limit 200`,
      [this.clock.now()],
    );
    await oneByOne(due, ({ id: saleId }) =>
      this.db.write(SYSTEM, async (tx) => {
        const sale = await this.lock(tx, saleId);
        const verb = dueVerb(sale.state, sale, tx.now);
        if (verb === null) return;
        await this.turn(tx, sale, verb);
        // Called off by itself: the whole window was slept through, and its makers still wait for it.
        if (verb !== 'open') await this.letters.tell(tx, sale, verb === 'close' ? 'closed' : 'cancelled');
      }),
    );
  }

  private async turn(tx: Tx, sale: Locked, verb: 'open' | 'close' | 'cancel'): Promise<void> {
    const moment = verb === 'open' ? 'opened_at' : 'ended_at';
    await tx.query(`update clusters.collective_sale set state = $2, ${moment} = $3 where id = $1`, [sale.id, saleLifecycle.next(sale.state, verb), tx.now]);
    for (const piece of sale.pieces) await (verb === 'open' ? this.bringIn(tx, sale, piece) : this.giveBack(tx, sale, piece));
    await tx.audit({ action: `cluster.sale_${verb}`, subject: { type: 'collective_sale', id: sale.id } });
  }

  /** On the sale's own terms from now on. A piece that may no longer be offered is left out and says why; the others are on sale all the same. */
  private async bringIn(tx: Tx, sale: Locked, piece: SalePiece): Promise<void> {
    const standing = await this.offers.standing(tx, piece.productId, sale.clusterId);
    // Two sales at once: the later one takes over, and with it the offer that stood before both.
    const [earlier] = await tx.query<{ before: StandingOffer | null }>(`select before from clusters.collective_piece where product_id = $1 and offered`, [piece.productId]);
    const leftOut = await this.putOn(tx, sale, piece, earlier ? earlier.before : standing);
    if (leftOut !== null) await tx.query(`update clusters.collective_piece set left_out = $3 where sale_id = $1 and product_id = $2`, [sale.id, piece.productId, leftOut]);
  }

  /** Null, or the code of why not; then everything is as it was. */
  private putOn(tx: Tx, sale: Pick<CollectiveSale, 'id' | 'clusterId'>, piece: Pick<SalePiece, 'productId' | 'artisanId' | 'feeBp' | 'itemMinor' | 'minimumQuantity'>, before: StandingOffer | null): Promise<string | null> {
    const { productId, artisanId, feeBp: bp, itemMinor, minimumQuantity } = piece;
    return this.refusalOf(tx, async () => {
      await tx.query(`update clusters.collective_piece set offered = false, before = null where product_id = $1 and offered`, [productId]);
      await this.offers.put(tx, sale.clusterId, productId, artisanId, { bp, itemMinor }, { text: before?.text ?? null, keptBack: before?.keptBack ?? 0, minimumQuantity });
      await tx.query(`update clusters.collective_piece set offered = true, left_out = null, before = $3 where sale_id = $1 and product_id = $2`, [sale.id, productId, before && JSON.stringify(before)]);
    });
  }

  /** What stood before the sale stands again, if its maker still lets the cluster; otherwise the piece is hers alone. */
  private async giveBack(tx: Tx, sale: Locked, { productId, offered, before }: SalePiece): Promise<void> {
    if (!offered || !(await this.offers.standing(tx, productId, sale.clusterId))) return;
    await tx.query(`update clusters.collective_piece set offered = false, before = null where sale_id = $1 and product_id = $2`, [sale.id, productId]);
    if (await this.goesOn(tx, sale, productId, before)) return;
    let back = false;
    if (before) await this.refusalOf(tx, async () => void (back = await this.offers.bringBack(tx, before)));
    if (!back) await this.offers.end(tx, productId, sale.clusterId);
  }

  /** Another sale of the cluster, from which this one took the piece over, may be on still: then it has it again. */
  private async goesOn(tx: Tx, sale: Locked, productId: string, before: StandingOffer | null): Promise<boolean> {
    const [other] = await tx.query<SalePiece & { id: string }>(
      `select s.id, p.product_id "productId", p.artisan_id "artisanId", p.fee_bp "feeBp", p.item_minor "itemMinor", p.minimum_quantity "minimumQuantity"
       from clusters.collective_piece p join clusters.collective_sale s on s.id = p.sale_id
       where p.product_id = $1 and s.cluster_id = $2 and s.id <> $3 and s.state = 'open' and s.closes_at > $4 and p.left_out is null order by s.opens_at desc limit 1`,
      [productId, sale.clusterId, sale.id, tx.now],
    );
    return other !== undefined && (await this.putOn(tx, { id: other.id, clusterId: sale.clusterId }, other, before)) === null;
  }

  /** Does it, or leaves nothing of it behind and answers the code of why not. */
  private async refusalOf(tx: Tx, work: () => Promise<void>): Promise<string | null> {
    await tx.query('savepoint piece');
    try {
      await work();
      await tx.query('release savepoint piece');
      return null;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await tx.query('rollback to savepoint piece');
      await tx.query('release savepoint piece');
      return error.code;
    }
  }

  private async lock(tx: Tx, saleId: string): Promise<Locked> {
    const [row] = isId(saleId) ? await tx.query<CollectiveSale>(`${SALE} where s.id = $1 for update of s`, [saleId]) : [];
    if (!row) throw clustersErrors.CLUSTER_SALE_NOT_FOUND();
    const before = new Map((await tx.query<{ id: string; before: StandingOffer | null }>(`select product_id id, before from clusters.collective_piece where sale_id = $1`, [saleId])).map((piece) => [piece.id, piece.before]));
    return { ...row, pieces: row.pieces.map((piece) => ({ ...piece, before: before.get(piece.productId) ?? null })) };
  }

  private async own(tx: Tx, saleId: string, clusterId: string): Promise<CollectiveSale> {
    const [row] = await tx.query<CollectiveSale>(`${SALE} where s.id = $1 and s.cluster_id = $2`, [saleId, clusterId]);
    if (!row) throw clustersErrors.CLUSTER_SALE_NOT_FOUND({}, 'input.id');
    return row;
  }
}
