import { jest } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IdentityService, identityRoom } from '#libs/identity';
import { newId, SYSTEM, visitor, type Actor } from '#libs/kernel';
import type { Room } from '#libs/platform';
import { createApp } from '../../../apps/api/app.js';
import { actor, testHouse, type TestHouse } from '../../../test/database.js';
import { exportDocumentsErrors } from '../export-documents.errors.js';
import { EXPORT_DOCUMENTS } from '../export-documents.providers.js';
import { EXPORT_DOCUMENTS_MIGRATIONS } from '../migrations/all.js';
import { PapersController } from '../papers.controller.js';
import { PlacedOrders } from '../trade-source.fixtures.js';
import { TradeSource } from '../trade/trade.source.js';
import { isOver, type Progress } from './progress.js';
import { ProgressService } from './progress.service.js';

const orders = new PlacedOrders();

@Module({ controllers: [PapersController], providers: [...EXPORT_DOCUMENTS, { provide: TradeSource, useValue: orders }] })
class PapersAlone {}
const rooms: Room[] = [identityRoom, { name: 'export-documents', module: PapersAlone, entities: [], migrations: EXPORT_DOCUMENTS_MIGRATIONS, errors: exportDocumentsErrors.definitions }];

/** Papers are drawn in one process and watched in another. */
let t: TestHouse;
let app: NestFastifyApplication;
let address: string;
const people = new Map<string, Actor>();

async function serve(): Promise<void> {
  app = await createApp({ ...t.config, ROLE: 'api' }, { rooms });
  jest.spyOn(app.get(IdentityService, { strict: false }), 'actorOf').mockImplementation(async (headers) => people.get(String(headers['x-who'])) ?? visitor('en'));
  await app.listen(0, '127.0.0.1');
  address = await app.getUrl();
}
beforeAll(async () => {
  t = await testHouse(rooms);
  await serve();
});
afterAll(async () => {
  await app.close();
  await t.close();
});

function signIn(who: Actor): string {
  people.set(who.name, who);
  return who.name;
}
const desk = signIn(actor('desk', { name: 'desk' }));

async function opened(): Promise<{ orderId: string; buyer: string }> {
  const p = orders.place();
  await t.db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId: p.orderId }));
  await t.jobs.drain({ errands: false });
  return { orderId: p.orderId, buyer: signIn(actor('buyer', { name: `buyer ${p.orderId}`, accountId: p.buyer.accountId })) };
}

const asked = (orderId: string, who: string, headers: Record<string, string> = {}, query = ''): Promise<Response> =>
  fetch(`${address}/papers/${orderId}/events${query}`, { headers: { 'x-who': who, accept: 'text/event-stream', ...headers } });

interface Told {
  readonly id: string;
  readonly progress: Progress;
}

/** The events as they come; the stream's own end ends it. */
async function* events(response: Response): AsyncGenerator<Told> {
  const text = response.body!.pipeThrough(new TextDecoderStream());
  let rest = '';
  for await (const chunk of text as unknown as AsyncIterable<string>) {
    const messages = (rest + chunk).split('\n\n');
    rest = messages.pop()!;
    for (const message of messages) {
      const data = /^data: (.*)$/m.exec(message)?.[1];
      if (data) yield { id: /^id: (.*)$/m.exec(message)![1]!, progress: JSON.parse(data) as Progress };
    }
  }
}

describe('the live progress of an export file', () => {
  it('tells each step as it is taken, and ends with the file complete', async () => {
    const { orderId } = await opened();
    const response = await asked(orderId, desk);
    expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([200, 'text/event-stream; charset=utf-8', 'private, no-store']);
    const seen: Told[] = [];
    let drawing: Promise<void> | undefined;
    for await (const told of events(response)) {
      seen.push(told);
      // The first is what stands now; only then is anything printed, so every later one came by itself.
      if (seen.length === 1) drawing = t.jobs.drain();
    }
    await drawing;
    expect(seen[0]!.progress).toMatchObject({ state: 'drawing', ready: 0 });
    expect(seen.length).toBeGreaterThan(3);
    const counts = seen.map((s) => s.progress.ready);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    const last = seen.at(-1)!;
    expect(last.progress).toMatchObject({ state: 'complete', version: 1, ready: last.progress.of });
    expect(last.progress.of).toBeGreaterThan(5);
    // Asked again with what was seen, the browser is told not to come back.
    expect((await asked(orderId, desk, { 'last-event-id': last.id })).status).toBe(204);
    expect(app.get(ProgressService, { strict: false }).watching).toBe(0);
  });

  it('goes on from the last event after a break, and says nothing twice', async () => {
    const { orderId } = await opened();
    const first = events(await asked(orderId, desk));
    const { id } = (await first.next()).value as Told;
    await first.return(undefined);
    const again = await asked(orderId, desk, { 'last-event-id': id });
    const drawing = new Promise((resolve) => setTimeout(resolve, 200)).then(() => t.jobs.drain());
    const ids: string[] = [];
    for await (const told of events(again)) ids.push(told.id);
    await drawing;
    expect(ids).not.toContain(id);
    expect(ids.length).toBeGreaterThan(0);
  });

  it('shows a buyer her own papers only, by session or by the key of her letter, and nothing to anybody else', async () => {
    const { orderId, buyer } = await opened();
    const countOf = async (response: Response): Promise<number> => {
      const stream = events(response);
      const { progress } = (await stream.next()).value as Told;
      await stream.return(undefined);
      return progress.of;
    };
    const [all, hers, byKey] = [await countOf(await asked(orderId, desk)), await countOf(await asked(orderId, buyer)), await countOf(await asked(orderId, '', {}, `?key=${orderId}`))];
    expect(hers).toBeLessThan(all);
    expect(byKey).toBe(hers);
    expect((await asked(orderId, '')).status).toBe(401);
    expect((await asked(orderId, signIn(actor('buyer', { name: 'stranger' })))).status).toBe(404);
    expect((await asked(orderId, '', {}, '?key=guessed')).status).toBe(404);
    expect((await asked(newId(), desk)).status).toBe(404);
  });

  it('gives one person eight streams, and takes each back when its page is left', async () => {
    const { orderId, buyer } = await opened();
    const progress = app.get(ProgressService, { strict: false });
    const quiet = async (): Promise<void> => {
      for (let waited = 0; waited < 5_000 && progress.watching > 0; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    await quiet();
    const held = await Promise.all(Array.from({ length: 8 }, () => asked(orderId, buyer)));
    expect(held.map((r) => r.status)).toEqual(Array(8).fill(200));
    expect((await asked(orderId, buyer)).status).toBe(503);
    expect((await asked(orderId, desk)).status).toBe(200);
    await Promise.all(held.map((r) => r.body!.cancel()));
    for (let waited = 0; waited < 5_000 && progress.watching > 1; waited += 20) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(progress.watching).toBe(1);
  });

  it('lets the server stop, ends its streams, and is there again afterwards', async () => {
    const { orderId } = await opened();
    const stream = events(await asked(orderId, desk));
    const { id, progress } = (await stream.next()).value as Told;
    expect(isOver(progress)).toBe(false);
    const began = Date.now();
    await app.close();
    // An open stream would hold it for the ten seconds after which connections are cut; connections this client opened and never used take four.
    expect(Date.now() - began).toBeLessThan(8_000);
    expect((await stream.next()).done).toBe(true);
    await serve();
    const after = await asked(orderId, desk, { 'last-event-id': id });
    const drawing = t.jobs.drain();
    let last: Told | undefined;
    for await (const told of events(after)) last = told;
    await drawing;
    expect(last!.progress.state).toBe('complete');
  });
});
