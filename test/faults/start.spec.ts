import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

class Run {
  said = '';
  readonly ended: Promise<number | null>;
  private readonly child: ChildProcess;

  constructor(data: string, port: number) {
    this.child = spawn(process.execPath, [join(ROOT, 'apps/start/start.js')], {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], DATA_DIR: data, PORT: String(port), DEMO: 'false' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on('data', (chunk: Buffer) => (this.said += chunk.toString()));
    this.ended = new Promise((done) => this.child.once('exit', (code) => done(code)));
  }

  async open(): Promise<string> {
    for (let waited = 0; waited < 60_000; waited += 50) {
      const found = /is open:\s+(\S+)/.exec(this.said);
      if (found) return found[1]!;
      if (this.child.exitCode !== null) throw new Error(`ended: ${this.said}`);
      await new Promise((r) => setTimeout(r, 50));
    }
    throw new Error(`never opened: ${this.said}`);
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }
}

/** Needs the build that `npm test` makes first. */
describe('npm start', () => {
  let data: string;
  let busy: ReturnType<typeof createServer>;
  let port: number;
  const runs: Run[] = [];
  const start = (): Run => {
    const run = new Run(data, port);
    runs.push(run);
    return run;
  };

  beforeAll(async () => {
    if (!existsSync(join(ROOT, 'dist/apps/start/open.js'))) throw new Error('not built: run npm test, or npm run build first');
    data = await mkdtemp(join(tmpdir(), 'dar sanaa données '));
    await chmod(data, 0o755);
    busy = createServer();
    port = await new Promise<number>((done) => busy.listen(0, '127.0.0.1', () => done((busy.address() as { port: number }).port)));
  });
  afterAll(async () => {
    for (const run of runs) run.kill('SIGINT');
    await Promise.all(runs.map((run) => run.ended));
    busy.close();
    await rm(data, { recursive: true, force: true });
  });

  const ready = async (url: string): Promise<unknown> => (await fetch(`${url.replace('localhost', '127.0.0.1')}/readyz`)).json();

  it('survives a taken port, a second start, kill -9 and Ctrl-C, and says what it found', async () => {
    const first = start();
    const url = await first.open();
    expect(new URL(url).port).not.toBe(String(port));
    expect(first.said).toContain(`Port ${port} is taken`);
    expect(await ready(url)).toMatchObject({ ok: true });

    const second = start();
    expect(await second.ended).toBe(1);
    expect(second.said).toContain(`already running here: ${url}`);
    expect(await ready(url)).toMatchObject({ ok: true });

    first.kill('SIGKILL');
    await first.ended;
    const third = start();
    expect(await ready(await third.open())).toMatchObject({ ok: true });
    expect(third.said).toContain('the last run was cut off');

    third.kill('SIGINT');
    expect(await third.ended).toBe(0);
    expect(third.said).toContain('Finishing what was begun');
    const fourth = start();
    expect(await ready(await fourth.open())).toMatchObject({ ok: true });
    expect(fourth.said).not.toContain('cut off');
  }, 180_000);

  it('starts again after being killed at any moment of a start', async () => {
    for (const run of runs) run.kill('SIGINT');
    await Promise.all(runs.map((run) => run.ended));
    for (const after of [150, 500, 900, 1400, 2200]) {
      const cut = start();
      await new Promise((r) => setTimeout(r, after));
      cut.kill('SIGKILL');
      await cut.ended;
    }
    expect(await ready(await start().open())).toMatchObject({ ok: true });
  }, 180_000);
});
