import { fileTypeFromBuffer } from 'file-type';
import sharp, { type Metadata, type Sharp } from 'sharp';
import { catalogErrors } from '../catalog.errors.js';
import { Gate } from './gate.js';
import { KEPT_SIDE, LIMITS } from './photograph.js';

const FIELD = 'photograph';
const READABLE = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/avif']);

/** Two pictures at a time, whoever asks: a decoded one takes up to 160 MB. */
const gate = new Gate(2);
sharp.cache(false);
sharp.concurrency(1);

export interface TakenIn {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/**
 * What is kept of an uploaded file: its pixels, upright, in sRGB, in a JPEG of our own making. Nothing else of the file
 * survives, neither places nor dates nor scripts behind the picture. Judged by content, never by name or declared type.
 */
export async function takeIn(file: Buffer): Promise<TakenIn> {
  if (file.length > LIMITS.bytes) throw catalogErrors.CATALOG_PHOTOGRAPH_TOO_HEAVY({ max: LIMITS.bytes / 1024 / 1024 }, FIELD);
  const heic = await checkKind(file);
  return gate.run(async () => {
    const image = sharp(file, { limitInputPixels: LIMITS.pixels, failOn: 'warning' });
    checkSize(await readable(() => image.metadata(), heic));
    return readable(() => reencode(image), heic);
  });
}

async function checkKind(file: Buffer): Promise<boolean> {
  const type = await fileTypeFromBuffer(file).catch(() => undefined);
  if (type && READABLE.has(type.mime)) return false;
  if (type?.mime === 'image/heic' || type?.mime === 'image/heif') return true;
  if (file.length === 0) throw catalogErrors.CATALOG_PHOTOGRAPH_UNREADABLE({}, FIELD);
  const markup = /^[\s\uFEFF]*<(?:svg|\?xml|!doctype|html)/i.test(file.subarray(0, 200).toString('utf8'));
  throw catalogErrors.CATALOG_PHOTOGRAPH_KIND({ kind: markup ? 'SVG / XML' : (type?.ext.toUpperCase() ?? '?') }, FIELD);
}

function checkSize({ width, height }: Metadata): void {
  if (width > LIMITS.side || height > LIMITS.side || width * height > LIMITS.pixels) throw tooManyPixels();
  if (width < LIMITS.leastSide || height < LIMITS.leastSide) throw catalogErrors.CATALOG_PHOTOGRAPH_TOO_SMALL({ side: LIMITS.leastSide }, FIELD);
}

async function reencode(image: Sharp): Promise<TakenIn> {
  const { data, info } = await image
    .autoOrient()
    .resize({ width: KEPT_SIDE, height: KEPT_SIDE, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: 90, chromaSubsampling: '4:4:4' })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height };
}

/** The decoder's own complaints, in our words. */
async function readable<T>(work: () => Promise<T>, heic: boolean): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (/pixel limit/i.test((error as Error).message)) throw tooManyPixels();
    throw heic ? catalogErrors.CATALOG_PHOTOGRAPH_HEIC({}, FIELD) : catalogErrors.CATALOG_PHOTOGRAPH_UNREADABLE({}, FIELD);
  }
}

function tooManyPixels(): Error {
  return catalogErrors.CATALOG_PHOTOGRAPH_TOO_MANY_PIXELS({ side: LIMITS.side, megapixels: LIMITS.pixels / 1_000_000 }, FIELD);
}

export interface Rendition {
  readonly file: string;
  readonly bytes: Buffer;
}

/** The sizes that pages show, made from the kept original. */
export function renditionsOf(original: Buffer, widths: readonly number[], format: 'webp' | 'avif'): Promise<Rendition[]> {
  return gate.run(async () => {
    const renditions: Rendition[] = [];
    for (const width of widths) {
      const sized = sharp(original, { limitInputPixels: LIMITS.pixels }).resize({ width, withoutEnlargement: true });
      // Effort 2 costs a few per cent of size and saves most of AVIF's seconds.
      const encoded = format === 'webp' ? sized.webp({ quality: 78, effort: 4 }) : sized.avif({ quality: 52, effort: 2 });
      renditions.push({ file: `${width}.${format}`, bytes: await encoded.toBuffer() });
    }
    return renditions;
  });
}

/** `#aabbcc`: what shows while the picture loads. */
export async function averageColour(original: Buffer): Promise<string> {
  const [r, g, b] = await sharp(original).resize(1, 1, { fit: 'cover' }).removeAlpha().raw().toBuffer();
  return `#${[r!, g!, b!].map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}
