import pg from 'pg';
import { migrate, type Migration } from '#libs/platform';
import { dropDatabase, freshDatabase } from '../../../test/database.js';

describe('migrations', () => {
  let url: string;
  beforeEach(async () => {
    url = await freshDatabase([]);
  });
  afterEach(() => dropDatabase(url));

  const steps: Migration[] = [
    { id: '2030-01-01-01-a', sql: 'create table public.a (id int primary key); select pg_sleep(0.2)' },
    { id: '2030-01-01-02-b', sql: 'create table public.b (id int references public.a (id))' },
  ];

  it('are applied once when five processes start together', async () => {
    const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(url, steps)));
    expect(applied.map((ids) => ids.length).sort()).toEqual([0, 0, 0, 0, 2]);
    expect(await migrate(url, [...steps].reverse())).toEqual([]);
  });

  it('leave nothing of a step that fails, and go on from there', async () => {
    const broken = { id: '2030-01-01-03-c', sql: 'create table public.c (id int); select 1 / 0' };
    await expect(migrate(url, [...steps, broken])).rejects.toThrow('2030-01-01-03-c failed');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    expect((await client.query(`select to_regclass('public.b') is not null as b, to_regclass('public.c') is not null as c`)).rows).toEqual([{ b: true, c: false }]);
    await client.end();
    expect(await migrate(url, [...steps, { ...broken, sql: 'create table public.c (id int)' }])).toEqual(['2030-01-01-03-c']);
  });

  it('are refused when one that landed was edited, or two share a name', async () => {
    await migrate(url, steps);
    await expect(migrate(url, [{ ...steps[0]!, sql: `${steps[0]!.sql} -- changed` }, steps[1]!])).rejects.toThrow('was edited');
    await expect(migrate(url, [steps[0]!, steps[0]!])).rejects.toThrow('two migrations');
  });
});
