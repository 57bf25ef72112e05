import { Inject, Injectable } from '@nestjs/common';
import { assertOrderable, catalogErrors, CatalogService, type Claim, type HeldUnit } from '#libs/catalog';
import { ClusterFeesService, shareByRole, type RoleFee } from '#libs/clusters';
import { DomainError, money, moroccanDay, newId, toDecimal, type Actor, type Clock, type Locale, type Money } from '#libs/kernel';
import { CLOCK, CONFIG, Database, type Config, type Tx } from '#libs/platform';
import { asksResponsible, byExporter, inWords } from '#libs/shipping';
import { BasketsService, type BasketLine, type BasketRow } from '../basket/baskets.service.js';
import { consigneeOf } from './consignee.js';
import { splitByExporter, type ExporterPart } from './freeze.js';
import { LettersService } from '../letters/letters.service.js';
import { proFormaNumber } from '../order/order.js';
import { keyHash, orderKey } from '../order/order-key.js';
import { ordersErrors } from '../orders.errors.js';
import { buyerOf, parsePlaceOrder, type PlaceOrder } from '../orders.inputs.js';
import { priceInWords, withOrderFees, type BasketPrice, type KnownBasketPrice } from './prices.service.js';
import { basketQuote, pricedLine, quoteQuestion, type BasketItem } from './pricing.js';
import type { BuyerKind, BuyerParty, Consignee, ProForma, ProFormaLine, RoleShare } from '../pro-forma.js';
import { paidSaleOf, type PaidSale } from '../stall/paid-sale.reading.js';
import { asPaid, lessPaid, paidLines } from '../stall/stall-sale.js';
import { StepsService } from '../order/steps.service.js';

type Known = KnownBasketPrice;

/** Prices are asked for before the transaction; if the basket or the catalogue moved meanwhile, they are asked for again. */
const MAX_ASKS = 4;
const MOVED = Symbol('moved');

