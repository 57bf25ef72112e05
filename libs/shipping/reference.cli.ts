import { userInfo } from 'node:os';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { IdentityService } from '#libs/identity';
import { DomainError, hasRole, LOCALES, moroccanDay, newId, SYSTEM, systemClock, type Actor, type Locale } from '#libs/kernel';
import { configFromEnvironment, Database, type Config } from '#libs/platform';
import { ProposalsService } from './reference/proposals.service.js';
import { differences, nameOf } from './reference/reference.diff.js';
import { shippedFiles } from './reference/reference.files.js';
import { ReferenceService, type ReferencePlan } from './reference/reference.service.js';
import { shippingErrors } from './shipping.errors.js';

const USAGE = `usage: npm run reference:import -- FILE... --by EMAIL [--yes] [--lang en|fr|ar]
       npm run reference:import -- --shipped [--by EMAIL] [--yes]
       npm run reference:import -- --due

FILE is a CSV named after its table (tariff_line.csv, tariff_line.2027.csv) or JSON { "table": …, "rows": […] }.
The difference is shown first; then it is proposed in the name of the account with that address (export desk or
administrator), --yes without being asked. Nothing changes before another person of the desk or an administrator
has approved it, signed in, on the page “Rates and rules”. Nobody approves her own proposal, here or there.
--shipped opens a house that holds no reference data yet with what it ships with; afterwards it is proposed too.
--due lists the rows in use that have ended or soon will, name no source, or were not checked for a year.`;

/** What both doors say to somebody who is alone. */
const ALONE = 'If nobody else has one of these roles, give it to a second person first: there is no way around it (“Two people” in libs/shipping/README.md).';

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
  /** Who answers for the proposal: the account of this address. */
  readonly by: Actor;
  /** Who is at the machine. */
  readonly machineUser: string;
  readonly yes: boolean;
  readonly ask: (question: string) => Promise<string>;
  readonly say: (line: string) => void;
}

/** Answers the process's exit code: 0 proposed or nothing to do, 1 refused, 3 not said yes to. */
export async function proposeReference(reference: ReferenceService, proposals: ProposalsService, paths: readonly string[], { by, machineUser, yes, ask, say }: ImportOptions): Promise<number> {
  const plan = await reference.plan(paths);
  for (const line of report(plan)) say(line);
  if (plan.refused.length > 0) {
    say('Nothing was proposed: mend the refused rows and import again.');
    return 1;
  }
  if (plan.changes.length === 0) return 0;
  if (!yes && !/^y(es)?$/i.test((await ask(`Propose these changes as ${by.name}? [y/N] `)).trim())) {
    say('Nothing was proposed.');
    return 3;
  }
  const { id } = await proposals.propose(by, newId(), plan, machineUser);
  say(`Proposed by ${by.name} (${id}). Nothing has changed yet.`);
  say('Another person of the export desk, or another administrator, approves it on the page “Rates and rules” (/en/export/reference).');
  say(ALONE);
  return 0;
}

/** The account that proposes, with the rights it has now. */
export async function proposer(identity: Pick<IdentityService, 'accountByEmail' | 'actorFor'>, email: string | null): Promise<Actor> {
  if (email === null) throw shippingErrors.SHIPPING_REFERENCE_PROPOSER();
  const { id, name } = await identity.accountByEmail(email);
  const actor = await identity.actorFor(id, name, 'en');
  if (!hasRole(actor, 'desk', 'admin')) throw shippingErrors.SHIPPING_REFERENCE_PROPOSER();
  return actor;
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

interface Asked {
  readonly locale: Locale;
  readonly by: string | null;
  readonly files: readonly string[];
  readonly shipped: boolean;
  readonly due: boolean;
  readonly yes: boolean;
}

function read(args: readonly string[]): Asked | null {
  const valued = (name: string): string | null => (args.includes(name) ? (args[args.indexOf(name) + 1] ?? '') : null);
  const values = ['--lang', '--by'].flatMap((name) => (args.includes(name) ? [args.indexOf(name) + 1] : []));
  const files = args.filter((arg, i) => !arg.startsWith('--') && !values.includes(i));
  const locale = (valued('--lang') ?? 'en') as Locale;
  const asked = { locale, by: valued('--by'), files, shipped: args.includes('--shipped'), due: args.includes('--due'), yes: args.includes('--yes') };
  return (files.length > 0 || asked.shipped || asked.due) && LOCALES.includes(locale) ? asked : null;
}

async function run(asked: Asked, config: Config, db: Database): Promise<number> {
  const say = (line: string): void => console.log(line);
  const reference = new ReferenceService(db);
  if (asked.due) return listDue(reference, say);
  if (asked.shipped && (await reference.version()) === null) {
    say(`Reference data is now version ${await reference.loadShipped({ ...SYSTEM, name: userInfo().username })}.`);
    return 0;
  }
  const identity = new IdentityService(config, db);
  try {
    const by = await proposer(identity, asked.by);
    const paths = asked.shipped ? await shippedFiles() : asked.files;
    return await proposeReference(reference, new ProposalsService(db, reference), paths, { by, machineUser: userInfo().username, yes: asked.yes, ask: askPerson, say });
  } finally {
    await identity.onApplicationShutdown();
  }
}

async function main(args: readonly string[]): Promise<number> {
  const asked = read(args);
  if (asked === null) {
    console.error(USAGE);
    return 2;
  }
  const config = configFromEnvironment();
  const db = await new Database(config, [], systemClock).open();
  try {
    return await run(asked, config, db);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    console.error(`${error.code}: ${error.say(asked.locale)}`);
    return 1;
  } finally {
    await db.onApplicationShutdown();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
