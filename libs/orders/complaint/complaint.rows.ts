import type { ProForma } from '../pro-forma.js';
import type { ComplaintKind, ComplaintSide, ComplaintState, ComplaintVerb, GoodsFate } from './complaint.js';

export interface ComplaintRow {
  readonly id: string;
  readonly orderId: string;
  readonly line: number;
  readonly kind: ComplaintKind;
  readonly quantity: number;
  readonly words: string;
  readonly state: ComplaintState;
  readonly askedMinor: number;
  readonly amountMinor: number | null;
  readonly goods: GoodsFate | null;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly creditNote: string | null;
  readonly refundedGoodsMinor: number | null;
}

export interface ComplaintStep {
  readonly verb: ComplaintVerb | 'open';
  readonly to: ComplaintState;
  readonly side: ComplaintSide;
  readonly at: string;
  readonly by: string;
  readonly words: string | null;
  readonly amountMinor: number | null;
}

/** One complaint with all that was said, as one side sees it. */
export interface Complaint extends ComplaintRow {
  readonly order: ProForma;
  readonly steps: readonly ComplaintStep[];
  readonly photographs: readonly { readonly id: string }[];
  readonly verbs: readonly ComplaintVerb[];
}

export const COMPLAINT = `c.id, c.order_id "orderId", c.line, c.kind, c.quantity, c.words, c.state, c.asked_minor "askedMinor", c.amount_minor "amountMinor", c.goods,
  c.opened_at "openedAt", c.due_at "dueAt", c.credit_note "creditNote", c.refunded_goods_minor "refundedGoodsMinor"`;

export const COMPLAINT_READ = `select ${COMPLAINT}, o.pro_forma "order",
    (select json_agg(json_build_object('verb', s.verb, 'to', s.to_state, 'side', s.side, 'at', s.at, 'by', s.actor_name, 'words', s.words, 'amountMinor', s.amount_minor) order by s.sequence)
     from orders.complaint_step s where s.complaint_id = c.id) steps,
    (select coalesce(json_agg(json_build_object('id', p.id) order by p.at, p.id), '[]') from orders.complaint_photograph p where p.complaint_id = c.id) photographs
  from orders.complaint c join orders.orders o on o.id = c.order_id`;

