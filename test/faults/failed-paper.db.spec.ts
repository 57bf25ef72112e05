import { jest } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { IdentityService, identityRoom } from '#libs/identity';
import { SYSTEM, visitor, type Actor } from '#libs/kernel';
import { Database, readConfig, Relay, type Room } from '#libs/platform';
import { createApp } from '../../apps/api/app.js';
import { EXPORT_DOCUMENTS } from '../../libs/export-documents/export-documents.providers.js';
import { printPaper } from '../../libs/export-documents/file/printing.service.js';
import { EXPORT_DOCUMENTS_MIGRATIONS } from '../../libs/export-documents/migrations/all.js';
import { PlacedOrders } from '../../libs/export-documents/trade-source.fixtures.js';
import { TradeSource } from '../../libs/export-documents/trade/trade.source.js';
import { TypstRenderer } from '../../libs/export-documents/typst/typst.renderer.js';
import { actor, dropDatabase, freshDatabase } from '../database.js';

// The board serves its own pages with it, which no test asks for; jest cannot require a module that is ESM alone, Node can.
jest.mock('content-disposition', () => ({}));
const { queueBoard } = await import('../../apps/api/queue-board.js');

const orders = new PlacedOrders();

@Module({ providers: [...EXPORT_DOCUMENTS, { provide: TradeSource, useValue: orders }] })
class PapersAlone {}
const rooms: Room[] = [identityRoom, { name: 'export-documents', module: PapersAlone, entities: [], migrations: EXPORT_DOCUMENTS_MIGRATIONS, errors: {} }];

interface Board {
  readonly queues: { readonly name: string; readonly counts: Record<string, number>; readonly jobs: { readonly id: string; readonly name: string; readonly failedReason?: string; readonly data: { payload: { paperId: string } } }[] }[];
}

/** The whole road with real workers: an errand that fails, waits, fails for good, is seen by the operator and repeated. */
describe('a paper that cannot be printed', () => {
  let url: string;
  let app: NestFastifyApplication;
  let db: Database;
  let who: Actor = visitor('en');

  beforeAll(async () => {
    // Three tries, some moments apart, instead of six in a minute.
    Object.assign(printPaper, { attempts: 3, backoffMs: 150 });
    url = await freshDatabase(rooms);
    const config = readConfig({ NODE_ENV: 'test', ROLE: 'all', DATABASE_URL: url, SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'silent', STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' });
    app = await createApp(config, { rooms });
    await app.init();
    jest.spyOn(app.get(IdentityService, { strict: false }), 'actorOf').mockImplementation(async () => who);
    await queueBoard(app.getHttpAdapter().getInstance() as unknown as FastifyInstance, app.get(Relay, { strict: false }).queues!);
    await (app.getHttpAdapter().getInstance() as unknown as FastifyInstance).ready();
    db = app.get(Database, { strict: false });
  });
  afterAll(async () => {
    await app.close();
    await dropDatabase(url);
  });

  const board = async (status: string): Promise<Board['queues'][number]> => {
    const answer = await app.inject({ method: 'GET', url: `/admin/queues/api/queues?activeQueue=papers&status=${status}&page=1&jobsPerPage=50` });
    return answer.json<Board>().queues.find((q) => q.name === 'papers')!;
  };
  const eventually = async (holds: () => Promise<boolean>): Promise<void> => {
    for (let waited = 0; waited < 20_000; waited += 50) {
      if (await holds()) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('it never came to pass');
  };
  const stateOf = async (orderId: string): Promise<string | undefined> => (await db.read<{ state: string }>(`select state from export_documents.file where order_id = $1`, [orderId]))[0]?.state;

  it('is tried again, each time later, then waits for the operator, whose click completes its file', async () => {
    const renderer = app.get(TypstRenderer, { strict: false });
    const real = renderer.render.bind(renderer);
    const tries: number[] = [];
    let broken = true;
    renderer.render = async (sheet) => {
      if (!broken || !sheet.number.startsWith('PL-')) return real(sheet);
      tries.push(Date.now());
      throw new Error('the printer is on fire');
    };
    const p = orders.place();
    await db.write(SYSTEM, (tx) => tx.publish('OrderReady', { orderId: p.orderId }));

    who = actor('admin');
    await eventually(async () => (await board('failed')).counts['failed'] === 1);
    expect(tries).toHaveLength(3);
    expect(tries[1]! - tries[0]!).toBeGreaterThanOrEqual(150);
    expect(tries[2]! - tries[1]!).toBeGreaterThanOrEqual(300);
    const [job] = (await board('failed')).jobs;
    expect(job).toMatchObject({ name: 'export-documents.print-paper', failedReason: 'the printer is on fire' });
    await eventually(async () => (await db.read<{ n: number }>(`select count(*)::int as n from export_documents.paper where state <> 'ready'`))[0]!.n === 1);
    expect(await stateOf(p.orderId)).toBe('blocked');
    const [paper] = await db.read<{ kind: string; problems: { code: string; params: { detail: string } }[] }>(`select kind, problems from export_documents.paper where id = $1`, [job!.data.payload.paperId]);
    expect(paper!.kind).toBe('packing_list');
    expect(paper!.problems.find((x) => x.code === 'RENDER_FAILED')!.params.detail).toBe('the printer is on fire');

    broken = false;
    const repeat = { method: 'PUT', url: `/admin/queues/api/queues/papers/${job!.id}/retry` } as const;
    who = actor('desk');
    expect((await app.inject(repeat)).statusCode).toBe(403);
    who = actor('admin');
    expect((await app.inject(repeat)).statusCode).toBeLessThan(300);
    await eventually(async () => (await stateOf(p.orderId)) === 'complete');
    expect((await board('failed')).counts['failed']).toBe(0);
    expect(await db.read(`select problems from export_documents.paper where id = $1 and problems @> '[{"code": "RENDER_FAILED"}]'`, [job!.data.payload.paperId])).toEqual([]);
  });
});
