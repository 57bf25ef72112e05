import iconv from 'iconv-lite';
import { MAX_LINE_BYTES, openExtract, type ExtractLine } from './extract.reader.js';

async function* chunks(bytes: Buffer | string, size = 7): AsyncGenerator<Buffer> {
  const all = Buffer.from(bytes);
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

async function readAll(source: AsyncIterable<Buffer>): Promise<{ encoding: string; delimiter: string; header: readonly string[]; lines: ExtractLine[] }> {
  const extract = await openExtract(source);
  const lines: ExtractLine[] = [];
  for await (const batch of extract.batches) lines.push(...batch);
  return { ...extract, lines };
}

const refused = (source: AsyncIterable<Buffer>): Promise<unknown> => readAll(source).then(() => 'read', (error: { code: string }) => error.code);

describe('an extract', () => {
  const text = 'nom;ville\nفاطمة;"Fès; médina"\n\nمحمد;Salé\n';

  it.each([
    ['UTF-8', Buffer.from(text), 'utf8'],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${text}`), 'utf8'],
    ['Windows-1256', iconv.encode(text, 'win1256'), 'windows-1256'],
  ])('is read in %s, cut anywhere', async (_name, bytes, encoding) => {
    for (const size of [1, 7, 4096]) {
      expect(await readAll(chunks(bytes, size))).toMatchObject({
        encoding, delimiter: ';', header: ['nom', 'ville'],
        lines: [{ line: 2, cells: ['فاطمة', 'Fès; médina'] }, { line: 4, cells: ['محمد', 'Salé'] }],
      });
    }
  });

  it('is read with commas and CRLF', async () => {
    expect(await readAll(chunks('a,b\r\n1,2\r\n'))).toMatchObject({ delimiter: ',', lines: [{ line: 2, cells: ['1', '2'] }] });
  });

  it('is refused when empty', async () => {
    for (const nothing of ['', '\uFEFF', ' \r\n\n']) expect(await refused(chunks(nothing))).toBe('REGISTER_FILE_EMPTY');
  });

  it('is refused when binary, from the first byte or later on', async () => {
    expect(await refused(chunks(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])))).toBe('REGISTER_FILE_BINARY');
    expect(await refused(chunks(Buffer.from('a;b\n1;2\n', 'utf16le')))).toBe('REGISTER_FILE_BINARY');
    const late = Buffer.concat([Buffer.from('a;b\n'), Buffer.from('1;2\n'.repeat(400_000)), Buffer.from([0])]);
    expect(await refused(chunks(late, 65_536))).toBe('REGISTER_FILE_BINARY');
  });

  it('gives up on 2 GB of one line after the first 64 KiB of it', async () => {
    let given = 0;
    async function* oneLine(): AsyncGenerator<Buffer> {
      yield Buffer.from('a;b\n');
      for (const piece = Buffer.alloc(65_536, 'x'); given < 2_000_000_000; given += piece.length) yield piece;
    }
    expect(await refused(oneLine())).toBe('REGISTER_LINE_TOO_LONG');
    expect(given).toBeLessThan(3 * 65_536);
  });

  it('accepts a line of exactly the most and refuses one byte more', async () => {
    const line = (bytes: number): string => `a;b\n${'x'.repeat(bytes - 2)};y\n`;
    expect(await refused(chunks(line(MAX_LINE_BYTES), 1000))).toBe('read');
    expect(await refused(chunks(line(MAX_LINE_BYTES + 1), 1000))).toBe('REGISTER_LINE_TOO_LONG');
  });

  it('says where a quotation mark was opened and never closed', async () => {
    expect(await refused(chunks('a;b\n1;2\n3;"4\n5;6\n'))).toBe('REGISTER_QUOTE_OPEN');
    expect(await refused(chunks(`a;b\n1;2\n3;"4\n${'5;6\n'.repeat(30_000)}`, 65_536))).toBe('REGISTER_QUOTE_OPEN');
  });
});
