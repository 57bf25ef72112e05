import { Injectable } from '@nestjs/common';
import { assertOrderable, CatalogService, type TradeData } from '#libs/catalog';
import { IdentityService } from '#libs/identity';
import { isId, type Actor } from '#libs/kernel';
import { Database, type Tx } from '#libs/platform';
import { MAX_BASKET_LINES, MAX_QUANTITY } from '../order/order.js';
import { ordersErrors } from '../orders.errors.js';
import { PricesService, withOrderFees, type BasketPrice } from '../placing/prices.service.js';
import type { BuyerKind } from '../pro-forma.js';
import { paidSaleOf, type PaidSale } from '../stall/paid-sale.reading.js';
import { asPaid, type StallSale } from '../stall/stall-sale.js';

export interface BasketRow {
  readonly id: string;
  readonly owner: string;
  readonly country: string;
  readonly state: 'open' | 'placed';
  readonly stallSaleId: string | null;
}

export interface BasketLine {
  readonly productId: string;
  readonly quantity: number;
  /** Who sold it, and for how much, when it was put in. */
  readonly seen: { readonly exporterId: string; readonly goodsMinor: number } | null;
  /** Null when the piece is no longer shown at all. */
  readonly piece: TradeData | null;
}

export interface Basket extends BasketRow {
  readonly lines: readonly BasketLine[];
  /** Null while the basket is empty or holds something that is not for sale. */
  readonly quote: BasketPrice | null;
  /** What was paid by hand for what the basket takes home. */
  readonly paid: PaidSale | null;
}

const BASKET = `select id, owner, country, state, stall_sale_id "stallSaleId" from orders.basket where id = $1`;
const LINES = `select product_id "productId", quantity, case when seen_exporter_id is null then null else json_build_object('exporterId', seen_exporter_id, 'goodsMinor', seen_goods_minor) end seen from orders.basket_line where basket_id = $1 order by position`;

/** What a buyer means to buy, at today's delivered price. Whoever made a basket is the only one who sees it, as a guest or, once she has signed in, as herself. */
@Injectable()
export class BasketsService {
  constructor(
    private readonly db: Database,
    private readonly catalog: CatalogService,
    private readonly prices: PricesService,
    private readonly identity: IdentityService,
  ) {}

  /** With a sale, it takes home what a visitor bought at a stall, and nothing else. */
  async create(actor: Actor, id: string, country: string, sale: Pick<StallSale, 'id' | 'productId' | 'quantity'> | null = null): Promise<Basket> {
    if (!isId(id)) throw ordersErrors.ORDER_BASKET_NOT_FOUND({}, 'id');
    const to = countryCode(country);
    await this.db.write(actor, async (tx) => {
      const made = await tx.query(
        `insert into orders.basket (id, owner, country, created_at, stall_sale_id) values ($1,$2,$3,$4,$5) on conflict do nothing returning id`,
        [id, actor.accountId, to, tx.now, sale?.id ?? null],
      );
      if (sale && made.length > 0) await tx.query(`insert into orders.basket_line (basket_id, product_id, quantity, position) values ($1,$2,$3,1)`, [id, sale.productId, sale.quantity]);
    });
    return this.basket(actor, id);
  }

  async basket(actor: Actor, id: string, buyerKind: BuyerKind = 'consumer'): Promise<Basket> {
    const [row] = isId(id) ? await this.db.read<BasketRow>(BASKET, [id]) : [];
    if (!row || (row.owner !== actor.accountId && !(await this.followed(actor, row)))) throw ordersErrors.ORDER_BASKET_NOT_FOUND();
    return { ...row, ...(await this.priced(row, buyerKind)) };
  }

