import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SandboxApi } from './sandbox.api.js';
import { SandboxCheckout } from './sandbox.checkout.js';
import { SandboxDisputes } from './sandbox.disputes.js';
import { API_VERSION, SandboxEvents } from './sandbox.events.js';
import { Faults } from './sandbox.faults.js';
import { SandboxPages } from './sandbox.pages.js';
import { SandboxRefunds } from './sandbox.refunds.js';
import { SandboxStore, stripeId } from './sandbox.store.js';

export interface SandboxOptions {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host?: string;
  readonly databaseUrl: string;
  /** Our own `POST /webhooks/stripe`. */
  readonly webhookUrl: string;
  readonly webhookSecret: string;
  /** How a browser reaches this server; the default is its own address. */
  readonly publicUrl?: string;
  /** Requests a second before 429; Stripe's test mode allows 25 (docs.stripe.com/rate-limits), rehearsals more. */
  readonly ratePerSecond?: number;
}

export interface StripeSandbox {
  readonly url: string;
  readonly faults: Faults;
  /** Takes a refund back, as a buyer's bank may days later. */
  bounceRefund(id: string): Promise<void>;
  /** A buyer's bank takes the money of a payment back; answers the dispute's id. */
  dispute(paymentIntent: string, of?: { amount?: number; reason?: string }): Promise<string>;
  /** Who was right. */
  endDispute(id: string, status: 'won' | 'lost'): Promise<void>;
  /** Sends what is due now instead of within a quarter of a second. */
  deliver(): Promise<void>;
  close(): Promise<void>;
}

const LARGEST_BODY = 64 * 1024;
const PAY = /^\/c\/pay\/(cs_test_[0-9a-f]{24})(\/challenge)?$/;

/** A stand-in for Stripe: the endpoints we use, signed webhooks, and the hosted page. It moves no money and takes no card. */
export async function startStripeSandbox(options: SandboxOptions): Promise<StripeSandbox> {
  const store = new SandboxStore(options.databaseUrl);
  await store.open();
  const server = createServer();
  const host = options.host ?? '127.0.0.1';
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(options.port, host, resolve));
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;

  const faults = new Faults();
  const events = new SandboxEvents(store, faults, { url: options.webhookUrl, secret: options.webhookSecret });
  const checkout = new SandboxCheckout(events, options.publicUrl ?? url);
  const refunds = new SandboxRefunds(events);
  const disputes = new SandboxDisputes(events);
  const api = new SandboxApi(store, faults, checkout, refunds, disputes);
  const pages = new SandboxPages(store, checkout, disputes);
  const limit = rateLimit(options.ratePerSecond ?? 200);
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    void serve(request, response, { api, pages, limit }).catch(() => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ error: { type: 'api_error', message: 'An unknown error occurred' } }));
    }).finally(() => void events.nudge());
  });
  events.start();
  return {
    url,
    faults,
    bounceRefund: (id) => store.inTx((tx) => refunds.bounce(tx, id)),
    dispute: (paymentIntent, of) => store.inTx(async (tx) => (await disputes.open(tx, paymentIntent, of)).id),
    endDispute: (id, status) => store.inTx(async (tx) => void (await disputes.end(tx, id, status))),
    deliver: () => events.nudge(),
    close: async () => {
      await stop(server);
      await events.stop();
      await store.close();
    },
  };
}

interface Inside {
  readonly api: SandboxApi;
  readonly pages: SandboxPages;
  readonly limit: () => boolean;
}

async function serve(request: IncomingMessage, response: ServerResponse, inside: Inside): Promise<void> {
  const { pathname, search } = new URL(request.url ?? '/', 'http://sandbox');
  const body = await read(request);
  if (body === null) return send(response, 413, { 'content-type': 'text/plain' }, 'too large');
  const pay = PAY.exec(pathname);
  if (pay) {
    const page = request.method === 'POST' ? await inside.pages.act(pay[1]!, body) : await inside.pages.show(pay[1]!, pay[2] !== undefined, search);
    return send(response, page.status, page.headers, page.html);
  }
  if (pathname === '/') return send(response, 200, { 'content-type': 'text/plain; charset=utf-8' }, 'Test payments. No money moves here.\n');
  if (!inside.limit()) return json(response, 429, { error: { type: 'invalid_request_error', code: 'rate_limit', message: 'Too many requests' } });
  const answer = await inside.api.answer({
    method: request.method ?? 'GET',
    path: pathname,
    query: search.slice(1),
    body,
    authorization: request.headers.authorization,
    idempotencyKey: typeof request.headers['idempotency-key'] === 'string' ? request.headers['idempotency-key'].slice(0, 255) : undefined,
  });
  // Of a rehearsed silence the caller tires by itself.
  if (answer === 'cut') response.destroy();
  else if (answer !== 'silent') json(response, answer.status, answer.body, answer.headers);
}

function json(response: ServerResponse, status: number, body: object, headers: Readonly<Record<string, string>> = {}): void {
  send(response, status, { 'content-type': 'application/json', 'request-id': stripeId('req'), 'stripe-version': API_VERSION, 'stripe-should-retry': 'false', ...headers }, JSON.stringify(body));
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string): void {
  response.writeHead(status, headers).end(body);
}

/** Null when it is too large; the rest is read and forgotten, so that the sender hears the answer. */
async function read(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= LARGEST_BODY) chunks.push(chunk);
    else if (size > 16 * LARGEST_BODY) request.destroy();
  }
  return size <= LARGEST_BODY ? Buffer.concat(chunks).toString('utf8') : null;
}

/** A bucket that refills once a second. */
function rateLimit(perSecond: number): () => boolean {
  let second = 0;
  let used = 0;
  return () => {
    const now = Math.floor(Date.now() / 1000);
    if (now !== second) [second, used] = [now, 0];
    return ++used <= perSecond;
  };
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
