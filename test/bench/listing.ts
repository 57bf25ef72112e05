import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { migrate } from '#libs/platform';
import { freePort } from '../../apps/start/embedded-postgres.js';
import { MIGRATIONS } from '../../apps/api/rooms.js';
import { requests } from './listing.requests.js';
import { seedListing } from './listing.seed.js';
import { onScratchDatabase } from './scratch-database.js';

/**
 * The 24-piece listing at 100,000 products: CPU time a request of the whole house over GraphQL, beside a bare Fastify
 * that runs the same prepared statement and answers the same JSON, each in a process of its own, in one run.
 * `node dist/test/bench/listing.js [PRODUCTS]`; with DATABASE_URL it makes a database of its own on that server.
 */
const PRODUCTS = Number(process.argv[2] ?? 100_000);
const CEILING = 2.5;
const ROUNDS = 5;
const REQUESTS = 3000;
const WARM_UP = 2000;
const CONNECTIONS = 16;

interface Subject {
  readonly name: string;
  readonly child: ChildProcess;
  readonly url: string;
  readonly bodies: readonly string[];
}

/** Starts a server that says its address when it listens and its CPU time when it is asked. */
async function start(name: string, databaseUrl: string, bodies: readonly string[]): Promise<Subject> {
  const port = await freePort(0);
  const child = fork(fileURLToPath(new URL('./listing.servers.js', import.meta.url)), [name, databaseUrl, String(port)], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const url = await new Promise<string>((resolve, reject) => {
    child.once('message', (message) => resolve(String(message)));
    child.once('exit', (code) => reject(new Error(`${name} stopped with ${code}`)));
  });
  return { name, child, url, bodies };
}

const cpuOf = (child: ChildProcess): Promise<number> =>
  new Promise((resolve) => {
    child.once('message', (message) => resolve(Number(message)));
    child.send('cpu');
  });

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

const ask = (subject: Subject, body: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const call = request(subject.url, { agent, method: 'POST', headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => (answer.statusCode === 200 ? resolve(Buffer.concat(chunks).toString()) : reject(new Error(`${subject.name} answers ${answer.statusCode}: ${Buffer.concat(chunks).toString().slice(0, 500)}`))));
      answer.on('error', reject);
    });
    call.on('error', reject);
    call.end(body);
  });

/** Microseconds of CPU a request, and requests a second. */
async function measure(subject: Subject, amount: number): Promise<{ cpu: number; rate: number }> {
  const before = await cpuOf(subject.child);
  const started = performance.now();
  let next = 0;
  const walk = async (): Promise<void> => {
    while (next < amount) await ask(subject, subject.bodies[next++ % subject.bodies.length]!);
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, walk));
  const seconds = (performance.now() - started) / 1000;
  return { cpu: ((await cpuOf(subject.child)) - before) / amount, rate: amount / seconds };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

async function compare(url: string, subjects: Subject[]): Promise<void> {
  await migrate(url, MIGRATIONS);
  console.log(`${PRODUCTS} products are written`);
  await seedListing(url, PRODUCTS);
  const { graphql, bare } = await requests(url);
  subjects.push(await start('graphql', url, graphql), await start('bare', url, bare));
  const [house, ceiling] = subjects as [Subject, Subject];
  for (let i = 0; i < graphql.length; i++) assert.deepEqual(JSON.parse(await ask(house, graphql[i]!)), JSON.parse(await ask(ceiling, bare[i]!)), `request ${i} is answered alike`);
  for (const subject of subjects) await measure(subject, WARM_UP);
  const rounds: { house: number; bare: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const [a, b] = [await measure(house, REQUESTS), await measure(ceiling, REQUESTS)];
    rounds.push({ house: a.cpu, bare: b.cpu });
    console.log(`round ${round + 1}   house ${a.cpu.toFixed(0)} µs, ${a.rate.toFixed(0)}/s   bare ${b.cpu.toFixed(0)} µs, ${b.rate.toFixed(0)}/s`);
  }
  const ratio = median(rounds.map((round) => round.house / round.bare));
  console.log(`${graphql.length} kinds of request, each answered with the same JSON by both`);
  console.log(`ratio      ${ratio.toFixed(2)} times the CPU of the bare statement (at most ${CEILING.toFixed(2)})`);
  if (ratio > CEILING) process.exitCode = 1;
}

const subjects: Subject[] = [];
await onScratchDatabase('listing', async (url) => {
  try {
    await compare(url, subjects);
  } finally {
    for (const { child } of subjects) child.kill();
  }
});