  /** Zero takes the piece out. */
  async setLine(actor: Actor, basketId: string, productId: string, quantity: number): Promise<Basket> {
    if (!Number.isInteger(quantity) || quantity < 0 || quantity > MAX_QUANTITY) throw ordersErrors.ORDER_QUANTITY({ max: MAX_QUANTITY }, 'quantity');
    const [piece] = quantity > 0 && isId(productId) ? await this.catalog.tradeData([productId]) : [];
    if (quantity > 0 && (!piece || piece.state !== 'listed')) throw ordersErrors.ORDER_PRODUCT_UNKNOWN({}, 'productId');
    if (piece?.unique && quantity > 1) throw ordersErrors.ORDER_UNIQUE_PIECE({}, 'quantity');
    if (piece) assertOrderable(piece, quantity, 'quantity');
    await this.db.write(actor, async (tx) => {
      const basket = await this.lockOpen(tx, basketId);
      if (basket.stallSaleId !== null) throw ordersErrors.ORDER_STALL_BASKET({}, 'productId');
      if (quantity === 0) {
        if (isId(productId)) await tx.query(`delete from orders.basket_line where basket_id = $1 and product_id = $2`, [basketId, productId]);
        return;
      }
      await tx.query(
        `insert into orders.basket_line (basket_id, product_id, quantity, position, seen_exporter_id, seen_goods_minor)
         select $1, $2, $3, coalesce(max(position), 0) + 1, $4, $5 from orders.basket_line where basket_id = $1
         on conflict (basket_id, product_id) do update set quantity = excluded.quantity, seen_exporter_id = excluded.seen_exporter_id, seen_goods_minor = excluded.seen_goods_minor`,
        [basketId, productId, quantity, piece!.exporter.id, piece!.price.goodsMinor],
      );
      const [{ n }] = (await tx.query<{ n: number }>(`select count(*)::int n from orders.basket_line where basket_id = $1`, [basketId])) as [{ n: number }];
      if (n > MAX_BASKET_LINES) throw ordersErrors.ORDER_BASKET_FULL({ max: MAX_BASKET_LINES }, 'productId');
    });
    return this.basket(actor, basketId);
  }

  async setCountry(actor: Actor, basketId: string, country: string): Promise<Basket> {
    const to = countryCode(country);
    await this.db.write(actor, async (tx) => {
      await this.lockOpen(tx, basketId);
      await tx.query(`update orders.basket set country = $2 where id = $1`, [basketId, to]);
    });
    return this.basket(actor, basketId);
  }

  /** Takes the basket for this transaction alone. */
  async lock(tx: Tx, basketId: string): Promise<BasketRow> {
    const [row] = isId(basketId) ? await tx.query<BasketRow>(`${BASKET} for update`, [basketId]) : [];
    if (!row || row.owner !== tx.actor.accountId) throw ordersErrors.ORDER_BASKET_NOT_FOUND();
    return row;
  }

  async lines(from: Pick<Database, 'read'> | Tx, basketId: string): Promise<BasketLine[]> {
    const rows = 'read' in from ? await from.read<Omit<BasketLine, 'piece'>>(LINES, [basketId]) : await from.query<Omit<BasketLine, 'piece'>>(LINES, [basketId]);
    const pieces = await this.catalog.tradeData(rows.map((row) => row.productId), 'read' in from ? undefined : from);
    const byId = new Map(pieces.map((piece) => [piece.productId, piece]));
    return rows.map((row) => ({ ...row, piece: byId.get(row.productId) ?? null }));
  }

  /**
   * A guest who signs in becomes another account and keeps her browser's basket: an open basket without a person behind it
   * follows whoever knows its id and has an address. It holds pieces and a country, nothing about her.
   */
  private async followed(actor: Actor, row: BasketRow): Promise<boolean> {
    if (row.state !== 'open' || actor.accountId === null) return false;
    if ((await this.identity.addressOf(actor.accountId)) === null || (await this.identity.addressOf(row.owner)) !== null) return false;
    return this.db.write(actor, async (tx) => {
      const moved = await tx.query(`update orders.basket set owner = $3 where id = $1 and owner = $2 and state = 'open' returning id`, [row.id, row.owner, actor.accountId]);
      if (moved.length > 0) await tx.audit({ action: 'basket.follow', subject: { type: 'basket', id: row.id } });
      return moved.length > 0;
    });
  }

  private async priced(row: BasketRow, buyerKind: BuyerKind): Promise<Pick<Basket, 'lines' | 'quote' | 'paid'>> {
    const [lines, paid] = await Promise.all([this.lines(this.db, row.id), paidSaleOf(this.db, row.stallSaleId)]);
    const items = lines.flatMap(({ piece, quantity }) => (piece && (paid || piece.state === 'listed') ? [paid ? asPaid({ piece, quantity }, paid.paidEachMinor) : { piece, quantity }] : []));
    if (items.length === 0 || items.length < lines.length) return { lines, paid, quote: null };
    return { lines, paid, quote: await this.prices.of(withOrderFees(items), row.country, buyerKind) };
  }

  private async lockOpen(tx: Tx, basketId: string): Promise<BasketRow> {
    const row = await this.lock(tx, basketId);
    if (row.state !== 'open') throw ordersErrors.ORDER_BASKET_PLACED();
    return row;
  }
}

function countryCode(text: string): string {
  const code = text.trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(code)) throw ordersErrors.ORDER_COUNTRY_UNKNOWN({ country: [...text].slice(0, 20).join('') }, 'country');
  return code;
}
