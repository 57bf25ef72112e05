import { Inject, Injectable } from '@nestjs/common';
import { isId, newId, SYSTEM, type Actor } from '#libs/kernel';
import { CONFIG, Database, errand, OnErrand, type Config, type Tx } from '#libs/platform';
import { splitOf } from '../ledger/split.js';
import { paymentsErrors } from '../payments.errors.js';
import { GatewayRefused, GatewayUnknown, StripeGateway } from '../stripe/stripe.gateway.js';
import type { GatewaySession } from '../stripe/stripe.shapes.js';
import { CaptureService } from './capture.service.js';
import { closesAt, GRACE_MS, isLive, LIVE, returnPage } from './checkout.js';
import { CHECKOUT, ORDER_MONEY, PAYMENT, type CheckoutRow, type OrderMoneyRow, type PaymentRow } from './checkout.rows.js';
import { Placements, type Placed, type PlacedOrder } from './placements.port.js';

/** Closes a page that asks for money nobody should pay any more. */
export const closeErrand = errand<{ checkoutId: string }>('payments.close-checkout', { attempts: 10, backoffMs: 2_000 });

const ROUNDS = 4;

/** Opens, finds again and closes the provider's pages. The provider is never spoken to inside a transaction. */
@Injectable()
export class CheckoutsService {
  constructor(
    private readonly db: Database,
    private readonly gateway: StripeGateway,
    private readonly capture: CaptureService,
    private readonly placements: Placements,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** The address of the page to pay on. While one is open, every call answers the same. */
  async start(actor: Actor, basketId: string, returnUrl?: string | null): Promise<string> {
    const back = returnPage(this.config.publicUrl, returnUrl, `/${actor.locale}/checkout/return?basket=${encodeURIComponent(basketId)}`);
    if (!back) throw paymentsErrors.PAYMENT_RETURN_URL({}, 'returnUrl');
    for (let round = 0; round < ROUNDS; round++) {
      const frozen = await this.frozen(basketId);
      const checkout = await this.db.write(actor, (tx) => this.ready(tx, basketId, back, frozen));
      if (checkout.superseded) await this.close({ checkoutId: checkout.id }).catch(silence);
      else {
        const url = checkout.url ?? (await this.open(checkout)).url;
        if (url !== null) return url;
      }
    }
    throw paymentsErrors.PAYMENT_PROVIDER_UNAVAILABLE();
  }

  /** The pro formas, read before the transaction: they never change, and a transaction must not wait for a second connection. */
  private async frozen(basketId: string): Promise<Map<string, PlacedOrder>> {
    const placed = isId(basketId) ? await this.placements.placed(basketId) : null;
    const orders = await Promise.all((placed?.waiting ?? []).map((id) => this.placements.order(id)));
    return new Map(orders.map((order) => [order.orderId, order]));
  }

  /** The live try of this basket, or a new one. One that covers other orders than now wait is to be closed first. */
  private async ready(tx: Tx, basketId: string, back: URL, frozen: ReadonlyMap<string, PlacedOrder>): Promise<CheckoutRow> {
    const placed = await this.payable(tx, basketId);
    // A page that is open already keeps its own closing time: asking again must not hold the pieces for ever.
    const [before] = await tx.query<{ expiresAt: Date }>(
      `select c.expires_at as "expiresAt" from payments.checkout c join payments.payment p on p.id = c.payment_id where p.basket_id = $1 and c.state = any($2) and c.expires_at > $3`,
      [basketId, LIVE, tx.now],
    );
    const until = before?.expiresAt ?? closesAt(tx.now, new Date(placed.validUntil));
    await this.placements.keep(tx, basketId, new Date(until.getTime() + GRACE_MS));
    const payment = await this.payment(tx, placed);
    if (payment.capturedAt !== null) throw paymentsErrors.PAYMENT_ALREADY_MADE();
    const [live] = await tx.query<CheckoutRow>(`select ${CHECKOUT} from payments.checkout c where c.payment_id = $1 and c.state = any($2)`, [payment.id, LIVE]);
    if (live) {
      if (sameOrders(live.orderIds, placed.waiting) && live.expiresAt > tx.now) return live;
      await tx.query(`update payments.checkout set superseded = true where id = $1`, [live.id]);
      return { ...live, superseded: true };
    }
    const orders = await this.orders(tx, payment.id, placed.waiting, frozen);
    const amountMinor = orders.reduce((sum, order) => sum + order.totalMinor, 0);
    const cancel = new URL(back);
    cancel.searchParams.set('payment', 'cancelled');
    const [made] = await tx.query<CheckoutRow>(
      `insert into payments.checkout as c (id, payment_id, order_ids, amount_minor, currency, state, locale, success_url, cancel_url, expires_at, created_at)
       values ($1,$2,$3,$4,$5,'opening',$6,$7,$8,$9,$10) returning ${CHECKOUT}`,
      [newId(tx.now.getTime()), payment.id, placed.waiting, amountMinor, placed.currency, tx.actor.locale, back.href, cancel.href, until, tx.now],
    );
    await tx.audit({ action: 'payment.start', subject: { type: 'basket', id: basketId }, detail: { checkoutId: made!.id, amountMinor, currency: placed.currency } });
    return made!;
  }

  private async payable(tx: Tx, basketId: string): Promise<Placed> {
    const placed = isId(basketId) ? await this.placements.placed(basketId, tx) : null;
    if (!placed || tx.actor.accountId === null || placed.owner !== tx.actor.accountId) throw paymentsErrors.PAYMENT_NOT_FOUND({}, 'basketId');
    if (placed.state === 'settled') throw paymentsErrors.PAYMENT_ALREADY_MADE();
    if (placed.state === 'cancelled') throw paymentsErrors.PAYMENT_NOTHING_OPEN();
    if (placed.state === 'expired') throw paymentsErrors.PAYMENT_PRO_FORMA_EXPIRED({ until: placed.validUntil });
    return placed;
  }

  private async payment(tx: Tx, placed: Placed): Promise<PaymentRow> {
    await tx.query(`insert into payments.payment (id, basket_id, currency, created_at) values ($1,$2,$3,$4) on conflict (basket_id) do nothing`, [
      newId(tx.now.getTime()),
      placed.basketId,
      placed.currency,
      tx.now,
    ]);
    const [row] = await tx.query<PaymentRow>(`select ${PAYMENT} from payments.payment p where p.basket_id = $1 for update`, [placed.basketId]);
    return row!;
  }

  /** The split is frozen here, from the pro forma that is frozen already: no later figure can move it. */
  private async orders(tx: Tx, paymentId: string, orderIds: readonly string[], frozen: ReadonlyMap<string, PlacedOrder>): Promise<OrderMoneyRow[]> {
    for (const id of [...orderIds].sort()) {
      const order = frozen.get(id)!;
      const split = splitOf(order);
      await tx.query(
        `insert into payments.order_money (order_id, payment_id, number, currency, total_minor, split) values ($1,$2,$3,$4,$5,$6) on conflict do nothing`,
        [id, paymentId, order.number, split.currency, split.totalMinor, JSON.stringify(split)],
      );
    }
    return tx.query<OrderMoneyRow>(`select ${ORDER_MONEY} from payments.order_money m where m.order_id = any($1::uuid[]) order by m.number`, [orderIds]);
  }

  /** Asks for the page under the row's id: a repeat after a lost answer finds the same page. */
  private async open(checkout: CheckoutRow): Promise<GatewaySession> {
    const placed = await this.placements.placed(checkout.basketId);
    const orders = await this.db.read<OrderMoneyRow>(`select ${ORDER_MONEY} from payments.order_money m where m.order_id = any($1::uuid[]) order by m.number`, [checkout.orderIds]);
    try {
      const session = await this.gateway.openSession({
        checkoutId: checkout.id,
        basketId: checkout.basketId,
        currency: checkout.currency,
        lines: orders.map((order) => ({ label: `Dar Sanaa ${order.number}`, amountMinor: order.totalMinor })),
        email: placed?.email ?? null,
        locale: checkout.locale,
        successUrl: checkout.successUrl,
        cancelUrl: checkout.cancelUrl,
        expiresAt: checkout.expiresAt.getTime() / 1000,
      });
      await this.db.write(SYSTEM, (tx) => this.capture.settle(tx, session));
      return session;
    } catch (error) {
      await this.note(checkout.id, error);
      return silence(error);
    }
  }

  /**
   * A refusal ends the try. So does a 500, which is saved under the key for a day: the address of a page that may
   * exist was never given to anybody, so nobody can pay on it. Any other silence leaves the try unresolved.
   */
  private async note(checkoutId: string, error: unknown): Promise<void> {
    const over = error instanceof GatewayRefused || (error instanceof GatewayUnknown && error.status === 500);
    const refusal = error instanceof GatewayRefused ? error.code : String(error).slice(0, 200);
    await this.db.write(SYSTEM, (tx) =>
      tx.query(`update payments.checkout set state = $2, refusal = $3, asked_at = $4 where id = $1 and state in ('opening', 'unresolved')`, [checkoutId, over ? 'refused' : 'unresolved', refusal, tx.now]),
    );
  }

  /** Asks the provider how a try stands and settles it. */
  async ask(checkoutId: string): Promise<void> {
    const checkout = await this.row(checkoutId);
    if (!checkout || !isLive(checkout.state)) return;
    if (checkout.sessionId === null) {
      await this.open(checkout);
      return;
    }
    const session = await this.gateway.session(checkout.sessionId);
    await this.db.write(SYSTEM, (tx) => this.capture.settle(tx, session));
  }

  /** A page that is already paid or over refuses to close; then its own end is what counts. */
  @OnErrand(closeErrand)
  async close({ checkoutId }: { checkoutId: string }): Promise<void> {
    let checkout = await this.row(checkoutId);
    if (checkout && isLive(checkout.state) && checkout.sessionId === null) {
      await this.open(checkout);
      checkout = await this.row(checkoutId);
    }
    if (!checkout || !isLive(checkout.state) || checkout.sessionId === null) return;
    const sessionId = checkout.sessionId;
    const session = await this.gateway.expireSession(sessionId).catch((error: unknown) => {
      if (error instanceof GatewayRefused) return this.gateway.session(sessionId);
      throw error;
    });
    await this.db.write(SYSTEM, (tx) => this.capture.settle(tx, session));
  }

  private async row(checkoutId: string): Promise<CheckoutRow | null> {
    return (await this.db.read<CheckoutRow>(`select ${CHECKOUT} from payments.checkout c where c.id = $1`, [checkoutId]))[0] ?? null;
  }
}

/** What the buyer is told when the provider is silent or says no; a fault of ours stays one. */
function silence(error: unknown): never {
  if (error instanceof GatewayRefused || error instanceof GatewayUnknown) throw paymentsErrors.PAYMENT_PROVIDER_UNAVAILABLE();
  throw error;
}

function sameOrders(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join() === [...b].sort().join();
}
