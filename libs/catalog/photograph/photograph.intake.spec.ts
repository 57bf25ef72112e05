import { deflateRawSync } from 'node:zlib';
import sharp from 'sharp';
import { DomainError } from '#libs/kernel';
import { Gate } from './gate.js';
import { fromPhone, picture, TRACES } from './photograph.fixtures.js';
import { renditionFile, WIDTHS } from './photograph.js';
import { averageColour, renditionsOf, takeIn } from './photograph.intake.js';

const refusal = async (file: Buffer): Promise<[string, string | undefined]> => {
  try {
    await takeIn(file);
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.field];
    throw error;
  }
  return ['accepted', undefined];
};

/** A ZIP that unpacks to ten megabytes of zeros from ten kilobytes. */
function zipBomb(): Buffer {
  const body = deflateRawSync(Buffer.alloc(10_000_000));
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(body.length, 18);
  header.writeUInt32LE(10_000_000, 22);
  header.writeUInt16LE(5, 26);
  return Buffer.concat([header, Buffer.from('a.jpg'), body]);
}

describe('a photograph taken in', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('may be %s and is kept as a JPEG', async (format) => {
    const taken = await takeIn(await picture().toFormat(format).toBuffer());
    expect(taken).toMatchObject({ width: 800, height: 600 });
    expect((await sharp(taken.bytes).metadata()).format).toBe('jpeg');
  });

  it('keeps no place, no camera and no owner, in the original or in any size', async () => {
    const file = await fromPhone();
    expect(TRACES.every((trace) => file.includes(trace))).toBe(true);
    expect((await sharp(file).metadata()).exif?.length).toBeGreaterThan(100);
    const { bytes } = await takeIn(file);
    const renditions = [...(await renditionsOf(bytes, WIDTHS, 'webp')), ...(await renditionsOf(bytes, WIDTHS, 'avif'))];
    expect(renditions).toHaveLength(6);
    for (const stored of [bytes, ...renditions.map((rendition) => rendition.bytes)]) {
      const { exif, xmp, iptc } = await sharp(stored).metadata();
      expect({ exif, xmp, iptc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined });
      for (const trace of TRACES) expect(stored.includes(trace)).toBe(false);
    }
  });

  it('stands upright, as the camera meant it', async () => {
    expect(await takeIn(await fromPhone(6))).toMatchObject({ width: 600, height: 800 });
  });

  it('loses what was hidden behind the picture', async () => {
    const polyglot = Buffer.concat([await picture().jpeg().toBuffer(), Buffer.from('<script>alert(1)</script>'), zipBomb()]);
    const { bytes } = await takeIn(polyglot);
    expect(bytes.includes('<script>')).toBe(false);
    expect(bytes.includes('a.jpg')).toBe(false);
  });

  it('is told in average colour', async () => expect(await averageColour((await takeIn(await picture().png().toBuffer())).bytes)).toMatch(/^#b[345]4[678]2[bcd]$/));
});

describe('what is not a photograph is refused', () => {
  const whole = picture(1200, 900).jpeg().toBuffer();
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['an SVG', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'), 'CATALOG_PHOTOGRAPH_KIND'],
    ['an SVG behind an XML head', () => Buffer.from('\uFEFF<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY a "aaaa">]><svg>&a;</svg>'), 'CATALOG_PHOTOGRAPH_KIND'],
    ['a page', () => Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'CATALOG_PHOTOGRAPH_KIND'],
    ['a zip bomb', zipBomb, 'CATALOG_PHOTOGRAPH_KIND'],
    ['a PDF', () => Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'), 'CATALOG_PHOTOGRAPH_KIND'],
    ['a GIF', () => picture().gif().toBuffer(), 'CATALOG_PHOTOGRAPH_KIND'],
    ['a TIFF', () => picture().tiff().toBuffer(), 'CATALOG_PHOTOGRAPH_KIND'],
    ['text', () => Buffer.from('not a picture at all'), 'CATALOG_PHOTOGRAPH_KIND'],
    ['nothing', () => Buffer.alloc(0), 'CATALOG_PHOTOGRAPH_UNREADABLE'],
    ['half a JPEG', async () => (await whole).subarray(0, Math.floor((await whole).length / 2)), 'CATALOG_PHOTOGRAPH_UNREADABLE'],
    ['a JPEG head and then noise', async () => Buffer.concat([(await whole).subarray(0, 300), Buffer.alloc(5000, 7)]), 'CATALOG_PHOTOGRAPH_UNREADABLE'],
    ['40,000 px wide', () => sharp({ create: { width: 40_000, height: 200, channels: 3, background: 'red' }, limitInputPixels: false }).png().toBuffer(), 'CATALOG_PHOTOGRAPH_TOO_MANY_PIXELS'],
    ['49 megapixels', () => picture(7000, 7000).png().toBuffer(), 'CATALOG_PHOTOGRAPH_TOO_MANY_PIXELS'],
    ['a thumbnail', () => picture(100, 100).png().toBuffer(), 'CATALOG_PHOTOGRAPH_TOO_SMALL'],
    ['sixteen megabytes', () => Buffer.alloc(16 * 1024 * 1024), 'CATALOG_PHOTOGRAPH_TOO_HEAVY'],
    ['HEIC without a decoder', () => Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(400)]), 'CATALOG_PHOTOGRAPH_HEIC'],
  ])('%s', async (_, file, code) => expect(await refusal(await file())).toEqual([code, 'photograph']));
});

describe('names of renditions', () => {
  it.each(['640.webp', '320.avif', '960.webp'])('%s is one', (file) => expect(renditionFile(file)).not.toBeNull());
  it.each(['641.webp', '640.jpg', '640.webp/..', '../640.webp', 'original.jpg', '640.webp\0', ''])('%j is none', (file) => expect(renditionFile(file)).toBeNull());
});

describe('the gate', () => {
  it('never lets more through than it is wide, and lets all through', async () => {
    const gate = new Gate(2);
    let inside = 0;
    let most = 0;
    const done = await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        gate.run(async () => {
          most = Math.max(most, ++inside);
          await new Promise((resolve) => setTimeout(resolve, 1));
          inside -= 1;
          if (i === 3) throw new Error('one fails');
          return i;
        }).catch(() => -1),
      ),
    );
    expect(most).toBe(2);
    expect(done.filter((i) => i >= 0)).toHaveLength(19);
  });
});
