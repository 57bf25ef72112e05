import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Int, Args, Field, Mutation, ObjectType, Query, Resolver } from '@nestjs/graphql';
import { Module } from '@nestjs/common';
import { Allow, platformErrors, readConfig, type Config, type Room } from '#libs/platform';
import { dropDatabase, freshDatabase } from '../../test/database.js';
import { createApp } from './app.js';
import { ROOMS } from './rooms.js';

@ObjectType()
class Nest {
  @Field(() => Int)
  n!: number;

  @Field(() => [Nest])
  nests!: Nest[];
}

let made = 0;

@Resolver(() => Nest)
class Nests {
  @Query(() => [Nest])
  @Allow('anyone')
  nests(@Args('first', { type: () => Int, defaultValue: 10 }) _first: number): Nest[] {
    return [];
  }

  @Mutation(() => Int)
  @Allow('anyone')
  make(): number {
    return ++made;
  }

  @Query(() => Int)
  @Allow('anyone')
  async slow(): Promise<number> {
    await new Promise((done) => setTimeout(done, 400));
    return 1;
  }

  @Query(() => Int)
  @Allow('anyone')
  broken(): number {
    throw new Error('the password is hunter2');
  }
}

@Module({ providers: [Nests] })
class NestsModule {}
const nestsRoom: Room = { name: 'nests', module: NestsModule, entities: [], migrations: [], errors: {} };

describe('limits', () => {
  let url: string;
  let app: NestFastifyApplication;
  const config = (more: Record<string, string> = {}): Config =>
    readConfig({ NODE_ENV: 'test', ROLE: 'api', DATABASE_URL: url, SECRET: 'only-for-tests-only-for-tests-only', LOG_LEVEL: 'silent', STRIPE_SECRET_KEY: 'sk_test_x', STRIPE_WEBHOOK_SECRET: 'whsec_x', ...more });
  const open = async (more: Record<string, string> = {}): Promise<NestFastifyApplication> => {
    const house = await createApp(config(more), { rooms: [...ROOMS, nestsRoom] });
    await house.init();
    await house.getHttpAdapter().getInstance().ready();
    return house;
  };
  beforeAll(async () => {
    url = await freshDatabase(ROOMS);
    app = await open();
  });
  afterAll(async () => {
    await app.close();
    await dropDatabase(url);
  });

  async function ask(query: string, house = app, variables: object = {}): Promise<{ data?: Record<string, unknown> | null; errors?: { message: string; extensions: { code: string } }[] }> {
    const answer = await house.inject({ method: 'POST', url: '/graphql', headers: { 'content-type': 'application/json' }, payload: JSON.stringify({ query, variables }) });
    return answer.json();
  }

  it('refuse nested lists and pages beyond a hundred before running anything', async () => {
    const began = Date.now();
    const nested = '{ nests(first: 20) { nests { nests { nests { nests { n } } } } } }';
    expect((await ask(nested)).errors![0]!.extensions.code).toBe('QUERY_TOO_COSTLY');
    expect((await ask('{ nests(first: 10000) { n } }')).errors![0]!.extensions.code).toBe('QUERY_TOO_COSTLY');
    expect(Date.now() - began).toBeLessThan(2000);
    expect((await ask('{ nests(first: 100) { n } }')).data).toEqual({ nests: [] });
  });

  it('call a query with variables that do not fit wrong, not dear', async () => {
    expect((await ask('query ($n: Int!) { nests(first: $n) { n } }', app, { n: 'many' })).errors![0]!.extensions.code).toBe('QUERY_INVALID');
    expect((await ask('query ($n: Int!) { nests(first: $n) { n } }', app, { n: 5000 })).errors![0]!.extensions.code).toBe('QUERY_TOO_COSTLY');
  });

  it('let one change through a request, however it is written', async () => {
    made = 0;
    for (const query of ['mutation { a: make b: make }', 'mutation { ...two } fragment two on Mutation { a: make b: make }', 'mutation { ... on Mutation { a: make } b: make }']) {
      expect((await ask(query)).errors![0]!.extensions.code).toBe('ONE_MUTATION');
    }
    expect(made).toBe(0);
    expect((await ask('mutation { make }')).data).toEqual({ make: 1 });
  });

  it('mask a bug, and say its number', async () => {
    const answer = await ask('{ broken }');
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    expect(answer.errors![0]!.extensions.code).toBe('INTERNAL');
    expect(answer.errors![0]!.message).toMatch(/[0-9a-f]{8}-/);
  });

  it('keep the schema to themselves in production', async () => {
    expect((await ask('{ __schema { types { name } } }')).data).toBeDefined();
    const production = await open({ NODE_ENV: 'production' });
    try {
      for (const query of ['{ __schema { types { name } } }', '{ __type(name: "Query") { name } }', '{ nest { n } }']) {
        const { data, errors } = await ask(query, production);
        expect(data ?? null).toBeNull();
        expect(errors![0]!.message).toBe(platformErrors.QUERY_INVALID().say('en'));
      }
    } finally {
      await production.close();
    }
  });

  it('let a request that was begun finish when the house closes', async () => {
    const house = await open();
    await house.listen(0, '127.0.0.1');
    const answer = fetch(`${await house.getUrl()}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query: '{ slow }' }) }).then((r) => r.json());
    await new Promise((done) => setTimeout(done, 150));
    await house.close();
    expect(await answer).toEqual({ data: { slow: 1 } });
  });
});
