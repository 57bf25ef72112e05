import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { DomainError, LOCALES, moroccanDay, SYSTEM, systemClock, type Actor, type Locale } from '#libs/kernel';
import { configFromEnvironment, Database } from '#libs/platform';
import { differences, nameOf } from './reference/reference.diff.js';
import { shippedFiles } from './reference/reference.files.js';
import { ReferenceService, type ReferencePlan } from './reference/reference.service.js';

const USAGE = `usage: npm run reference:import -- FILE... [--yes] [--lang en|fr|ar]
       npm run reference:import -- --shipped [--yes]
       npm run reference:import -- --due

FILE is a CSV named after its table (tariff_line.csv, tariff_line.2027.csv) or JSON { "table": …, "rows": […] }.
The difference is shown first; nothing is written until it is approved. --yes approves it beforehand.
--due lists the rows in use that have ended or soon will, name no source, or were not checked for a year.`;

/** What an import would do, a line per change, for a person who must answer for it. */
export function report(plan: ReferencePlan): string[] {
  const lines = plan.refused.map((cell) => `refused  ${cell.file} line ${cell.line}, ${cell.field}: ${cell.reason}`);
  for (const { table, before, row } of plan.changes) {
    lines.push(before === null ? `new      ${nameOf(table, row)}` : `changed  ${nameOf(table, row)}  ${differences(table, before, row).join('; ')}`);
  }
  const added = plan.changes.filter((change) => change.before === null).length;
  lines.push(`${added} new, ${plan.changes.length - added} changed, ${plan.unchanged} unchanged, ${plan.refused.length} refused`);
  return lines;
}

export interface ImportOptions {
  /** Who answers for the change: the version keeps this name. */
  readonly by: Actor;
  readonly yes: boolean;
  readonly ask: (question: string) => Promise<string>;
  readonly say: (line: string) => void;
}

/** Answers the process's exit code: 0 done or nothing to do, 1 refused, 3 not approved. */
export async function importReference(reference: ReferenceService, paths: readonly string[], { by, yes, ask, say }: ImportOptions): Promise<number> {
  const plan = await reference.plan(paths);
  for (const line of report(plan)) say(line);
  if (plan.refused.length > 0) {
    say('Nothing was changed: mend the refused rows and import again.');
    return 1;
  }
  if (plan.changes.length === 0) return 0;
  if (!yes && !/^y(es)?$/i.test((await ask('Write these changes? [y/N] ')).trim())) {
    say('Nothing was changed.');
    return 3;
  }
  say(`Reference data is now version ${await reference.apply(by, plan)}.`);
  return 0;
}

async function listDue(reference: ReferenceService, say: (line: string) => void): Promise<number> {
  const due = await reference.due(moroccanDay(systemClock.now()));
  for (const { name, why, day } of due) say(`${why.padEnd(22)} ${day}  ${name}`);
  say(`${due.length} rows need a look`);
  return 0;
}

async function askPerson(question: string): Promise<string> {
  if (!process.stdin.isTTY) return '';
  const line = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return await line.question(question);
  } finally {
    line.close();
  }
}

async function main(args: readonly string[]): Promise<number> {
  const language = args.indexOf('--lang');
  const locale = (language < 0 ? 'en' : args[language + 1]) as Locale;
  const files = args.filter((arg, i) => !arg.startsWith('--') && (language < 0 || i !== language + 1));
  const paths = args.includes('--shipped') ? await shippedFiles() : files;
  const due = args.includes('--due');
  if ((paths.length === 0 && !due) || !LOCALES.includes(locale)) {
    console.error(USAGE);
    return 2;
  }
  const db = await new Database(configFromEnvironment(), [], systemClock).open();
  try {
    if (due) return await listDue(new ReferenceService(db), (line) => console.log(line));
    return await importReference(new ReferenceService(db), paths, { by: { ...SYSTEM, name: userInfo().username }, yes: args.includes('--yes'), ask: askPerson, say: (line) => console.log(line) });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(`${error.code}: ${error.say(locale)}`);
    return 1;
  } finally {
    await db.onApplicationShutdown();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
