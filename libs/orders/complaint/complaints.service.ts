import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { freeText, isId, nullIfRefused, type Actor } from '#libs/kernel';
import { Database, isUniqueViolation, parse, type Tx } from '#libs/platform';
import { StepsService, type OrderRow } from '../order/steps.service.js';
import { ordersErrors } from '../orders.errors.js';
import { OrdersService } from '../orders.service.js';
import { askedFor, COMPLAINT_KINDS, complaintLifecycle, daysAfter, GOODS_FATES, lineNumber, paidFor, type ComplaintSide, type ComplaintVerb, type GoodsFate } from './complaint.js';
import { ComplaintLettersService } from './complaint-letters.service.js';
import { COMPLAINT, type ComplaintRow } from './complaint.rows.js';
import { ComplaintsQueries } from './complaints.queries.js';

const uuid = z.string().refine(isId, 'a UUID');
const words = z.string();
const opening = z.object({ id: uuid, orderId: z.string(), line: z.int().min(1), quantity: z.int().min(1), kind: z.enum(COMPLAINT_KINDS), words, key: z.string().nullish() });
export type OpenComplaint = z.input<typeof opening>;
const answering = z.object({ id: z.string(), amountMinor: z.int().min(1).nullish(), goods: z.enum(GOODS_FATES).nullish(), words: words.nullish(), key: z.string().nullish() });
export type SayOfComplaint = z.input<typeof answering>;

interface Said {
  readonly side: ComplaintSide;
  readonly words?: string | null;
  readonly amountMinor?: number | null;
  readonly goods?: GoodsFate | null;
}

/** A buyer's complaint about a line of her order, and what each side says until it ends. */
@Injectable()
export class ComplaintsService {
  constructor(
    private readonly db: Database,
    private readonly orders: OrdersService,
    private readonly steps: StepsService,
    private readonly letters: ComplaintLettersService,
    private readonly read: ComplaintsQueries,
  ) {}

  /** By the buyer, or whoever holds the key of her letters, in time; by the desk for her, at any time. Once under its id. */
  async open(actor: Actor, input: OpenComplaint): Promise<string> {
    const { id, orderId, line: number, quantity, kind, words: typed, key } = parse(opening, input);
    const said = freeText(typed, 2_000, 'input.words');
    const side = await this.orders.sideFor(actor, orderId, key ?? null);
    if (side === 'exporter') throw ordersErrors.ORDER_NOT_FOUND({}, 'input.orderId');
    return this.db.write(actor, async (tx) => {
      const order = await this.steps.lock(tx, orderId);
      const [known] = await tx.query<{ orderId: string }>(`select order_id "orderId" from orders.complaint where id = $1`, [id]);
      if (known?.orderId === orderId) return id;
      if (known) throw ordersErrors.ORDER_COMPLAINT_NOT_FOUND({}, 'input.id');
      const terms = await this.read.terms(tx);
      const window = await this.read.window(tx, order);
      if (side === 'buyer' && !window) throw ordersErrors.ORDER_COMPLAINT_TIME({ days: terms.openDays });
      if (side === 'buyer' && !window!.kinds.includes(kind)) throw ordersErrors.ORDER_COMPLAINT_KIND({}, 'input.kind');
      if (!['dispatched', 'delivered'].includes(order.state)) throw ordersErrors.ORDER_COMPLAINT_TIME({ days: terms.openDays });
      const line = lineNumber(order.proForma, number);
      if (!line) throw ordersErrors.ORDER_COMPLAINT_LINE({}, 'input.line');
      if (quantity > line.quantity) throw ordersErrors.ORDER_COMPLAINT_QUANTITY({ max: line.quantity }, 'input.quantity');
      const asked = Math.min(askedFor(line, quantity), await this.left(tx, order, number));
      if (asked <= 0) throw ordersErrors.ORDER_COMPLAINT_LINE({}, 'input.line');
      await tx
        .query(`insert into orders.complaint (id, order_id, line, kind, quantity, words, state, asked_minor, opened_at, due_at) values ($1,$2,$3,$4,$5,$6,'open',$7,$8,$9)`, [id, orderId, number, kind, quantity, said, asked, tx.now, daysAfter(tx.now, terms.answerDays)])
        .catch((error: unknown) => {
          throw isUniqueViolation(error) ? ordersErrors.ORDER_COMPLAINT_OPEN({}, 'input.line') : error;
        });
      await this.note(tx, id, { verb: 'open', to: 'open', side, words: said, amountMinor: asked });
      await tx.audit({ action: 'complaint.open', subject: { type: 'order', id: orderId }, detail: { complaintId: id, line: number, kind, quantity } });
      await this.letters.toExporter(tx, id, 'opened', said);
      return id;
    });
  }

