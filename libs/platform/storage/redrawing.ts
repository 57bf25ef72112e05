import { fileTypeFromBuffer } from 'file-type';
import sharp from 'sharp';
import { platformErrors } from '../platform.errors.js';

/** The heaviest picture taken in, in bytes. */
export const MOST_PICTURE_BYTES = 15 * 1024 * 1024;
const MOST_PIXELS = 50_000_000;
const SIDE = 1600;
const READABLE = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);

export interface Redrawn {
  readonly data: Buffer;
  readonly info: { readonly width: number; readonly height: number };
}

/** Makes a JPEG of our own of a picture somebody sent, so that nothing but its pixels survives of the file. */
export class Redrawing {
  private busy = false;

  /** `unreadable` is what the room says of a file that is too heavy, of another kind, or broken. */
  constructor(private readonly unreadable: () => Error) {}

  /** One at a time, else TOO_MANY_REQUESTS: a decoded picture takes up to 200 MB. */
  async redrawn(file: Buffer): Promise<Redrawn> {
    const kind = file.length > MOST_PICTURE_BYTES ? undefined : await fileTypeFromBuffer(file).catch(() => undefined);
    if (!kind || !READABLE.has(kind.mime)) throw this.unreadable();
    if (this.busy) throw platformErrors.TOO_MANY_REQUESTS({ seconds: 2 });
    this.busy = true;
    try {
      return await sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'warning' })
        .autoOrient()
        .resize({ width: SIDE, height: SIDE, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .toColourspace('srgb')
        .jpeg({ quality: 85 })
        .toBuffer({ resolveWithObject: true });
    } catch {
      throw this.unreadable();
    } finally {
      this.busy = false;
    }
  }
}
