import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Piscina } from 'piscina';
import type { Sheet } from '../papers/sheet.js';
import type { Printed } from './typst.compiler.js';

/** Nothing we print takes a tenth of this; a thread that does not answer is thrown away. */
const TIME_LIMIT_MS = 10_000;
/** Papers waiting for a thread. More is refused, and the queue tries again later. */
const MAX_WAITING = 2_000;
/** 400 lines of the longest descriptions take about this much text. */
const MAX_CHARACTERS = 2_000_000;
const WORKER = fileURLToPath(new URL('./typst.worker.js', import.meta.url));

type Print = (sheet: string) => Promise<Printed>;

/** Prints sheets on a pool of threads, made when the first sheet comes. */
@Injectable()
export class TypstRenderer implements OnApplicationShutdown {
  private pool: Piscina<string, Printed> | undefined;
  private inline: Promise<Print> | undefined;

  async render(sheet: Sheet): Promise<Printed> {
    const text = JSON.stringify(sheet);
    if (text.length > MAX_CHARACTERS) throw new RangeError(`the data of ${sheet.number} is longer than ${MAX_CHARACTERS} characters`);
    // Only compiled code can start a thread: from source, as in a test, the sheet is printed in place.
    if (!existsSync(WORKER)) return (await (this.inline ??= import('./typst.worker.js').then((m) => m.default as Print)))(text);
    this.pool ??= startPool();
    return this.pool.run(text, { signal: AbortSignal.timeout(TIME_LIMIT_MS * (1 + Math.ceil(this.pool.queueSize / 50))) });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.pool?.close();
  }
}

/**
 * Papers are printed beside one another, so each is printed by one thread. Typst would start threads of its own within each of
 * ours, whose heaps the C library keeps apart for good: memory then grew by some 50 MB over 2,000 papers, and by 8 MB without them.
 */
function startPool(): Piscina<string, Printed> {
  // eslint-disable-next-line no-restricted-syntax -- said to a library, not read: it has no other way to be told.
  process.env['RAYON_NUM_THREADS'] ??= '1';
  return new Piscina({ filename: WORKER, minThreads: 1, maxThreads: Math.min(availableParallelism(), 4), idleTimeout: 60_000, maxQueue: MAX_WAITING });
}