  /** The exporter gives all that was asked, or offers a part, or refuses with a reason. */
  async answer(actor: Actor, verb: 'accept' | 'offer' | 'refuse', input: SayOfComplaint): Promise<void> {
    const say = parse(answering, input);
    const reason = verb === 'refuse' ? freeText(say.words ?? '', 2_000, 'input.words') : textOrNull(say.words);
    await this.change(actor, say, 'exporter', async (tx, complaint, order) => {
      if (verb === 'refuse') return this.move(tx, complaint, 'refuse', { side: 'exporter', words: reason });
      const goods = say.goods ?? 'keep';
      const amountMinor = verb === 'accept' ? complaint.askedMinor : amountOf(say.amountMinor, complaint.askedMinor);
      await this.withinLine(tx, order, complaint, amountMinor);
      // An offer of all that was asked needs no yes of the buyer.
      const given = verb === 'accept' || amountMinor === complaint.askedMinor;
      return this.move(tx, complaint, given ? (goods === 'return' ? 'accept_on_return' : 'accept') : 'offer', { side: 'exporter', words: reason, amountMinor, goods });
    });
  }

  /** The buyer takes the offer, asks the desk to decide, or takes her complaint back. */
  async reply(actor: Actor, verb: 'agree' | 'disagree' | 'withdraw', input: SayOfComplaint): Promise<void> {
    const say = parse(answering, input);
    const said = textOrNull(say.words);
    await this.change(actor, say, 'buyer', (tx, complaint) => this.move(tx, complaint, verb === 'agree' && complaint.goods === 'return' ? 'agree_to_return' : verb, { side: 'buyer', words: said }));
  }

  /** The desk's word ends a disagreement: so much goes back, or nothing, and why. */
  async decide(actor: Actor, verb: 'award' | 'dismiss', input: SayOfComplaint): Promise<void> {
    const say = parse(answering, input);
    const reason = freeText(say.words ?? '', 2_000, 'input.words');
    await this.change(actor, say, 'house', async (tx, complaint, order) => {
      if (verb === 'dismiss') return this.move(tx, complaint, 'dismiss', { side: 'house', words: reason });
      const amountMinor = amountOf(say.amountMinor, complaint.askedMinor);
      await this.withinLine(tx, order, complaint, amountMinor);
      return this.move(tx, complaint, say.goods === 'return' ? 'award_on_return' : 'award', { side: 'house', words: reason, amountMinor, goods: say.goods ?? 'keep' });
    });
  }

  /** The goods are back with the exporter, or the desk knows that they are. */
  async received(actor: Actor, input: SayOfComplaint): Promise<void> {
    const say = parse(answering, input);
    await this.change(actor, say, ['exporter', 'house'], (tx, complaint, _order, side) => this.move(tx, complaint, 'receive', { side }));
  }

