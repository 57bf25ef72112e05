import { createReadStream, createWriteStream, type WriteStream } from 'node:fs';
import { stat, unlink } from 'node:fs/promises';
import { basename } from 'node:path';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { Presets, SingleBar } from 'cli-progress';
import { DomainError, LOCALES, type Locale, SYSTEM, systemClock } from '#libs/kernel';
import { configFromEnvironment, Database } from '#libs/platform';
import { RegisterImport, type ImportOutcome } from './extract/register.import.js';
import { REFUSALS } from './extract/register-refusals.js';
import type { Refusal } from './extract/register-row.js';
import { registryErrors } from './registry.errors.js';

/** `npm run registry:import -- FILE.csv [--report FILE] [--lang en|fr|ar]` */
export async function importFile(db: Database, path: string, reportPath: string, locale: Locale, say: (line: string) => void): Promise<ImportOutcome> {
  const size = (await stat(path).catch(() => null))?.isFile() ? (await stat(path)).size : null;
  if (size === null) throw registryErrors.REGISTER_FILE_MISSING({ path });
  const bar = new SingleBar({ format: 'reading  {bar} {percentage}% | {value} of {total} MB', clearOnComplete: false, hideCursor: true }, Presets.shades_classic);
  const report = new Report(reportPath, locale);
  try {
    return await new RegisterImport(db).run(SYSTEM, measured(path, size, bar), {
      fileName: basename(path),
      now: systemClock.now(),
      refused: (line, refusals) => report.add(line, refusals),
      step: (name) => {
        if (name === 'reading') bar.start(megabytes(size), 0);
        else bar.stop();
        if (name === 'comparing') say('comparing with the register …');
        if (name === 'writing') say('writing what changed …');
      },
    });
  } finally {
    bar.stop();
    await report.close();
  }
}

async function* measured(path: string, size: number, bar: SingleBar): AsyncGenerator<Buffer> {
  let read = 0;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    read += (chunk as Buffer).length;
    bar.update(megabytes(Math.min(read, size)));
    yield chunk as Buffer;
  }
}

const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);

/** Refused rows as a chamber can open them: line, field, code, reason. It names no person. */
class Report {
  private readonly file: WriteStream;
  private rows = 0;

  constructor(
    readonly path: string,
    private readonly locale: Locale,
  ) {
    this.file = createWriteStream(path);
    // The mark makes spreadsheets read UTF-8.
    this.file.write('\uFEFFline;field;code;reason\r\n');
  }

  async add(line: number, refusals: readonly Refusal[]): Promise<void> {
    this.rows++;
    const text = refusals.map(({ field, code }) => `${line};${field};${code};${REFUSALS[code][this.locale]}\r\n`).join('');
    if (!this.file.write(text)) await once(this.file, 'drain');
  }

  async close(): Promise<void> {
    this.file.end();
    await finished(this.file);
    if (this.rows === 0) await unlink(this.path);
  }
}

function summary(o: ImportOutcome, report: string): string {
  return [
    `${o.read} rows read (${o.encoding}): ${o.added} added, ${o.changed} changed, ${o.standingsMoved} standings moved,`,
    `${o.repeated} repeated word for word, ${o.mended} with swapped names put right, ${o.refused} refused${o.refused === 0 ? '' : ` → ${report}`}`,
  ].join('\n');
}

function option(args: readonly string[], name: string): string | undefined {
  const at = args.indexOf(`--${name}`);
  return at < 0 ? undefined : args[at + 1];
}

async function main(args: readonly string[]): Promise<number> {
  const [path] = args;
  const locale = (option(args, 'lang') ?? 'en') as Locale;
  if (!path || path.startsWith('--') || !LOCALES.includes(locale)) {
    console.error('usage: npm run registry:import -- FILE.csv [--report FILE] [--lang en|fr|ar]');
    return 2;
  }
  const report = option(args, 'report') ?? `${path}.refused.csv`;
  const db = await new Database(configFromEnvironment(), [], systemClock).open();
  try {
    console.log(summary(await importFile(db, path, report, locale, (line) => console.log(line)), report));
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(`${error.code}: ${error.say(locale)}`);
    return 1;
  } finally {
    await db.onApplicationShutdown();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
