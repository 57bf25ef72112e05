import { Inject, Injectable } from '@nestjs/common';
import { z } from 'zod';
import { catalogErrors, CatalogService, type TradeData } from '#libs/catalog';
import { ClustersService } from '#libs/clusters';
import { isId, money, moroccanDay, toDecimal, type Actor, type Clock } from '#libs/kernel';
import { CLOCK, CONFIG, Database, parse, type Config, type Tx } from '#libs/platform';
import { BasketsService, type Basket } from '../basket/baskets.service.js';
import { MAX_QUANTITY } from '../order/order.js';
import { keyHash, stallKey } from '../order/order-key.js';
import { ordersErrors } from '../orders.errors.js';
import { stateOfSale, type StallSale } from './stall-sale.js';

const sellInput = z.object({
  id: z.string().refine(isId, 'not an id'),
  productId: z.string().refine(isId, 'not an id'),
  quantity: z.number().int().min(1).max(MAX_QUANTITY),
  paidEachMinor: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
});
export type SellAtStall = z.input<typeof sellInput>;

interface Terms {
  readonly maxMinor: number;
  readonly days: number;
}

/** The stall's side: its key opens the visitor's page. */
export interface SaleAtStall extends StallSale {
  readonly key: string;
}

export interface OpenedSale {
  readonly sale: StallSale;
  readonly piece: TradeData;
}

const COLUMNS = `s.id, s.product_id "productId", s.artisan_id "artisanId", s.exporter_id "exporterId", s.quantity, s.paid_each_minor::float8 "paidEachMinor",
  s.unit_ids "unitIds", to_char(s.sold_on, 'YYYY-MM-DD') "soldOn", s.until, s.undone_at "undoneAt", o.number "orderNumber", o.state "orderState"
  from orders.stall_sale s left join orders.orders o on o.stall_sale_id = s.id and o.state <> 'cancelled'`;