  /** Moves a complaint, says what follows of it, and writes to whom it concerns. */
  async move(tx: Tx, complaint: ComplaintRow, verb: ComplaintVerb, said: Said): Promise<void> {
    const to = complaintLifecycle.next(complaint.state, verb);
    const terms = await this.read.terms(tx);
    const dueAt = to === 'offered' || to === 'refused' ? daysAfter(tx.now, terms.replyDays) : null;
    const amountMinor = said.amountMinor ?? complaint.amountMinor;
    await tx.query(`update orders.complaint set state = $2, due_at = $3, amount_minor = $4, goods = $5 where id = $1`, [complaint.id, to, dueAt, amountMinor, said.goods ?? complaint.goods]);
    await this.note(tx, complaint.id, { verb, to, ...said });
    await tx.audit({ action: `complaint.${verb}`, subject: { type: 'order', id: complaint.orderId }, detail: { complaintId: complaint.id, ...(said.amountMinor && { amountMinor: said.amountMinor }) } });
    const order = await this.steps.lock(tx, complaint.orderId);
    if (to === 'accepted') {
      const line = lineNumber(order.proForma, complaint.line)!;
      await tx.publish('ComplaintAccepted', { complaintId: complaint.id, orderId: order.id, line: complaint.line, ...paidFor(line), amountMinor: amountMinor!, currency: order.proForma.currency });
    }
    await this.letters.tell(tx, { ...complaint, state: to, dueAt, amountMinor, goods: said.goods ?? complaint.goods }, order.proForma, said.words ?? null);
  }

  private async change(actor: Actor, say: { id: string; key?: string | null | undefined }, as: ComplaintSide | readonly ComplaintSide[], work: (tx: Tx, complaint: ComplaintRow, order: OrderRow, side: ComplaintSide) => Promise<void>): Promise<void> {
    const [seen] = isId(say.id) ? await this.db.read<{ orderId: string }>(`select order_id "orderId" from orders.complaint where id = $1`, [say.id]) : [];
    const side = seen ? await this.orders.sideFor(actor, seen.orderId, say.key ?? null).catch(nullIfRefused) : null;
    if (!seen || side === null || ![as].flat().includes(side)) throw ordersErrors.ORDER_COMPLAINT_NOT_FOUND({}, 'input.id');
    await this.db.write(actor, async (tx) => {
      const order = await this.steps.lock(tx, seen.orderId);
      await work(tx, await lockComplaint(tx, say.id), order, side);
    });
  }

  private async note(tx: Tx, id: string, step: Said & { verb: ComplaintVerb | 'open'; to: string }): Promise<void> {
    await tx.query(
      `insert into orders.complaint_step (complaint_id, sequence, verb, to_state, side, at, account_id, actor_name, words, amount_minor)
       select $1, coalesce(max(sequence), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9 from orders.complaint_step where complaint_id = $1`,
      [id, step.verb, step.to, step.side, tx.now, tx.actor.accountId, tx.actor.name, step.words ?? null, step.amountMinor ?? null],
    );
  }

  /** What a line still holds: what was paid for it, less what was promised back. */
  private async left(tx: Tx, order: OrderRow, line: number): Promise<number> {
    const [back] = await tx.query<{ minor: number }>(`select coalesce(sum(amount_minor), 0)::bigint as minor from orders.complaint where order_id = $1 and line = $2 and state in ('returning', 'accepted', 'refunded')`, [order.id, line]);
    return paidFor(lineNumber(order.proForma, line)!).lineMinor - back!.minor;
  }

  private async withinLine(tx: Tx, order: OrderRow, complaint: ComplaintRow, amountMinor: number): Promise<void> {
    const max = Math.min(complaint.askedMinor, await this.left(tx, order, complaint.line));
    if (amountMinor > max) throw ordersErrors.ORDER_COMPLAINT_AMOUNT({ max: (max / 100).toFixed(2), currency: order.proForma.currency }, 'input.amountMinor');
  }
}

export async function lockComplaint(tx: Tx, id: string): Promise<ComplaintRow> {
  const [row] = await tx.query<ComplaintRow>(`select ${COMPLAINT} from orders.complaint c where c.id = $1 for update`, [id]);
  if (!row) throw ordersErrors.ORDER_COMPLAINT_NOT_FOUND({}, 'input.id');
  return row;
}

function textOrNull(typed: string | null | undefined): string | null {
  return typed === null || typed === undefined || typed.trim() === '' ? null : freeText(typed, 2_000, 'input.words');
}

function amountOf(typed: number | null | undefined, asked: number): number {
  if (typed === null || typed === undefined) return asked;
  return typed;
}
