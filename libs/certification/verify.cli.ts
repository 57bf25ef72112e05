import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { moroccanDay } from '#libs/kernel';
import { entriesOf, type Passport } from './passport/passport.js';
import { verifyPassport, type DidDocument, type PassportBundle, type PassportVerdict } from './passport/passport.verifier.js';

const UNKNOWN: PassportVerdict = { verdict: 'not_genuine', reason: null, passport: null, withdrawalsAsOf: null, keyThumbprint: null, superseded: false };

/**
 * `npm run passport:verify -- FILE [--did did.json]` checks a passport without a network. FILE is the bundle that
 * `/passports/NUMBER/bundle.json` gives, or the bare JWT together with --did. Exit 0 only for a valid one that was held
 * against the list of withdrawals.
 */
export async function verifyFile(text: string, did: string | null, now: Date): Promise<PassportVerdict> {
  if (did === null && /^\s*[\w-]+\.[\w-]+\.[\w-]*\s*$/.test(text)) return { ...UNKNOWN, reason: 'a bare passport is checked with the keys of its issuer, /.well-known/did.json: give that file with --did' };
  const bundle: PassportBundle = text.trimStart().startsWith('{') ? (JSON.parse(text) as PassportBundle) : { passport: text.trim(), didDocument: { id: '', verificationMethod: [], assertionMethod: [] } };
  return verifyPassport(did === null ? bundle : { ...bundle, didDocument: JSON.parse(did) as DidDocument }, now);
}

const SAID: Readonly<Record<PassportVerdict['verdict'], string>> = {
  valid: 'VALID', expired: 'EXPIRED', not_yet_valid: 'NOT YET VALID', withdrawn: 'WITHDRAWN', not_genuine: 'NOT GENUINE',
};

const UNCHECKED = 'GENUINE, BUT NOT CHECKED AGAINST THE WITHDRAWALS';

/** Whoever takes the list of withdrawals out of a file must not make a withdrawn piece pass for a valid one. */
export function isUnchecked({ verdict, withdrawalsAsOf }: PassportVerdict): boolean {
  return verdict === 'valid' && withdrawalsAsOf === null;
}

export function report(verdict: PassportVerdict, pinned: boolean): string {
  const lines = [`${isUnchecked(verdict) ? UNCHECKED : SAID[verdict.verdict]}${verdict.reason === null ? '' : `: ${verdict.reason}`}`];
  if (!pinned && verdict.passport) lines.push(...foreign(verdict.passport.issuer));
  if (verdict.superseded) lines.push('A newer edition of this passport stands: what this one says still holds, the newer says more');
  if (verdict.passport) lines.push(...described(verdict.passport));
  if (verdict.keyThumbprint) {
    lines.push(verdict.withdrawalsAsOf ? `Withdrawals as of ${verdict.withdrawalsAsOf}${later(verdict.passport)}` : 'The file holds no list of withdrawals: fetch /passports/NUMBER/bundle.json, which has it');
    lines.push(`Signed with key ${verdict.keyThumbprint}`);
  }
  return lines.join('\n');
}

/** Whoever writes a file may write its keys too: what it says of its issuer is sure only against the issuer's own. */
function foreign(issuer: string): string[] {
  const [, host = ''] = /^did:web:([^:]+)$/.exec(issuer) ?? [];
  return [`Checked with the keys that are in the file itself: compare the key below with the issuer’s, at ${decodeURIComponent(host)}/.well-known/did.json, or give that file with --did`];
}

/** What was withdrawn since is in the list of today. */
function later(passport: Passport | null): string {
  const list = passport && entriesOf(passport).find(({ statusPurpose }) => statusPurpose === 'revocation')?.statusListCredential;
  return list ? `; a later list may know more: ${list}` : '';
}

function described({ credentialSubject: piece, issuer, validFrom, validUntil }: Passport): string[] {
  const { maker, certificate, inspectedBy } = piece;
  return [
    `${certificate.number}  ${piece.name}`,
    `Maker: ${[maker.nameLatin, maker.nameArabic].filter(Boolean).join(' / ')} (${maker.regionCode})`,
    ...(piece.materials ? [`Made of ${piece.materials}`] : []),
    ...(piece.madeFrom || piece.madeUntil ? [`Made ${[piece.madeFrom, piece.madeUntil].filter(Boolean).join(' to ')}`] : []),
    `Inspected by ${inspectedBy.inspector}, ${[inspectedBy.centre, inspectedBy.place, inspectedBy.on].filter(Boolean).join(', ')}`,
    `Holds ${moroccanDay(new Date(validFrom))} to ${moroccanDay(new Date(validUntil))}${certificate.grade ? `, grade ${certificate.grade}` : ''}`,
    `Issued by ${issuer}`,
    ...piece.facts.map((fact) => `  ${fact.en}: ${fact.text ?? (fact.value === null ? fact.outcome.replace('_', ' ') : `${fact.value} ${fact.unit ?? ''}`)}`),
    ...(piece.exportFiles ?? []).map((file) => `Export file ${file.number}, version ${file.version}, sha256 ${file.sha256}`),
  ];
}

async function main(args: readonly string[]): Promise<number> {
  const [path, flag, didPath, ...more] = args;
  if (!path || path.startsWith('--') || more.length > 0 || (flag !== undefined && (flag !== '--did' || !didPath))) {
    console.error('usage: npm run passport:verify -- FILE [--did did.json]');
    return 2;
  }
  const files = await Promise.all([path, ...(didPath ? [didPath] : [])].map((one) => readFile(one, 'utf8'))).catch((error: unknown) => (error as Error).message);
  if (typeof files === 'string') {
    console.error(`NOT CHECKED: ${files}`);
    return 2;
  }
  try {
    const verdict = await verifyFile(files[0]!, files[1] ?? null, new Date());
    console.log(report(verdict, didPath !== undefined));
    return verdict.verdict === 'valid' && !isUnchecked(verdict) ? 0 : 1;
  } catch (error) {
    console.error(`NOT GENUINE: ${path} cannot be read as a passport (${(error as Error).message})`);
    return 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
