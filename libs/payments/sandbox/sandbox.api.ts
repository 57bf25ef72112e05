import { createHash } from 'node:crypto';
import { readForm, type Form } from './form.js';
import { invalid, missing, StripeRefusal } from './sandbox.errors.js';
import { text, whole, type SandboxCheckout } from './sandbox.checkout.js';
import type { SandboxDisputes } from './sandbox.disputes.js';
import type { Faults } from './sandbox.faults.js';
import type { SandboxRefunds } from './sandbox.refunds.js';
import type { SandboxStore, SandboxTx, StripeObject } from './sandbox.store.js';

export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface ApiRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: string;
  readonly authorization: string | undefined;
  readonly idempotencyKey: string | undefined;
}

type Work = (tx: SandboxTx, form: Form, id: string) => Promise<object>;

/** The endpoints we use, with Stripe's idempotency: same key same answer, other parameters an error, 500s saved. */
export class SandboxApi {
  private readonly routes: readonly (readonly [string, RegExp, Work])[];

  constructor(
    private readonly store: SandboxStore,
    private readonly faults: Faults,
    checkout: SandboxCheckout,
    refunds: SandboxRefunds,
    disputes: SandboxDisputes,
  ) {
    this.routes = [
      ['POST', /^\/v1\/checkout\/sessions$/, (tx, form) => checkout.create(tx, form)],
      ['GET', /^\/v1\/checkout\/sessions\/(cs_test_[0-9a-f]+)$/, (tx, _form, id) => checkout.retrieve(tx, id)],
      ['POST', /^\/v1\/checkout\/sessions\/(cs_test_[0-9a-f]+)\/expire$/, (tx, _form, id) => checkout.expire(tx, id)],
      ['POST', /^\/v1\/refunds$/, (tx, form) => refunds.create(tx, form)],
      ['GET', /^\/v1\/refunds$/, (tx, form) => listRefunds(tx, form)],
      ['GET', /^\/v1\/refunds\/(re_[0-9a-f]+)$/, (tx, _form, id) => one(tx, id, 'refund')],
      ['GET', /^\/v1\/disputes\/(du_[0-9a-f]+)$/, (tx, _form, id) => disputes.retrieve(tx, id)],
      ['POST', /^\/v1\/disputes\/(du_[0-9a-f]+)$/, (tx, form, id) => disputes.update(tx, form, id)],
      ['GET', /^\/v1\/payment_intents\/(pi_[0-9a-f]+)$/, (tx, _form, id) => one(tx, id, 'payment_intent')],
      ['GET', /^\/v1\/events$/, (tx, form) => listEvents(tx, form)],
      ['GET', /^\/v1\/events\/(evt_[0-9a-f]+)$/, (tx, _form, id) => one(tx, id, 'event')],
    ];
  }

