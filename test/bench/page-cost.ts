import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import Fastify from 'fastify';
import { IdentityService } from '#libs/identity';
import { systemClock, type Actor } from '#libs/kernel';
import { Database, readConfig, type Config } from '#libs/platform';
import { createApp } from '../../apps/api/app.js';
import { freePort } from '../../apps/start/embedded-postgres.js';
import { onScratchDatabase } from './scratch-database.js';

/** One page of the house, and the statement it comes down to. */
export interface PageCase {
  readonly what: string;
  readonly query: string;
  readonly variables: object;
  readonly sql: string;
}

export interface PageCost {
  /** The file that runs, forked once as the house and once as the bare server. */
  readonly file: string;
  readonly actor: Actor;
  readonly cases: readonly PageCase[];
  readonly lines: number;
  /** Puts the lines into a fresh database. */
  fill(url: string, count: number, directory: string): Promise<void>;
}

const CEILING = 3;
const TURNS = 400;

/**
 * CPU of the whole house over GraphQL and of PostgreSQL together, beside a bare Fastify that runs the same statement and
 * answers its rows, each in a process of its own, in one run. Who the caller is was decided before: a session costs the
 * same for every request of the house. `node FILE [COUNT]`; with DATABASE_URL it makes a database of its own on that server.
 */
export async function pageCost(bench: PageCost): Promise<void> {
  const [mode = '', databaseUrl = '', port = ''] = process.argv.slice(2);
  if (mode === 'house' || mode === 'bare') await serve(bench, mode, databaseUrl, Number(port));
  else await compare(bench, Number(mode || bench.lines));
}

export function configOn(url: string, dataDir = tmpdir()): Config {
  return readConfig({ NODE_ENV: 'production', ROLE: 'api', DATABASE_URL: url, DATABASE_POOL: '4', DATA_DIR: dataDir, SECRET: 'only-for-the-bench-only-for-the-bench', LOG_LEVEL: 'error', STRIPE_SECRET_KEY: 'sk_test_bench', STRIPE_WEBHOOK_SECRET: 'whsec_bench' });
}

/** A server that says when it listens, and what it and PostgreSQL have spent when it is asked. */
async function serve({ actor, cases }: PageCost, mode: 'house' | 'bare', databaseUrl: string, port: number): Promise<void> {
  let db: Database;
  if (mode === 'house') {
    const app = await createApp(configOn(databaseUrl));
    app.get(IdentityService, { strict: false }).actorOf = () => Promise.resolve(actor);
    await app.listen(port, '127.0.0.1');
    db = app.get(Database, { strict: false });
  } else {
    db = await new Database(configOn(databaseUrl), [], systemClock).open();
    const fastify = Fastify();
    fastify.post<{ Body: { what: string } }>('/graphql', async ({ body: { what } }) => ({ data: await db.prepared(`bench.${what}`, cases.find((one) => one.what === what)!.sql) }));
    await fastify.listen({ port, host: '127.0.0.1' });
  }
  process.on('message', () => void cpuNow(db).then((spentNow) => process.send!(spentNow)));
  process.on('disconnect', () => process.exit());
  process.send!('up');
}

/** Milliseconds of CPU, ours and those of our own backends. */
async function cpuNow(db: Database): Promise<number> {
  const backends = await db.read<{ pid: number }>(`select pid from pg_stat_activity where datname = current_database()`);
  let ticks = 0;
  for (const { pid } of backends) {
    // The fields after the command's name: utime and stime are the 12th and 13th, in hundredths of a second (proc(5)).
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => `) ${'0 '.repeat(20)}`);
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  const own = process.cpuUsage();
  return (own.user + own.system) / 1000 + ticks * 10;
}

async function compare(bench: PageCost, count: number): Promise<void> {
  await onScratchDatabase('pages', async (url, directory) => {
    await bench.fill(url, count, directory);
    // One after the other, so that each finds only its own backends.
    const house = await spent(bench, 'house', url);
    const bare = await spent(bench, 'bare', url);
    console.log(`${String(count).padEnd(8)} lines             GraphQL        bare    ratio`);
    const ratios = bench.cases.map(({ what }, i) => {
      console.log(`${what.padEnd(24)} ${house[i]!.toFixed(2).padStart(9)} ms ${bare[i]!.toFixed(2).padStart(8)} ms ${(house[i]! / bare[i]!).toFixed(2).padStart(6)}`);
      return house[i]! / bare[i]!;
    });
    console.log(`worst ${Math.max(...ratios).toFixed(2)} (at most ${CEILING})`);
    if (Math.max(...ratios) > CEILING) process.exitCode = 1;
  });
}

/** Milliseconds of CPU a request for each case, once all of them have been asked as often. */
async function spent({ file, cases }: PageCost, subject: 'house' | 'bare', databaseAddress: string): Promise<number[]> {
  const at = await freePort(0);
  const child = fork(file, [subject, databaseAddress, String(at)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await said(child);
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const results: number[] = [];
  const bodies = cases.map(({ what, query, variables }) => JSON.stringify(subject === 'house' ? { query, variables } : { what }));
  const turns = async (body: string): Promise<void> => {
    for (let turn = 0; turn < TURNS; turn++) await ask(agent, at, body);
  };
  for (const body of bodies) await turns(body);
  for (const body of bodies) {
    const before = Number(await said(child, 'cpu'));
    await turns(body);
    results.push((Number(await said(child, 'cpu')) - before) / TURNS);
  }
  agent.destroy();
  child.disconnect();
  return results;
}

function said(child: ChildProcess, question?: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const stopped = (code: number | null): void => reject(new Error(`the server stopped with ${code}`));
    child.once('exit', stopped);
    child.once('message', (message) => {
      child.off('exit', stopped);
      resolve(message);
    });
    if (question) child.send(question);
  });
}

function ask(agent: Agent, at: number, body: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request({ agent, port: at, host: '127.0.0.1', path: '/graphql', method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (answer.statusCode === 200 && !text.includes('"errors"')) resolve();
        else reject(new Error(text.slice(0, 500)));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}
