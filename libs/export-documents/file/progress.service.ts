import { createHash } from 'node:crypto';
import { PassThrough, type Readable } from 'node:stream';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { CONFIG, platformErrors, type Config } from '#libs/platform';
import type { ExportFileView } from '../export-documents.service.js';
import { eventText, isOver, progressOf } from './progress.js';

const CHANNEL = 'dar_sanaa_export_file';
/** Streams of this process, and of one person. A page holds one. */
const MOST = 500;
const MOST_EACH = 8;
/** A lost notice is made up for by looking again, and the line is kept open by saying something. */
const LOOK_AGAIN_MS = 15_000;
/** After this the watcher comes back by itself, and who it is gets asked again. */
const LIFE_MS = 10 * 60_000;
const RECONNECT_MS = 1_000;

/** Reads the file as the watcher may see it; throws or answers null when there is nothing to see any more. */
export type Look = () => Promise<ExportFileView | null>;

interface Watch {
  readonly orderId: string;
  readonly who: string;
  look(): void;
  end(): void;
}

/** Live progress of export files. One connection listens for the whole process, while anybody watches. */
@Injectable()
export class ProgressService implements OnModuleInit {
  private readonly watches = new Set<Watch>();
  private listener: Promise<pg.Client> | undefined;
  private closed = false;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly http: HttpAdapterHost,
  ) {}

  /** A server that stops would wait for open streams: they end first. Watchers come back to whoever answers next. */
  onModuleInit(): void {
    const fastify = this.http.httpAdapter?.getInstance<FastifyInstance>();
    fastify?.addHook('preClose', async () => this.close());
  }

  /** How many watch now. */
  get watching(): number {
    return this.watches.size;
  }

  /**
   * A stream of what `look` sees, from `seen` on, a message each time it has changed; it ends when the file is complete.
   * Null when what the watcher saw last is that end.
   */
  async watch(who: string, view: ExportFileView, look: Look, seen?: string): Promise<Readable | null> {
    const last = isOver(progressOf(view)) && seen === idOf(view);
    if (last) return null;
    const others = [...this.watches].filter((w) => w.who === who).length;
    if (this.closed || this.watches.size >= MOST || others >= MOST_EACH) throw platformErrors.TOO_MANY_REQUESTS({ seconds: 30 });
    const out = new PassThrough();
    const watch = this.begin(out, view.file.orderId, who, look, seen);
    this.watches.add(watch);
    out.once('close', () => watch.end());
    out.write(`retry: ${RECONNECT_MS}\n\n`);
    await this.listen().catch(() => undefined);
    watch.look();
    return out;
  }

  private begin(out: PassThrough, orderId: string, who: string, look: Look, seen: string | undefined): Watch {
    let [said, busy, again] = [seen, false, false];
    const end = (): void => {
      clearInterval(heart);
      clearTimeout(life);
      if (this.watches.delete(watch)) out.end();
      if (this.watches.size === 0) void this.hangUp();
    };
    const tell = async (): Promise<void> => {
      const view = await look();
      if (!view) return end();
      const [id, progress] = [idOf(view), progressOf(view)];
      if (id !== said && this.watches.has(watch)) out.write(eventText('progress', (said = id), progress));
      if (isOver(progress)) end();
    };
    const watch: Watch = {
      orderId,
      who,
      end,
      look: () => {
        // Steps that come while one is looked at are looked at together.
        if (busy) return void (again = true);
        busy = true;
        void tell().catch(end).finally(() => {
          busy = false;
          if (again && this.watches.has(watch)) {
            again = false;
            watch.look();
          }
        });
      },
    };
    const heart = setInterval(() => {
      out.write(': still here\n\n');
      watch.look();
    }, LOOK_AGAIN_MS).unref();
    const life = setTimeout(end, LIFE_MS).unref();
    return watch;
  }

  private listen(): Promise<pg.Client> {
    return (this.listener ??= this.connect().catch((error: unknown) => {
      this.listener = undefined;
      throw error;
    }));
  }

  private async connect(): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: this.config.DATABASE_URL, keepAlive: true, application_name: 'dar-sanaa-progress' });
    client.on('notification', ({ payload }) => {
      for (const watch of this.watches) if (watch.orderId === payload) watch.look();
    });
    client.on('error', () => {
      this.listener = undefined;
      if (!this.closed && this.watches.size > 0) setTimeout(() => void this.resume(), RECONNECT_MS).unref();
    });
    await client.connect();
    await client.query(`listen ${CHANNEL}`);
    return client;
  }

  /** What was said while nobody listened is looked up. */
  private async resume(): Promise<void> {
    await this.listen().catch(() => undefined);
    for (const watch of this.watches) watch.look();
  }

  private async hangUp(): Promise<void> {
    const listener = this.listener;
    this.listener = undefined;
    await (await listener?.catch(() => undefined))?.end().catch(() => undefined);
  }

  private async close(): Promise<void> {
    this.closed = true;
    for (const watch of [...this.watches]) watch.end();
    await this.hangUp();
  }
}

function idOf(view: ExportFileView): string {
  return createHash('sha256').update(JSON.stringify(progressOf(view))).digest('hex').slice(0, 16);
}
