import { type ChildProcess, fork } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { Agent, request, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import Fastify from 'fastify';
import { IdentityService } from '#libs/identity';
import { systemClock, type Actor } from '#libs/kernel';
import { Database, readConfig, type Config } from '#libs/platform';
import { createApp } from '../../apps/api/app.js';
import { freePort } from '../../apps/start/embedded-postgres.js';
import { rowsTouched } from './rows-touched.js';
import { onScratchDatabase } from './scratch-database.js';

/** One page of the house, and the statement it comes down to. */
export interface PageCase {
  readonly what: string;
  readonly query: string;
  readonly variables: object;
  readonly sql: string;
  /** Who asks, where it is not the bench's own caller. */
  readonly actor?: Actor;
}

export interface PageCost {
  /** The file that runs, forked once as the house and once as the bare server. */
  readonly file: string;
  readonly actor: Actor;
  /** The lines are there: cursors and ids may be read from them. */
  cases(db: Database): Promise<readonly PageCase[]>;
  readonly lines: number;
  /** Puts the lines into a fresh database. */
  fill(url: string, count: number, directory: string): Promise<void>;
}

const CEILING = 3;
const PAGE = 24;
/** Both are asked in turn, so that whatever else the machine does meets both; of the rounds the least disturbed counts. */
const ROUNDS = 4;
/** Code is warm after some hundreds of turns; a statement that takes long needs fewer of them to be measured. */
const WARM_UP = { turns: 500, withinMs: 1_500 };
const MEASURED = { turns: 150, withinMs: 1_500 };

/**
 * CPU of the whole house over GraphQL and of PostgreSQL together, beside a bare Fastify that runs the same statement and
 * answers its rows, each in a process of its own, in one run. Who the caller is was decided before: a session costs the
 * same for every request of the house. Both must answer the same lines. Beside it stands how many rows the widest step of the
 * house's own statements went through, which shows a page that grows with its table. `node FILE [COUNT] [WORD]`, WORD being
 * part of the names of the cases wanted; with DATABASE_URL it makes a database of its own on that server.
 */
export async function pageCost(bench: PageCost): Promise<void> {
  const [mode = '', databaseUrl = '', port = '', word = ''] = process.argv.slice(2);
  const some = (wanted: string): PageCost => ({ ...bench, cases: async (db) => (await bench.cases(db)).filter(({ what }) => what.includes(wanted)) });
  if (mode === 'house' || mode === 'bare') await serve(some(word), mode, databaseUrl, Number(port));
  else await compare(some(databaseUrl), Number(mode || bench.lines), databaseUrl);
}

export function configOn(url: string, dataDir = tmpdir()): Config {
  return readConfig({ NODE_ENV: 'production', ROLE: 'api', DATABASE_URL: url, DATABASE_POOL: '4', DATA_DIR: dataDir, SECRET: 'only-for-the-bench-only-for-the-bench', LOG_LEVEL: 'error', STRIPE_SECRET_KEY: 'sk_test_bench', STRIPE_WEBHOOK_SECRET: 'whsec_bench' });
}

/** A server that says when it listens, and answers what it is asked: what it and PostgreSQL have spent, or how widely it read. */
async function serve(bench: PageCost, mode: 'house' | 'bare', databaseUrl: string, port: number): Promise<void> {
  const db = await (mode === 'house' ? openHouse(bench, databaseUrl, port) : openBare(bench, databaseUrl, port));
  const watched = rowsTouched(db);
  process.on('message', (question) => void (question === 'cpu' ? cpuNow(db) : question === 'watch' ? watched.begin() : watched.end()).then((answer) => process.send!(answer)));
  process.on('disconnect', () => process.exit());
  process.send!('up');
}

async function openHouse({ actor, cases }: PageCost, databaseUrl: string, port: number): Promise<Database> {
  const app = await createApp(configOn(databaseUrl));
  const db = app.get(Database, { strict: false });
  const callers = (await cases(db)).map((one) => one.actor ?? actor);
  app.get(IdentityService, { strict: false }).actorOf = (headers) => Promise.resolve(callers[Number(headers['x-case'])]!);
  await app.listen(port, '127.0.0.1');
  return db;
}

async function openBare({ cases }: PageCost, databaseUrl: string, port: number): Promise<Database> {
  // Another role is another name in pg_stat_activity: each counts its own backends.
  const db = await new Database({ ...configOn(databaseUrl), ROLE: 'all' }, [], systemClock).open();
  const statements = (await cases(db)).map((one) => one.sql);
  const fastify = Fastify();
  fastify.post('/graphql', async ({ headers }) => ({ data: { rows: await db.prepared(`bench.${String(headers['x-case'])}`, statements[Number(headers['x-case'])]!) } }));
  await fastify.listen({ port, host: '127.0.0.1' });
  return db;
}

/** What each backend had spent when it was last seen: one that has gone since is still counted. */
const seen = new Map<number, number>();

/** Milliseconds of CPU, ours and those of our own backends. */
async function cpuNow(db: Database): Promise<number> {
  const backends = await db.read<{ pid: number }>(`select pid from pg_stat_activity where datname = current_database() and application_name = current_setting('application_name')`);
  for (const { pid } of backends) {
    // Its first field is the time spent on a CPU, in nanoseconds (proc(5)): what utime tells in hundredths of a second.
    const [nanoseconds] = (await readFile(`/proc/${pid}/schedstat`, 'utf8').catch(() => '')).split(' ');
    if (nanoseconds) seen.set(pid, Number(nanoseconds) / 1e6);
  }
  const own = process.cpuUsage();
  return (own.user + own.system) / 1000 + [...seen.values()].reduce((sum, spent) => sum + spent, 0);
}

async function compare(bench: PageCost, count: number, word: string): Promise<void> {
  await onScratchDatabase('pages', async (url, directory) => {
    await bench.fill(url, count, directory);
    const db = await new Database(configOn(url), [], systemClock).open();
    const cases = await bench.cases(db);
    await db.onApplicationShutdown();
    const subjects = [await start(bench, 'house', url, word), await start(bench, 'bare', url, word)] as const;
    console.log(`${String(count).padEnd(8)} lines              GraphQL        bare    ratio     rows`);
    const bodies = cases.map(({ query, variables }) => JSON.stringify({ query, variables }));
    // All of them first, so that each finds the code of the house as warm as the last.
    for (const one of subjects) for (const [i, body] of bodies.entries()) await turns(one, i, body, WARM_UP);
    const ratios: number[] = [];
    for (const [i, { what }] of cases.entries()) {
      const [ours, theirs] = await besideEachOther(subjects, i, bodies[i]!);
      ratios.push(ours.cpu / theirs.cpu);
      console.log(`${what.padEnd(28)} ${ours.cpu.toFixed(2).padStart(7)} ms ${theirs.cpu.toFixed(2).padStart(8)} ms ${ratios.at(-1)!.toFixed(2).padStart(6)} ${String(ours.rows).padStart(8)}`);
      if (ours.lines.length === 0 || String(ours.lines) !== String(theirs.lines)) throw new Error(`${what}: the house answers ${ours.lines.length} lines, not those of the statement: ${ours.lines} / ${theirs.lines}`);
    }
    for (const { child, agent } of subjects) {
      agent.destroy();
      child.disconnect();
    }
    console.log(`worst ${Math.max(...ratios).toFixed(2)} (at most ${CEILING})`);
    if (Math.max(...ratios) > CEILING) process.exitCode = 1;
  });
}

interface Spent {
  /** Milliseconds a request. */
  readonly cpu: number;
  readonly rows: number;
  readonly lines: readonly string[];
}

interface Subject {
  readonly child: ChildProcess;
  readonly agent: Agent;
  readonly at: number;
}

async function start({ file }: PageCost, subject: 'house' | 'bare', databaseUrl: string, word: string): Promise<Subject> {
  const at = await freePort(0);
  const child = fork(file, [subject, databaseUrl, String(at), word], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await said(child);
  return { child, agent: new Agent({ keepAlive: true, maxSockets: 1 }), at };
}

/** One case, as the house and as the bare server answer it. */
async function besideEachOther(subjects: readonly [Subject, Subject], which: number, body: string): Promise<[house: Spent, bare: Spent]> {
  const spent: { cpu: number; rows: number; lines: readonly string[] }[] = [];
  for (const one of subjects) {
    await said(one.child, 'watch');
    const lines = linesOf(await ask(one, which, body));
    spent.push({ cpu: Infinity, lines, rows: Number(await said(one.child, 'rows')) });
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const [i, one] of subjects.entries()) {
      const before = Number(await said(one.child, 'cpu'));
      const asked = await turns(one, which, body, MEASURED);
      spent[i]!.cpu = Math.min(spent[i]!.cpu, (Number(await said(one.child, 'cpu')) - before) / asked);
    }
  }
  return [spent[0]!, spent[1]!];
}

const NAMES = ['id', 'number', 'orderId', 'order_id', 'productId', 'product_id', 'artisanId', 'artisan_id', 'code', 'key'] as const;

/** What names each line of a page: the house shows one line fewer than the statement reads. */
function linesOf(answer: string): string[] {
  const [page] = Object.values((JSON.parse(answer) as { data: Record<string, unknown> }).data);
  const lines = Array.isArray(page) ? page : ((page as { nodes?: unknown[] }).nodes ?? (page as { cells?: unknown[] }).cells ?? (page as { rows?: unknown[] }).rows ?? [page]);
  return (lines as Record<string, unknown>[]).slice(0, PAGE).map((line) => String(NAMES.map((name) => line[name]).find((value) => value !== undefined) ?? ''));
}

/** Answers how often it was asked. */
async function turns(subject: Subject, which: number, body: string, most: { turns: number; withinMs: number }): Promise<number> {
  const until = performance.now() + most.withinMs;
  let turn = 0;
  while (turn < most.turns && (turn === 0 || performance.now() < until)) {
    await ask(subject, which, body);
    turn++;
  }
  return turn;
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

function ask({ agent, at }: Subject, which: number, body: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers: OutgoingHttpHeaders = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), 'x-case': String(which) };
    const call = request({ agent, port: at, host: '127.0.0.1', path: '/graphql', method: 'POST', headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (answer.statusCode === 200 && !text.includes('"errors"')) resolve(text);
        else reject(new Error(text.slice(0, 500)));
      });
    });
    call.on('error', reject);
    call.end(body);
  });
}
