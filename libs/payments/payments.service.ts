import { Injectable } from '@nestjs/common';
import { hasRole, isId, SYSTEM, type Actor, type Money } from '#libs/kernel';
import { Database } from '#libs/platform';
import { isLive, LIVE } from './checkout/checkout.js';
import { CHECKOUT, ORDER_MONEY, PAYMENT, type CheckoutRow, type OrderMoneyRow, type PaymentRow } from './checkout/checkout.rows.js';
import { CheckoutsService } from './checkout/checkouts.service.js';
import { paymentState, type PaymentState } from './checkout/payment-view.js';
import { Placements } from './checkout/placements.port.js';
import { gaveBack, houseGaveBack, type BackPart } from './give-back/give-back.js';
import { backsOf } from './give-back/give-back.rows.js';
import { LedgerService, type LedgerLine } from './ledger/ledger.service.js';
import { HOUSE_PURPOSES, type ClusterRole, type PayeeKind, type HousePurpose, type Split } from './ledger/split.js';
import { paymentsErrors } from './payments.errors.js';
import { GatewayRefused, GatewayUnknown } from './stripe/stripe.gateway.js';

export interface PaymentView {
  readonly basketId: string;
  readonly state: PaymentState;
  readonly amount: Money | null;
  readonly refunded: Money | null;
  /** Where to pay, while the page is open. */
  readonly url: string | null;
  /** Why the bank said no the last time, in the provider's word. */
  readonly declineCode: string | null;
  readonly orderIds: readonly string[];
}

export interface SplitShare {
  readonly to: PayeeKind | HousePurpose;
  readonly beneficiaryId: string | null;
  readonly line: number | null;
  readonly amount: Money;
  /** What a payee receives, in dirhams. */
  readonly receives: Money | null;
  /** What of it went back to the buyer for accepted complaints, and the same in dirhams. */
  readonly back: Money | null;
  readonly receivesBack: Money | null;
  /** Of a cluster: which of its works it pays. */
  readonly role: ClusterRole | null;
  /** Of a shared order: how many pieces of the line she made. */
  readonly pieces: number | null;
}

export interface OrderLedger {
  readonly orderId: string;
  readonly number: string;
  readonly total: Money;
  readonly captured: Money;
  readonly refunded: Money;
  readonly released: Money;
  readonly shares: readonly SplitShare[];
  /** For the desk; empty for the others. */
  readonly lines: readonly LedgerLine[];
}

/** Two askings of the provider about one page are at least this far apart, however often the buyer reloads. */
const ASK_AGAIN_MS = 2_000;

