import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import iconv from 'iconv-lite';
import { registryErrors } from '../registry.errors.js';

/** One record of an extract and the line it starts on, as an editor counts lines. */
export interface ExtractLine {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Extract {
  readonly encoding: 'utf8' | 'windows-1256';
  readonly delimiter: ';' | ',';
  readonly header: readonly string[];
  /** The rows after the header, a few thousand at a time. */
  readonly batches: AsyncIterable<readonly ExtractLine[]>;
}

/** A register row is a few hundred bytes. What is longer is not a row, and would have to be held in memory to find out. */
export const MAX_LINE_BYTES = 64 * 1024;
const HEAD_BYTES = 1024 * 1024;
const BATCH_ROWS = 2_000;

/**
 * Opens an extract of any size in bounded memory. Encoding and delimiter are told from its first megabyte:
 * chambers send UTF-8 with or without a mark and Windows-1256, cells parted by `;` or `,`.
 */
export async function openExtract(source: AsyncIterable<Buffer>): Promise<Extract> {
  const chunks = guarded(source)[Symbol.asyncIterator]();
  const head = await readHead(chunks);
  const encoding = encodingOf(head);
  const text = encoding === 'utf8' ? head : iconv.decode(head, 'win1256');
  const delimiter = delimiterOf(text.toString().slice(0, MAX_LINE_BYTES));
  const parser = parse({ delimiter, bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: MAX_LINE_BYTES, info: true });
  const bytes = Readable.from(decoded(head, chunks, encoding), { objectMode: false });
  bytes.on('error', (error) => parser.destroy(error));
  bytes.pipe(parser);
  const batches = inBatches(parser);
  const first = await batches.next();
  if (first.done) throw registryErrors.REGISTER_FILE_EMPTY();
  const [header, ...rest] = first.value;
  return { encoding, delimiter, header: header!.cells, batches: resumed(rest, batches) };
}

async function* resumed(first: readonly ExtractLine[], later: AsyncIterable<readonly ExtractLine[]>): AsyncGenerator<readonly ExtractLine[]> {
  if (first.length > 0) yield first;
  yield* later;
}

/** Lets bytes through while they can be text in lines of a sane length. */
async function* guarded(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let line = 1;
  let lineStart = 0;
  let offset = 0;
  for await (const chunk of source) {
    const binary = chunk.indexOf(0);
    if (binary >= 0) throw registryErrors.REGISTER_FILE_BINARY({ offset: offset + binary });
    for (let at = chunk.indexOf(LF); ; at = chunk.indexOf(LF, at + 1)) {
      const end = offset + (at < 0 ? chunk.length : at);
      if (end - lineStart > MAX_LINE_BYTES) throw registryErrors.REGISTER_LINE_TOO_LONG({ line, max: MAX_LINE_BYTES / 1024 });
      if (at < 0) break;
      line++;
      lineStart = end + 1;
    }
    offset += chunk.length;
    yield chunk;
  }
}

const LF = 0x0a;

async function readHead(chunks: AsyncIterator<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  while (size < HEAD_BYTES) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(next.value);
    size += next.value.length;
  }
  const head = Buffer.concat(parts);
  if (head.toString('latin1').replace(/^\u00EF\u00BB\u00BF/, '').trim() === '') throw registryErrors.REGISTER_FILE_EMPTY();
  const binary = head.findIndex((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20));
  if (binary >= 0) throw registryErrors.REGISTER_FILE_BINARY({ offset: binary });
  return head;
}

/** UTF-8 either fits every byte or the file is not UTF-8: Arabic in Windows-1256 hardly ever makes valid sequences. */
function encodingOf(head: Buffer): Extract['encoding'] {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return 'utf8';
  } catch {
    return 'windows-1256';
  }
}

/** The one that parts more cells of the first line. */
function delimiterOf(text: string): Extract['delimiter'] {
  const line = text.slice(0, text.search(/[\r\n]|$/));
  return line.split(';').length >= line.split(',').length ? ';' : ',';
}

async function* decoded(head: Buffer, chunks: AsyncIterator<Buffer>, encoding: Extract['encoding']): AsyncGenerator<Buffer> {
  const decoder = encoding === 'utf8' ? null : iconv.getDecoder('win1256');
  const out = (bytes: Buffer): Buffer => (decoder ? Buffer.from(decoder.write(bytes)) : bytes);
  yield out(head);
  for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield out(next.value);
}

interface ParsedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

async function* inBatches(parser: AsyncIterable<ParsedRecord>): AsyncGenerator<ExtractLine[]> {
  let batch: ExtractLine[] = [];
  let line = 1;
  try {
    for await (const { record, info } of parser) {
      batch.push({ line: info.lines, cells: record });
      line = info.lines;
      if (batch.length < BATCH_ROWS) continue;
      yield batch;
      batch = [];
    }
  } catch (error) {
    if (error instanceof CsvError) throw registryErrors.REGISTER_QUOTE_OPEN({ line: line + 1 });
    throw error;
  }
  if (batch.length > 0) yield batch;
}
