import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import sharp from 'sharp';
import draw from '../pictures/draw.worker.js';
import type { PictureRequest } from '../pictures/index.js';

const WORKER = fileURLToPath(new URL('../pictures/draw.worker.js', import.meta.url));
const THREADS = 2;
/** A close view is the middle of a drawing twice as large, so each of its pixels costs four: it makes do with fewer. */
const DETAIL_WIDTH = 720;
/** Part of each name in the folder: raised when a generator changes what it draws. */
const EDITION = 1;

/** Another way to draw, for tests that do not look at pictures. */
export type Draw = (request: PictureRequest) => Promise<Uint8Array>;

/** The demo pictures, drawn once on two threads and kept in a folder: an interrupted load does not draw them again. */
export class Drawings {
  private pool: Piscina<PictureRequest, Uint8Array> | undefined;

  constructor(
    private readonly folder: string,
    private readonly ownDraw?: Draw,
  ) {}

  async picture(asked: PictureRequest): Promise<Buffer> {
    const request = asked.view === 'detail' ? { ...asked, width: DETAIL_WIDTH } : asked;
    const name = createHash('sha256').update(JSON.stringify([EDITION, sharp.versions.sharp, request])).digest('hex').slice(0, 32);
    const path = join(this.folder, `${name}.jpg`);
    if (existsSync(path)) return readFile(path);
    const bytes = Buffer.from(await this.drawn(request));
    await mkdir(this.folder, { recursive: true });
    await writeFile(`${path}.new`, bytes);
    await rename(`${path}.new`, path);
    return bytes;
  }

  private drawn(request: PictureRequest): Promise<Uint8Array> {
    // Only compiled code can start a thread: from source, as in a test, the picture is drawn in place.
    if (this.ownDraw || !existsSync(WORKER)) return (this.ownDraw ?? draw)(request);
    this.pool ??= new Piscina({ filename: WORKER, minThreads: THREADS, maxThreads: THREADS });
    return this.pool.run(request);
  }

  async close(): Promise<void> {
    await this.pool?.close();
  }
}
