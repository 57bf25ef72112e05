import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { platformErrors, readConfig } from '#libs/platform';
import { dropDatabase, freshDatabase } from '../../test/database.js';
import { createApp } from './app.js';
import { ROOMS } from './rooms.js';

describe('GraphQL from outside', () => {
  let app: NestFastifyApplication;
  let url: string;
  beforeAll(async () => {
    url = await freshDatabase(ROOMS);
    app = await createApp(readConfig({ NODE_ENV: 'test', ROLE: 'api', DATABASE_URL: url, SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'silent', STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x' }));
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(async () => {
    await app.close();
    await dropDatabase(url);
  });

  async function ask(query: string, headers: Record<string, string> = {}, variables?: object) {
    const answer = await app.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json', ...headers }, payload: JSON.stringify({ query, variables }) });
    return { status: answer.statusCode, body: answer.json<{ data?: Record<string, unknown>; errors?: { message: string; extensions: Record<string, unknown> }[] }>(), size: answer.body.length };
  }

  it('answers a visitor', async () => {
    expect((await ask('{ me { name } }')).body).toEqual({ data: { me: null } });
  });

  const nested = (depth: number): string => (depth === 0 ? '__typename' : `a${depth}: me { ${nested(depth - 1)} }`);
  it.each([
    ['a field that does not exist, without a hint of those that do', '{ mee { name } }'],
    ['a query fifty levels deep', `{ ${'me { memberships { '.repeat(50)} kind ${'} }'.repeat(50)} }`],
    ['a thousand aliases', `{ ${Array.from({ length: 1000 }, (_, i) => `a${i}: me { name }`).join(' ')} }`],
    ['aliases of __typename', `{ ${Array.from({ length: 800 }, (_, i) => `a${i}: __typename`).join(' ')} }`],
    ['two thousand directives', `{ me { name ${'@include(if: true) '.repeat(2000)} } }`],
    ['a fragment that calls itself', 'fragment f on Me { ...f } { me { ...f } }'],
    ['a fragment named to hide its depth', `fragment __schema on Me { name } { ${nested(9)} }`],
    ['something that is not GraphQL', '}{'],
  ])('refuses %s', async (_, query) => {
    const { body, size } = await ask(query, { 'accept-language': 'fr' });
    expect(body.data).toBeUndefined();
    expect(body.errors).not.toHaveLength(0);
    expect(body.errors![0]!.message).toBe(platformErrors.QUERY_INVALID().say('fr'));
    expect(JSON.stringify(body)).not.toMatch(/Did you mean|stack|node_modules/);
    expect(size).toBeLessThan(4000);
  });

  it('refuses a batch, a form, plain text and a GET from another site', async () => {
    for (const request of [
      { method: 'POST', headers: { 'content-type': 'application/json' }, payload: '[{"query":"{__typename}"},{"query":"{__typename}"}]' },
      { method: 'POST', headers: { 'content-type': 'text/plain' }, payload: '{"query":"{__typename}"}' },
      { method: 'GET', url: '/graphql?query=%7B__typename%7D' },
      { method: 'POST', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ query: `{ me { name } } #${'x'.repeat(70_000)}` }) },
    ] as const) {
      const answer = await app.inject({ url: '/graphql', ...request } as never);
      expect((answer as { statusCode: number }).statusCode).toBeGreaterThanOrEqual(400);
    }
  });

  it('says it is alive and ready', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ ok: true });
    expect((await app.inject('/readyz')).json()).toMatchObject({ ok: true, database: true });
  });
});
