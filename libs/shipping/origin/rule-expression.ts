import { Dec } from '../quotes/decimal.js';

/**
 * A product rule of origin as customs lists print it, in a notation a row can carry. Alternatives are parted by `|`,
 * conditions that must hold together by `&`:
 *
 *   CC · CTH · CTSH                  every non-originating material of another chapter, heading, subheading
 *   CTH SAME 20                      … of its own heading up to 20 % of the ex-works price
 *   CTH ALLOW 821194;821195          … and these codes besides
 *   MAXNOM 40 · MAXNOM 40 OF 5208    value of all non-originating materials (of these codes) up to 40 % of the price
 *   FROM 5101-5105;5301              non-originating materials only of these codes
 *   FROM 5101 ASK 5106-5110          … and of these, when a person has looked at them
 *   FROM 5101 AMONG 50-63            … looking only at materials of these chapters
 *   EXCEPT 6406                      non-originating materials of any code but these
 *   WO 06-15                         materials of these codes all originate
 *   DONE spinning+weaving            these operations were done in Morocco
 *   PERSON                           nobody has read the rule yet
 */
export type RuleExpression = readonly (readonly RuleTerm[])[];

export type RuleTerm =
  | { readonly kind: 'change'; readonly digits: 2 | 4 | 6; readonly samePercent: Dec | null; readonly allow: Codes }
  | { readonly kind: 'max_value'; readonly percent: Dec; readonly of: Codes }
  | { readonly kind: 'from'; readonly allowed: Codes; readonly ask: Codes; readonly among: Codes }
  | { readonly kind: 'except'; readonly barred: Codes }
  | { readonly kind: 'done'; readonly operations: readonly string[] }
  | { readonly kind: 'person' };

/** Prefixes of HS codes, or ranges of prefixes of one length. */
export type Codes = readonly { readonly from: string; readonly to: string }[];

const CHANGE: Readonly<Record<string, 2 | 4 | 6>> = { CC: 2, CTH: 4, CTSH: 6 };

/** Null for a text that is not in this notation. */
export function parseRule(text: string): RuleExpression | null {
  const alternatives: RuleTerm[][] = [];
  for (const alternative of text.split('|')) {
    const terms: RuleTerm[] = [];
    for (const part of alternative.split('&')) {
      const term = parseTerm(part.trim().split(/\s+/));
      if (term === null) return null;
      terms.push(term);
    }
    alternatives.push(terms);
  }
  return alternatives;
}

function parseTerm([word = '', ...rest]: readonly string[]): RuleTerm | null {
  if (word === 'PERSON') return rest.length === 0 ? { kind: 'person' } : null;
  if (word in CHANGE) return changeOf(CHANGE[word]!, rest);
  if (word === 'DONE') return rest.length === 1 ? { kind: 'done', operations: rest[0]!.split('+') } : null;
  if (word === 'MAXNOM') {
    const percent = percentOf(rest[0]);
    const of = rest.length === 1 ? [] : rest[1] === 'OF' && rest.length === 3 ? codesOf(rest[2]!) : null;
    return percent && of ? { kind: 'max_value', percent, of } : null;
  }
  if (word === 'EXCEPT' || word === 'WO') {
    const barred = rest.length === 1 ? codesOf(rest[0]!) : null;
    return barred && { kind: 'except', barred };
  }
  return word === 'FROM' ? fromOf(rest) : null;
}

function changeOf(digits: 2 | 4 | 6, rest: readonly string[]): RuleTerm | null {
  const [word, value] = rest;
  if (word === undefined) return { kind: 'change', digits, samePercent: null, allow: [] };
  if (rest.length !== 2) return null;
  const samePercent = word === 'SAME' ? percentOf(value) : null;
  const allow = word === 'ALLOW' ? codesOf(value!) : null;
  if (samePercent) return { kind: 'change', digits, samePercent, allow: [] };
  return allow && { kind: 'change', digits, samePercent: null, allow };
}

function fromOf(rest: readonly string[]): RuleTerm | null {
  const lists: Record<'FROM' | 'ASK' | 'AMONG', Codes> = { FROM: [], ASK: [], AMONG: [] };
  let into: keyof typeof lists = 'FROM';
  for (const word of rest) {
    if (word === 'ASK' || word === 'AMONG') {
      into = word;
      continue;
    }
    const codes = codesOf(word);
    if (codes === null || lists[into].length > 0) return null;
    lists[into] = codes;
  }
  return lists.FROM.length + lists.ASK.length === 0 ? null : { kind: 'from', allowed: lists.FROM, ask: lists.ASK, among: lists.AMONG };
}

function percentOf(text: string | undefined): Dec | null {
  return text !== undefined && /^\d{1,3}(\.\d+)?$/.test(text) ? new Dec(text) : null;
}

function codesOf(text: string): Codes | null {
  const codes: { from: string; to: string }[] = [];
  for (const one of text.split(';')) {
    const found = /^(\d{2,6})(?:-(\d{2,6}))?$/.exec(one);
    if (!found || (found[2] !== undefined && found[2].length !== found[1]!.length)) return null;
    codes.push({ from: found[1]!, to: found[2] ?? found[1]! });
  }
  return codes;
}

/** Whether a material of this code is among these: null when its code says too little to tell. */
export function isAmong(code: string, codes: Codes): boolean | null {
  let unsure = false;
  for (const { from, to } of codes) {
    const length = Math.min(code.length, from.length);
    const start = code.slice(0, length);
    if (start < from.slice(0, length) || start > to.slice(0, length)) continue;
    if (code.length >= from.length) return true;
    unsure = true;
  }
  return unsure ? null : false;
}
