import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { csvLine, headerRow, sampleRows } from './sample/sample.js';

export interface SampleShape {
  readonly encoding: 'utf8' | 'utf8-bom' | 'windows-1256';
  readonly delimiter: ';' | ',';
  readonly seed: number;
}

/** Writes an extract of invented people, with the dirt of real ones. */
export async function writeSample(path: string, count: number, shape: SampleShape): Promise<void> {
  const file = createWriteStream(path);
  if (shape.encoding === 'utf8-bom') file.write('\uFEFF');
  const encode = (text: string): Buffer => (shape.encoding === 'windows-1256' ? iconv.encode(text, 'win1256') : Buffer.from(text));
  let text = csvLine(headerRow(), shape.delimiter);
  for (const row of sampleRows(count, shape.seed)) {
    text += csvLine(row, shape.delimiter);
    if (text.length < 256 * 1024) continue;
    if (!file.write(encode(text))) await once(file, 'drain');
    text = '';
  }
  file.end(encode(text));
  await finished(file);
}

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args[at + 1];
}

async function main(args: readonly string[]): Promise<number> {
  const count = Number(args[0]);
  const encoding = option(args, 'encoding') ?? 'utf8';
  const delimiter = option(args, 'delimiter') ?? ';';
  const seed = Number(option(args, 'seed') ?? 5017);
  if (!Number.isSafeInteger(count) || count < 1 || !['utf8', 'utf8-bom', 'windows-1256'].includes(encoding) || ![';', ','].includes(delimiter) || !Number.isSafeInteger(seed)) {
    console.error('usage: npm run registry:sample -- COUNT [FILE] [--encoding utf8|utf8-bom|windows-1256] [--delimiter ;|,] [--seed N]');
    return 2;
  }
  const path = args[1] && !args[1].startsWith('--') ? args[1] : `register-${count}.csv`;
  await writeSample(path, count, { encoding, delimiter, seed } as SampleShape);
  console.log(`${count} rows → ${path}`);
  return 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