  /** The connection may end without an answer, or stay open without one. */
  async answer(request: ApiRequest): Promise<Answer | 'cut' | 'silent'> {
    const label = `${request.method} ${request.path}`;
    if (!/^Bearer [sr]k_test_\w+$/.test(request.authorization ?? '')) {
      return { status: 401, body: { error: { type: 'invalid_request_error', message: 'Invalid API Key provided' } } };
    }
    const early = this.faults.take(label, 'black_hole', 'cut', 'rate_limit', 'garbage');
    if (early === 'black_hole') return 'silent';
    if (early === 'cut') return 'cut';
    if (early === 'rate_limit') return { status: 429, body: { error: { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests' } } };
    if (early === 'garbage') return { status: 404, body: { message: 'Not Found', path: request.path } };
    const answer = await this.work(request, label);
    const late = this.faults.take(label, 'timeout_after', 'cut_after');
    if (late === null) return answer;
    return late === 'cut_after' ? 'cut' : 'silent';
  }

  private async work(request: ApiRequest, label: string): Promise<Answer> {
    const route = this.routes.find(([method, path]) => method === request.method && path.test(request.path));
    if (!route) return { status: 404, body: { error: { type: 'invalid_request_error', message: `Unrecognized request URL (${label})` } } };
    const form = readForm(request.method === 'GET' ? request.query : request.body);
    if (!form) return refusal(invalid('body', 'The request cannot be read.'));
    const id = route[1].exec(request.path)?.[1] ?? '';
    try {
      return await this.store.inTx((tx) => (request.method === 'POST' && request.idempotencyKey ? this.once(tx, request, label, () => route[2](tx, form, id)) : this.plain(label, () => route[2](tx, form, id))));
    } catch (error) {
      if (error instanceof StripeRefusal) return refusal(error);
      throw error;
    }
  }

  private async plain(label: string, work: () => Promise<object>): Promise<Answer> {
    if (this.faults.take(label, 'error_500')) return FAILED;
    const body = await work();
    return this.faults.take(label, 'error_500_after') ? FAILED : { status: 200, body };
  }

  /** A refusal rolls the key back with everything else, as Stripe does for requests that never began to run. */
  private async once(tx: SandboxTx, request: ApiRequest, label: string, work: () => Promise<object>): Promise<Answer> {
    const fingerprint = createHash('sha256').update(`${label}\n${request.body}`).digest('hex');
    const fresh = await tx.query('insert into stripe_sandbox.request (key, fingerprint) values ($1, $2) on conflict do nothing returning key', [request.idempotencyKey, fingerprint]);
    if (fresh.length === 0) {
      const [seen] = await tx.query<{ fingerprint: string; status: number; answer: object }>('select fingerprint, status, answer from stripe_sandbox.request where key = $1', [request.idempotencyKey]);
      if (seen!.fingerprint !== fingerprint) {
        throw new StripeRefusal(400, 'idempotency_error', `Keys for idempotent requests can only be used with the same parameters they were first used with.`);
      }
      return { status: seen!.status, body: seen!.answer, headers: { 'idempotent-replayed': 'true' } };
    }
    const answer = await this.plain(label, work);
    await tx.query('update stripe_sandbox.request set status = $2, answer = $3 where key = $1', [request.idempotencyKey, answer.status, JSON.stringify(answer.body)]);
    return answer;
  }
}

const FAILED: Answer = { status: 500, body: { error: { type: 'api_error', message: 'An unknown error occurred' } } };

function refusal(error: StripeRefusal): Answer {
  return { status: error.status, body: error.body };
}

async function one(tx: SandboxTx, id: string, kind: string): Promise<StripeObject> {
  const found = await tx.take(id);
  if (found?.object !== kind) throw missing(kind, id);
  return found;
}

async function listRefunds(tx: SandboxTx, form: Form): Promise<object> {
  const intent = text(form['payment_intent']);
  const found = intent === undefined ? await tx.all('refund') : await tx.all('refund', `body->>'payment_intent' = $1`, [intent]);
  return page(found, form, '/v1/refunds');
}

async function listEvents(tx: SandboxTx, form: Form): Promise<object> {
  const created = form['created'];
  const since = typeof created === 'object' && !Array.isArray(created) ? Number(text(created['gte']) ?? 0) : 0;
  const types = Array.isArray(form['types']) ? form['types'] : null;
  const found = await tx.all('event', `created >= $1 and ($2::text[] is null or body->>'type' = any($2))`, [Number.isSafeInteger(since) ? since : 0, types]);
  return page(found, form, '/v1/events');
}

/** Newest first, `limit` at a time, from after `starting_after`. */
function page(found: readonly StripeObject[], form: Form, url: string): object {
  const limit = Math.min(whole(form['limit']) ?? 10, 100);
  const after = text(form['starting_after']);
  const from = after === undefined ? 0 : found.findIndex((o) => o.id === after) + 1;
  if (after !== undefined && from === 0) throw invalid('starting_after', `No such object: ${after.slice(0, 80)}`, 'resource_missing');
  const data = found.slice(from, from + limit);
  return { object: 'list', data, has_more: from + limit < found.length, url };
}