/** What may be read of payments, by whom. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly db: Database,
    private readonly checkouts: CheckoutsService,
    private readonly placements: Placements,
    private readonly ledger: LedgerService,
  ) {}

  /**
   * How the payment of a basket stands. While it is undecided the provider is asked first, so that a buyer who comes
   * back before the webhook sees the truth; if it does not answer, she sees what we know.
   */
  async payment(actor: Actor, basketId: string): Promise<PaymentView> {
    const placed = isId(basketId) ? await this.placements.placed(basketId) : null;
    const mine = placed && actor.accountId !== null && placed.owner === actor.accountId;
    if (!placed || !(mine || hasRole(actor, 'desk', 'admin'))) throw paymentsErrors.PAYMENT_NOT_FOUND({}, 'basketId');
    const last = await this.lastCheckout(basketId);
    if (last && isLive(last.state) && (await this.mayAsk(last.id))) await this.checkouts.ask(last.id).catch(unlessSilent);
    return this.view(basketId);
  }

  /** Who got what of an order, for its owner, its exporter and the desk. */
  async orderLedger(actor: Actor, orderId: string): Promise<OrderLedger> {
    const [order] = isId(orderId) ? await this.db.read<OrderMoneyRow>(`select ${ORDER_MONEY} from payments.order_money m where m.order_id = $1`, [orderId]) : [];
    if (!order || !(await this.placements.maySee(actor, orderId))) throw paymentsErrors.PAYMENT_NOT_FOUND({}, 'orderId');
    const { currency, split } = order;
    const money = (amountMinor: number): Money => ({ amountMinor, currency });
    const shares = sharesOf(split, await backsOf({ query: (sql, params) => this.db.read(sql, params) }, orderId), currency);
    return {
      orderId,
      number: order.number,
      total: money(order.totalMinor),
      captured: money(order.capturedMinor),
      refunded: money(order.refundedMinor),
      released: money(order.releasedMinor),
      shares,
      lines: hasRole(actor, 'desk', 'admin') ? await this.ledger.linesOf(orderId) : [],
    };
  }

  private async view(basketId: string): Promise<PaymentView> {
    const [payment] = await this.db.read<PaymentRow>(`select ${PAYMENT} from payments.payment p where p.basket_id = $1`, [basketId]);
    if (!payment) return { basketId, state: 'not_started', amount: null, refunded: null, url: null, declineCode: null, orderIds: [] };
    const last = await this.lastCheckout(basketId);
    const orders = await this.db.read<OrderMoneyRow>(`select ${ORDER_MONEY} from payments.order_money m where m.payment_id = $1 order by m.number`, [payment.id]);
    const sum = (part: 'capturedMinor' | 'refundingMinor' | 'refundedMinor'): number => orders.reduce((total, order) => total + order[part], 0);
    const captured = payment.capturedAt !== null;
    const state = paymentState({ captured, checkout: last?.state ?? null, capturedMinor: sum('capturedMinor'), refundingMinor: sum('refundingMinor'), refundedMinor: sum('refundedMinor') });
    const { currency } = payment;
    return {
      basketId,
      state,
      amount: { amountMinor: captured ? sum('capturedMinor') : (last?.amountMinor ?? 0), currency },
      refunded: sum('refundedMinor') > 0 ? { amountMinor: sum('refundedMinor'), currency } : null,
      url: state === 'open' ? (last?.url ?? null) : null,
      declineCode: state === 'open' ? (last?.declineCode ?? null) : null,
      orderIds: orders.map((order) => order.orderId),
    };
  }

  /** The one that is live, or else the last that came to anything. */
  private async lastCheckout(basketId: string): Promise<CheckoutRow | null> {
    const [row] = await this.db.read<CheckoutRow>(
      `select ${CHECKOUT} from payments.checkout c where c.payment_id = (select id from payments.payment where basket_id = $1) order by c.state = any($2) desc, c.state = 'refused', c.id desc limit 1`,
      [basketId, LIVE],
    );
    return row ?? null;
  }

  private async mayAsk(checkoutId: string): Promise<boolean> {
    return this.db.write(SYSTEM, async (tx) => {
      const taken = await tx.query(`update payments.checkout set asked_at = $2 where id = $1 and (asked_at is null or asked_at <= $3) returning id`, [
        checkoutId,
        tx.now,
        new Date(tx.now.getTime() - ASK_AGAIN_MS),
      ]);
      return taken.length > 0;
    });
  }
}

/** Who gets what of an order, and what of it each gave back. */
function sharesOf(split: Split, back: readonly BackPart[], currency: string): SplitShare[] {
  const money = (amountMinor: number): Money => ({ amountMinor, currency });
  const mad = (amountMinor: number): Money => ({ amountMinor, currency: 'MAD' });
  const payees = split.payees.map((p): SplitShare => {
    const gone = gaveBack(back, p);
    const some = gone.amountMinor > 0;
    return { to: p.kind, beneficiaryId: p.id, line: p.line, amount: money(p.amountMinor), receives: mad(p.madMinor), back: some ? money(gone.amountMinor) : null, receivesBack: some ? mad(gone.madMinor) : null, role: p.role ?? null, pieces: p.pieces ?? null };
  });
  const bore = houseGaveBack(back);
  const house = HOUSE_PURPOSES.map((to): SplitShare => ({ to, beneficiaryId: null, line: null, amount: money(split.house[to]), receives: null, back: to === 'platform' && bore > 0 ? money(bore) : null, receivesBack: null, role: null, pieces: null }));
  return [...payees, ...house.filter((share) => share.amount.amountMinor > 0 || share.back !== null)];
}

/** A provider that does not answer is no reason not to show what we know. */
function unlessSilent(error: unknown): void {
  const unavailable = error instanceof Error && 'code' in error && error.code === 'PAYMENT_PROVIDER_UNAVAILABLE';
  if (!unavailable && !(error instanceof GatewayUnknown) && !(error instanceof GatewayRefused)) throw error;
}