/** Turns a basket into orders, one per exporter, each with its frozen pro forma and its pieces held. */
@Injectable()
export class PlacementService {
  constructor(
    private readonly db: Database,
    private readonly baskets: BasketsService,
    private readonly catalog: CatalogService,
    private readonly clusterFees: ClusterFeesService,
    private readonly steps: StepsService,
    private readonly letters: LettersService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Placing the same basket again answers the same orders, whatever else the repeat says. */
  async place(actor: Actor, raw: PlaceOrder): Promise<string> {
    const input = parsePlaceOrder(raw);
    for (let asks = 0; asks < MAX_ASKS; asks++) {
      const seen = await this.baskets.basket(actor, input.basketId, input.buyerKind);
      if (seen.state === 'placed') return seen.id;
      const consignee = consigneeOf(input.consignee, seen.country);
      const buyer = buyerOf(actor, input, consignee);
      const items = itemsOf(seen.lines, seen.paid);
      const quote = known(seen.quote, actor.locale);
      assertAnswerable(quote, consignee, input.buyerKind);
      this.assertShown(input, dueOf(quote, seen.paid));
      const question = this.question(items, seen, buyer);
      const done = await this.db.write(actor, async (tx) => {
        const basket = await this.baskets.lock(tx, input.basketId);
        if (basket.state === 'placed') return basket.id;
        const paid = await this.paidFor(tx, basket);
        const now = itemsOf(await this.baskets.lines(tx, basket.id), paid);
        if (this.question(now, basket, buyer) !== question) return MOVED;
        await this.write(tx, basket, now, quote, buyer, consignee, paid);
        return basket.id;
      });
      if (done !== MOVED) return done;
    }
    throw ordersErrors.ORDER_PRICES_MOVING();
  }

  /** Everything the delivered price depends on, and everything the pro forma will freeze of the catalogue. */
  private question(items: readonly BasketItem[], basket: BasketRow, buyer: BuyerParty): string {
    const day = moroccanDay(this.clock.now());
    return JSON.stringify([byExporter(items).map((part) => quoteQuestion(part.items, basket.country, buyer.kind, day)), items.map(pricedLine)]);
  }

  private assertShown(input: { shownTotalMinor?: number | null | undefined }, total: Money): void {
    const shown = input.shownTotalMinor;
    if (shown === null || shown === undefined || shown === total.amountMinor) return;
    throw ordersErrors.ORDER_PRICE_MOVED({ now: toDecimal(total), shown: toDecimal(money(shown, total.currency)) }, 'input.shownTotalMinor');
  }

  /** What the stall sold, locked: one journey home for one sale. */
  private async paidFor(tx: Tx, basket: BasketRow): Promise<PaidSale | null> {
    const paid = await paidSaleOf(tx, basket.stallSaleId);
    if (!paid) return null;
    if (!paid.open) throw ordersErrors.ORDER_STALL_CLOSED({}, 'input.basketId');
    const [taken] = await tx.query<{ number: string }>(`select number from orders.orders where stall_sale_id = $1 and state <> 'cancelled'`, [paid.id]);
    if (taken) throw ordersErrors.ORDER_STALL_SENDING({ number: taken.number }, 'input.basketId');
    return paid;
  }

  private async write(tx: Tx, basket: BasketRow, items: readonly BasketItem[], quote: Known, buyer: BuyerParty, consignee: Consignee, paid: PaidSale | null): Promise<void> {
    // The offer is kept in the words it was made in.
    const offers = quote.parts.map(({ exporter, quote: own }) => {
      const offer = basketQuote(inWords(own, buyer.locale));
      return [exporter.id, paid ? lessPaid(offer, paidLines(own.perLine, paid, buyer.locale)) : offer] as const;
    });
    const parts = splitByExporter(items.map(pricedLine), new Map(offers)).map((part) => ({ ...part, orderId: newId(tx.now.getTime()) }));
    const until = await this.holdUntil(tx);
    const units = paid ? new Map(items.map(({ piece }) => [piece.productId, paid.unitIds])) : await this.hold(tx, items, parts, until);
    const placed: ProForma[] = [];
    for (const part of parts) placed.push(await this.writeOrder(tx, basket, part, { quote, buyer, consignee, until, units, paid }));
    await tx.query(`update orders.basket set state = 'placed' where id = $1`, [basket.id]);
    for (const order of placed) await this.letters.write(tx, order, { kind: 'placed' });
  }

  private async writeOrder(
    tx: Tx,
    basket: BasketRow,
    part: ExporterPart & { orderId: string },
    terms: { quote: Known; buyer: BuyerParty; consignee: Consignee; until: Date; units: ReadonlyMap<string, readonly string[]>; paid: PaidSale | null },
  ): Promise<ProForma> {
    const issuedOn = moroccanDay(tx.now);
    const year = issuedOn.slice(0, 4);
    const proForma: ProForma = {
      number: proFormaNumber(year, await tx.nextNumber(`pro-forma:${year}`)),
      orderId: part.orderId,
      basketId: basket.id,
      issuedAt: tx.now.toISOString(),
      issuedOn,
      validUntil: terms.until.toISOString(),
      currency: terms.quote.currency,
      exporter: part.exporter,
      buyer: terms.buyer,
      consignee: terms.consignee,
      incoterm: { code: 'DDP', version: '2020', place: `${terms.consignee.city}, ${terms.consignee.country}` },
      lines: await this.linesOf(tx, part, terms.units),
      totals: part.totals,
      shares: part.shares,
      quote: part.quote,
      fx: { rate: terms.quote.fx.rate, source: terms.quote.fx.source, day: terms.quote.fx.day },
      ...(terms.paid ? { stall: { saleId: terms.paid.id, soldOn: terms.paid.soldOn, paidMadMinor: terms.paid.quantity * terms.paid.paidEachMinor } } : {}),
    };
    const key = orderKey(this.config.SECRET, part.orderId);
    await tx.query(
      `insert into orders.orders (id, basket_id, owner, number, exporter_id, state, pro_forma, placed_at, held_until, key_hash, stall_sale_id)
       values ($1,$2,$3,$4,$5,'draft',$6,$7,$8,$9,$10)`,
      [part.orderId, basket.id, basket.owner, proForma.number, part.exporter.id, JSON.stringify(proForma), tx.now, terms.until, keyHash(key), terms.paid?.id ?? null],
    );
    await this.steps.step(tx, { id: part.orderId, state: 'draft' }, 'place', { number: proForma.number });
    const total = { amountMinor: part.totals.totalMinor, currency: proForma.currency };
    await tx.publish('OrderPlaced', { orderId: part.orderId, basketId: basket.id, total, heldUntil: proForma.validUntil });
    return proForma;
  }

  private async linesOf(tx: Tx, part: ExporterPart, units: ReadonlyMap<string, readonly string[]>): Promise<ProFormaLine[]> {
    const lines: ProFormaLine[] = [];
    for (const line of part.lines) {
      const whole = { ...line, unitIds: units.get(line.productId)! };
      if (part.exporter.kind === 'artisan') lines.push(whole);
      else lines.push({ ...whole, clusterRoles: rolesOf(line, await this.clusterFees.accepted(tx, part.exporter.id, line.artisanId)) });
    }
    return lines;
  }

  /** Claims by ascending product id across the whole basket, so two baskets never wait for each other in a ring. */
  private async hold(tx: Tx, items: readonly BasketItem[], parts: readonly (ExporterPart & { orderId: string })[], until: Date): Promise<Map<string, string[]>> {
    const orderOf = new Map(parts.flatMap((part) => part.lines.map((line) => [line.productId, part.orderId])));
    const wanted = items.map(({ piece: { productId, certificateNumber }, quantity }, line) => ({ productId, quantity, certificateNumber, line }));
    const units = new Map<string, string[]>();
    for (const { line, ...claim } of wanted.sort((a, b) => (a.productId < b.productId ? -1 : 1))) {
      const held = await this.holdLine(tx, claim, orderOf.get(claim.productId)!, until, line);
      units.set(claim.productId, held.map((unit) => unit.id));
    }
    return units;
  }

  private async holdLine(tx: Tx, claim: Claim, orderId: string, until: Date, line: number): Promise<HeldUnit[]> {
    try {
      return await this.catalog.holdUnits(tx, claim, orderId, until);
    } catch (error) {
      // The catalogue knows the piece; only the basket knows which line the buyer must change.
      if (error instanceof DomainError) throw new DomainError(error.code, error.definition, error.params, `lines.${line}.quantity`);
      throw error;
    }
  }

  private async holdUntil(tx: Tx): Promise<Date> {
    const [terms] = await tx.query<{ minutes: number }>(`select minutes from orders.hold_terms where valid_from <= $1 order by valid_from desc limit 1`, [moroccanDay(tx.now)]);
    return new Date(tx.now.getTime() + terms!.minutes * 60_000);
  }
}

/** What the buyer still has to pay of a delivered price. */
function dueOf(quote: Known, paid: PaidSale | null): Money {
  const prepaid = paid ? quote.perLine.reduce((sum, line) => sum + line.goodsMinor, 0) : 0;
  return money(quote.total.amountMinor - prepaid, quote.currency);
}

/** A postal code may show what its country did not: Northern Ireland asks for a responsible person as the Union does. */
function assertAnswerable(quote: Known, { country, postalCode }: Consignee, buyerKind: BuyerKind): void {
  if (!asksResponsible({ country, postalCode, buyerKind })) return;
  const alone = quote.parts.find((part) => !part.quote.responsible);
  if (alone) throw ordersErrors.ORDER_NOBODY_ANSWERS({ exporter: alone.exporter.name }, 'input.consignee.postalCode');
}

function itemsOf(lines: readonly BasketLine[], paid: PaidSale | null): BasketItem[] {
  if (lines.length === 0) throw ordersErrors.ORDER_BASKET_EMPTY();
  return withOrderFees(lines.map(({ piece, quantity }, i) => {
    if (!piece) throw ordersErrors.ORDER_PRODUCT_UNKNOWN({}, `lines.${i}.productId`);
    // Hers already: nothing of it can be sold out, off sale or too few.
    if (paid) return asPaid({ piece, quantity }, paid.paidEachMinor);
    if (piece.state === 'sold') throw catalogErrors.CATALOG_SOLD_OUT({ available: 0, wanted: quantity }, `lines.${i}.quantity`);
    if (piece.state !== 'listed') throw catalogErrors.CATALOG_NOT_ON_SALE({}, `lines.${i}.productId`);
    assertOrderable(piece, quantity, `lines.${i}.quantity`);
    return { piece, quantity };
  }));
}

/** The cluster's part of a line, by what it is paid for, in both currencies. */
function rolesOf(line: Pick<ProFormaLine, 'shares' | 'sharesMad' | 'quantity' | 'netWeightGrams' | 'onceMadMinor'>, fees: readonly RoleFee[]): RoleShare[] {
  const { quantity, netWeightGrams, onceMadMinor: onceMinor = 0 } = line;
  const paid = { makerMinor: line.sharesMad.makerMinor / quantity, netWeightGrams, quantity, onceMinor };
  const [here, mad] = [shareByRole(line.shares.clusterMinor, fees, paid), shareByRole(line.sharesMad.clusterMinor, fees, paid)];
  const of = (shares: typeof here, role: string): number => shares.find((share) => share.role === role)?.minor ?? 0;
  return [...new Set([...here, ...mad].map((share) => share.role))].map((role) => ({ role, minor: of(here, role), madMinor: of(mad, role) }));
}

function known(quote: BasketPrice | null, locale: Locale): Known {
  if (quote?.known) return quote;
  throw ordersErrors.ORDER_NOT_QUOTABLE({ why: quote ? priceInWords(quote, locale).reasons.map((reason) => reason.text).join(' ') : '' });
}