/** Pieces bought in the medina that go home by the house: sold by hand, sent by parcel. */
@Injectable()
export class StallSalesService {
  constructor(
    private readonly db: Database,
    private readonly catalog: CatalogService,
    private readonly clusters: ClustersService,
    private readonly baskets: BasketsService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The maker, or who sends her pieces, says that a visitor has paid. The same id again answers the same sale. */
  async sell(actor: Actor, raw: SellAtStall): Promise<SaleAtStall> {
    const input = parse(sellInput, raw, 'input');
    const piece = await this.mine(actor, input.productId, 'input.productId');
    await this.db.write(actor, async (tx) => {
      // Two of the same at once: the second waits here and finds the first, before it looks for a piece that is no longer free.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('orders.stall_sale:' || $1, 0))`, [input.id]);
      const said = await tx.query(`select 1 from orders.stall_sale where id = $1`, [input.id]);
      if (said.length === 0) await this.write(tx, input, piece);
    });
    return this.bySeller(actor, input.id);
  }

  /** The newest of one piece. */
  async ofPiece(actor: Actor, productId: string): Promise<SaleAtStall[]> {
    const piece = await this.mine(actor, productId, 'productId');
    const rows = await this.db.read<StallSale>(`select ${COLUMNS} where s.product_id = $1 order by s.sold_at desc limit 50`, [piece.productId]);
    return rows.map((row) => this.withKey(row));
  }

  /** She changed her mind before she sent it: the piece is the maker's again. */
  async undo(actor: Actor, id: string): Promise<SaleAtStall> {
    const sale = await this.bySeller(actor, id);
    await this.db.write(actor, async (tx) => {
      const locked = await this.lock(tx, sale.id);
      if (locked.undoneAt !== null) return;
      if (locked.orderNumber !== null) throw ordersErrors.ORDER_STALL_SENDING({ number: locked.orderNumber }, 'id');
      await tx.query(`update orders.stall_sale set undone_at = $2 where id = $1`, [sale.id, tx.now]);
      await this.catalog.releaseUnits(tx, sale.id);
      await tx.audit({ action: 'stall-sale.undo', subject: { type: 'stall-sale', id: sale.id } });
    });
    return this.bySeller(actor, id);
  }

  /** What the visitor sees who scanned the code. The key is all it takes, as with a receipt. */
  async opened(key: string): Promise<OpenedSale> {
    const [sale] = await this.db.read<StallSale>(`select ${COLUMNS} where s.key_hash = $1`, [keyHash(key)]);
    const [piece] = sale ? await this.catalog.tradeData([sale.productId]) : [];
    if (!sale || !piece) throw ordersErrors.ORDER_STALL_SALE_UNKNOWN({}, 'key');
    return { sale, piece };
  }

  /** Makes the basket that takes it home. The basket's id is the visitor's own; the same again answers the same basket. */
  async takeHome(actor: Actor, key: string, basketId: string, country: string): Promise<Basket> {
    const { sale } = await this.opened(key);
    const state = stateOfSale(sale, this.clock.now());
    if (state === 'undone' || state === 'expired') throw ordersErrors.ORDER_STALL_CLOSED({}, 'key');
    if (state === 'sending') throw ordersErrors.ORDER_STALL_SENDING({ number: sale.orderNumber ?? '' }, 'key');
    return this.baskets.create(actor, basketId, country, sale);
  }

  private async write(tx: Tx, input: z.output<typeof sellInput>, piece: TradeData): Promise<void> {
    const [terms] = await tx.query<Terms>(
      `select max_mad_minor::float8 "maxMinor", days from orders.stall_terms where valid_from <= $1 order by valid_from desc limit 1`,
      [moroccanDay(tx.now)],
    );
    if (input.quantity * input.paidEachMinor > terms!.maxMinor) {
      throw ordersErrors.ORDER_STALL_LIMIT({ max: toDecimal(money(terms!.maxMinor, 'MAD')) }, 'input.paidEachMinor');
    }
    const units = await this.catalog.takeAtStall(tx, piece.productId, input.quantity, input.id);
    const until = new Date(tx.now.getTime() + terms!.days * 86_400_000);
    await tx.query(
      `insert into orders.stall_sale (id, product_id, artisan_id, exporter_id, quantity, paid_each_minor, unit_ids, seller_account, sold_on, until, key_hash, sold_at)
       values ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)`,
      [input.id, piece.productId, piece.artisanId, piece.exporter.id, input.quantity, input.paidEachMinor, units.map((unit) => unit.id), tx.actor.accountId, moroccanDay(tx.now), until, keyHash(stallKey(this.config.SECRET, input.id)), tx.now],
    );
    await tx.audit({ action: 'stall-sale.sell', subject: { type: 'stall-sale', id: input.id }, detail: { productId: piece.productId, quantity: input.quantity, paidEachMinor: input.paidEachMinor } });
  }

  /** Her own piece, or one her cluster sends. For everybody else it does not exist. */
  private async mine(actor: Actor, productId: string, field: string): Promise<TradeData> {
    const [piece] = isId(productId) ? await this.catalog.tradeData([productId]) : [];
    const hers = piece !== undefined && (piece.artisanId === actor.artisanId || (await this.clusters.coordinatedBy(actor)).includes(piece.exporter.id));
    if (!hers) throw catalogErrors.CATALOG_PRODUCT_UNKNOWN({}, field);
    return piece;
  }

  private async bySeller(actor: Actor, id: string): Promise<SaleAtStall> {
    const [sale] = isId(id) ? await this.db.read<StallSale>(`select ${COLUMNS} where s.id = $1`, [id]) : [];
    const hers = sale !== undefined && (sale.artisanId === actor.artisanId || (await this.clusters.coordinatedBy(actor)).includes(sale.exporterId));
    if (!hers) throw ordersErrors.ORDER_STALL_SALE_UNKNOWN({}, 'id');
    return this.withKey(sale);
  }

  private async lock(tx: Tx, id: string): Promise<StallSale> {
    await tx.query(`select 1 from orders.stall_sale where id = $1 for update`, [id]);
    return (await tx.query<StallSale>(`select ${COLUMNS} where s.id = $1`, [id]))[0]!;
  }

  private withKey(sale: StallSale): SaleAtStall {
    return { ...sale, key: stallKey(this.config.SECRET, sale.id) };
  }
}
