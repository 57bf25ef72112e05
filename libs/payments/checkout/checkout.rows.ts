import type { Tx } from '#libs/platform';
import type { Split } from '../ledger/split.js';
import type { CheckoutState, RefundState } from './checkout.js';

export interface PaymentRow {
  readonly id: string;
  readonly basketId: string;
  readonly currency: string;
  readonly capturedAt: Date | null;
  readonly capturedBy: string | null;
}

export interface CheckoutRow {
  readonly id: string;
  readonly paymentId: string;
  readonly basketId: string;
  readonly orderIds: readonly string[];
  readonly amountMinor: number;
  readonly currency: string;
  readonly state: CheckoutState;
  readonly locale: 'en' | 'fr' | 'ar';
  readonly successUrl: string;
  readonly cancelUrl: string;
  readonly expiresAt: Date;
  readonly sessionId: string | null;
  readonly url: string | null;
  readonly paymentIntent: string | null;
  readonly declineCode: string | null;
  readonly superseded: boolean;
}

export interface OrderMoneyRow {
  readonly orderId: string;
  readonly paymentId: string;
  readonly number: string;
  readonly currency: string;
  readonly totalMinor: number;
  readonly capturedMinor: number;
  readonly refundingMinor: number;
  readonly refundedMinor: number;
  readonly releasedMinor: number;
  readonly split: Split;
  /** The split before a shared order was divided among its makers; null when it was not. */
  readonly promised: Split | null;
  readonly cancelledAt: Date | null;
  readonly releasedAt: Date | null;
}

export interface RefundRow {
  readonly id: string;
  readonly paymentId: string;
  readonly checkoutId: string;
  readonly orderId: string | null;
  /** Of a part that an accepted complaint gives back; null when everything held goes back. */
  readonly giveBackId: string | null;
  readonly amountMinor: number;
  readonly currency: string;
  readonly state: RefundState;
  readonly paymentIntent: string | null;
  readonly askedAt: Date | null;
  /** The lost dispute whose bank gave the buyer this money. */
  readonly coveredBy: string | null;
  /** Its payment is disputed at the buyer's bank. */
  readonly disputed: boolean;
}

export const PAYMENT = `p.id, p.basket_id as "basketId", p.currency, p.captured_at as "capturedAt", p.captured_by as "capturedBy"`;

export const CHECKOUT = `c.id, c.payment_id as "paymentId", (select basket_id from payments.payment where id = c.payment_id) as "basketId", c.order_ids as "orderIds",
  c.amount_minor as "amountMinor", c.currency, c.state, c.locale, c.success_url as "successUrl", c.cancel_url as "cancelUrl", c.expires_at as "expiresAt",
  c.session_id as "sessionId", c.url, c.payment_intent as "paymentIntent", c.decline_code as "declineCode", c.superseded`;

export const ORDER_MONEY = `m.order_id as "orderId", m.payment_id as "paymentId", m.number, m.currency, m.total_minor as "totalMinor", m.captured_minor as "capturedMinor",
  m.refunding_minor as "refundingMinor", m.refunded_minor as "refundedMinor", m.released_minor as "releasedMinor", m.split, m.promised, m.cancelled_at as "cancelledAt", m.released_at as "releasedAt"`;

export const REFUND = `r.id, r.payment_id as "paymentId", r.checkout_id as "checkoutId", r.order_id as "orderId", r.give_back_id as "giveBackId", r.amount_minor as "amountMinor", r.currency, r.state,
  (select payment_intent from payments.checkout where id = r.checkout_id) as "paymentIntent", r.asked_at as "askedAt", r.covered_by as "coveredBy", payments.disputed(r.payment_id) as disputed`;

/** Everything about one payment happens one at a time: whoever changes any of it holds its row first. */
export async function lockPayment(tx: Tx, paymentId: string): Promise<PaymentRow> {
  const [row] = await tx.query<PaymentRow>(`select ${PAYMENT} from payments.payment p where p.id = $1 for update`, [paymentId]);
  if (!row) throw new RangeError(`no payment ${paymentId}`);
  return row;
}

export async function orderMoney(tx: Tx, orderIds: readonly string[]): Promise<OrderMoneyRow[]> {
  return tx.query<OrderMoneyRow>(`select ${ORDER_MONEY} from payments.order_money m where m.order_id = any($1::uuid[]) order by m.order_id for update`, [orderIds]);
}
