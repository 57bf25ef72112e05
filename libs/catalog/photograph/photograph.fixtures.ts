import sharp from 'sharp';

/** A plain red picture. */
export const picture = (width = 800, height = 600): ReturnType<typeof sharp> => sharp({ create: { width, height, channels: 3, background: '#b4472c' } });

/** Words that only the metadata of `fromPhone` holds. */
export const TRACES = ['PhoneMaker', 'GPSLatitude', 'Fatima', 'xmpmeta', 'Exif\0\0'];

const XMP = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:exif="http://ns.adobe.com/exif/1.0/" exif:GPSLatitude="31,57.5N"/></rdf:RDF></x:xmpmeta>';

/** A JPEG as a phone makes it: camera, owner and place in EXIF, the place again in XMP, the picture turned as `orientation` says. */
export async function fromPhone(orientation = 1): Promise<Buffer> {
  const jpeg = await picture().jpeg().toBuffer();
  const segments = [segment(`Exif\0\0`, exif(orientation)), segment('http://ns.adobe.com/xap/1.0/\0', Buffer.from(XMP))];
  return Buffer.concat([jpeg.subarray(0, 2), ...segments, jpeg.subarray(2)]);
}

/** An APP1 segment: marker, length with its own two bytes, name, body. */
function segment(name: string, body: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

const [ASCII, SHORT, LONG, RATIONAL] = [2, 3, 4, 5] as const;

/** The TIFF block of EXIF 2.32 §4.6, big-endian: the first directory and the one of places, each followed by its long values. */
function exif(orientation: number): Buffer {
  const first = 8;
  const places = first + 2 + 4 * 12 + 4;
  const after = places + 2 + 4 * 12 + 4;
  const values = Buffer.concat([Buffer.from('PhoneMaker\0\0'), Buffer.from('Fatima\0\0'), rationals(31, 57, 30), rationals(6, 34, 0)]);
  const head = Buffer.from('MM\0*\0\0\0\u0008', 'latin1');
  return Buffer.concat([
    head,
    directory([[0x010f, ASCII, 11, after], [0x0112, SHORT, 1, orientation * 0x10000], [0x8298, ASCII, 7, after + 12], [0x8825, LONG, 1, places]]),
    directory([[1, ASCII, 2, 0x4e000000], [2, RATIONAL, 3, after + 20], [3, ASCII, 2, 0x57000000], [4, RATIONAL, 3, after + 44]]),
    values,
  ]);
}

function directory(entries: readonly (readonly [tag: number, type: number, count: number, value: number])[]): Buffer {
  const bytes = Buffer.alloc(2 + entries.length * 12 + 4);
  bytes.writeUInt16BE(entries.length, 0);
  entries.forEach(([tag, type, count, value], i) => {
    bytes.writeUInt16BE(tag, 2 + i * 12);
    bytes.writeUInt16BE(type, 4 + i * 12);
    bytes.writeUInt32BE(count, 6 + i * 12);
    bytes.writeUInt32BE(value, 10 + i * 12);
  });
  return bytes;
}

function rationals(...parts: readonly number[]): Buffer {
  const bytes = Buffer.alloc(parts.length * 8);
  parts.forEach((part, i) => {
    bytes.writeUInt32BE(part, i * 8);
    bytes.writeUInt32BE(1, i * 8 + 4);
  });
  return bytes;
}
