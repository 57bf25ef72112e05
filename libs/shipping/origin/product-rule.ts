import { Dec, HUNDRED, ZERO } from '../quotes/decimal.js';
import type { QuoteMaterial } from '../quotes/quote.js';
import { isAmong, type RuleExpression, type RuleTerm } from './rule-expression.js';

/** What a product rule is held against. Foreign materials are those that originate neither here nor with a partner. */
export interface RuleFacts {
  readonly hsCode: string;
  readonly foreign: readonly QuoteMaterial[];
  readonly operations: readonly string[];
  /** Price at the workshop's door, in centimes of dirham. */
  readonly exWorksMadMinor: number;
  readonly tolerancePercent: Dec | null;
  readonly textileTolerancePercent: Dec | null;
}

/** `asks` names what the maker must still say, as fields of the piece: `materials.1.hsCode`. */
export type RuleAnswer =
  | { readonly met: true; readonly by: 'rule' | 'tolerance' }
  | { readonly met: false }
  | { readonly met: null; readonly asks: readonly Ask[] };

export interface Ask {
  readonly what: 'hsCode' | 'costMadMinor' | 'percent' | 'person';
  /** The material it is asked of; null when it is asked of nobody in particular. */
  readonly material: QuoteMaterial | null;
}

/** Met when one alternative is; unknown when one might be. */
export function answerRule(rule: RuleExpression, facts: RuleFacts): RuleAnswer {
  const asks: Ask[] = [];
  let unsure = false;
  let tolerated = false;
  for (const alternative of rule) {
    const found = alternativeMet(alternative, facts);
    if (found.met && found.by === 'rule') return found;
    if (found.met) tolerated = true;
    if (found.met === null) {
      unsure = true;
      asks.push(...found.asks);
    }
  }
  if (tolerated) return { met: true, by: 'tolerance' };
  return unsure ? { met: null, asks } : { met: false };
}

/** What one condition finds: materials that break it, or that it cannot judge yet. */
interface Finding {
  readonly broken: readonly QuoteMaterial[];
  readonly asks: readonly Ask[];
  /** No tolerance mends it: a value above its ceiling, an operation that was not done. */
  readonly beyond: boolean;
}

const HOLDS: Finding = { broken: [], asks: [], beyond: false };
const BEYOND: Finding = { broken: [], asks: [], beyond: true };

function alternativeMet(terms: readonly RuleTerm[], facts: RuleFacts): RuleAnswer {
  const findings = terms.map((term) => findingOf(term, facts));
  if (findings.some((f) => f.beyond)) return textileWeightMet(terms, findings, facts);
  const broken = new Set(findings.flatMap((f) => f.broken));
  const asks = findings.flatMap((f) => f.asks);
  if (broken.size === 0) return asks.length === 0 ? { met: true, by: 'rule' } : { met: null, asks };
  const tolerated = withinTolerance([...broken], facts);
  if (tolerated === false) return { met: false };
  if (tolerated === true && asks.length === 0) return { met: true, by: 'tolerance' };
  return { met: null, asks: [...asks, ...(tolerated === null ? [...broken].map((material) => toleranceAsk(material, facts)) : [])] };
}

/** An operation that was not done on a little foreign yarn in a mixed textile: the tolerance by weight covers it. */
function textileWeightMet(terms: readonly RuleTerm[], findings: readonly Finding[], facts: RuleFacts): RuleAnswer {
  const onlyDone = terms.every((term, i) => term.kind === 'done' || !findings[i]!.beyond);
  if (!onlyDone || !isTextile(facts.hsCode) || facts.foreign.length === 0) return { met: false };
  return withinTolerance(facts.foreign, facts) === true ? { met: true, by: 'tolerance' } : { met: false };
}

function findingOf(term: RuleTerm, facts: RuleFacts): Finding {
  switch (term.kind) {
    case 'person': return { broken: [], asks: [{ what: 'person', material: null }], beyond: false };
    case 'done': return term.operations.every((one) => facts.operations.includes(one)) ? HOLDS : BEYOND;
    case 'max_value': return maxValue(term, facts);
    case 'change': return change(term, facts);
    case 'except': return byCode(facts.foreign, (code) => opposite(isAmong(code, term.barred)));
    case 'from': return fromOnly(term, facts);
  }
}

function change(term: Extract<RuleTerm, { kind: 'change' }>, facts: RuleFacts): Finding {
  const own = facts.hsCode.slice(0, term.digits);
  const same: QuoteMaterial[] = [];
  const found = byCode(facts.foreign, (code, material) => {
    if (isAmong(code, term.allow) === true) return true;
    if (code.slice(0, term.digits) !== own.slice(0, code.length)) return true;
    if (code.length < term.digits) return null;
    same.push(material);
    return term.samePercent !== null;
  });
  if (term.samePercent === null || same.length === 0) return found;
  const within = valueWithin(same, term.samePercent, facts);
  if (within === null) return { ...found, asks: [...found.asks, ...costAsks(same)] };
  return within ? found : { ...found, broken: [...found.broken, ...same] };
}

function fromOnly(term: Extract<RuleTerm, { kind: 'from' }>, facts: RuleFacts): Finding {
  const seen = term.among.length === 0 ? facts.foreign : facts.foreign.filter((m) => !m.hsCode || isAmong(m.hsCode, term.among) !== false);
  const asks: Ask[] = [];
  const found = byCode(seen, (code, material) => {
    const allowed = isAmong(code, term.allowed);
    if (allowed !== false || isAmong(code, term.ask) === false) return allowed;
    asks.push({ what: 'person', material });
    return true;
  });
  return { ...found, asks: [...found.asks, ...asks] };
}

function maxValue(term: Extract<RuleTerm, { kind: 'max_value' }>, facts: RuleFacts): Finding {
  const counted = term.of.length === 0 ? facts.foreign : facts.foreign.filter((m) => !m.hsCode || isAmong(m.hsCode, term.of) !== false);
  const within = valueWithin(counted, term.percent, facts);
  if (within === null) return { broken: [], asks: costAsks(counted), beyond: false };
  return within ? HOLDS : BEYOND;
}

/** `test` answers true for a material that fits, null when its code is too short to tell. */
function byCode(materials: readonly QuoteMaterial[], test: (code: string, material: QuoteMaterial) => boolean | null): Finding {
  const broken: QuoteMaterial[] = [];
  const asks: Ask[] = [];
  for (const material of materials) {
    const fits = material.hsCode ? test(material.hsCode, material) : null;
    if (fits === null) asks.push({ what: 'hsCode', material });
    else if (!fits) broken.push(material);
  }
  return { broken, asks, beyond: false };
}

const opposite = (found: boolean | null): boolean | null => (found === null ? null : !found);

function costAsks(materials: readonly QuoteMaterial[]): Ask[] {
  return materials.filter((m) => m.costMadMinor == null).map((material) => ({ what: 'costMadMinor', material }));
}

function valueWithin(materials: readonly QuoteMaterial[], percent: Dec, facts: RuleFacts): boolean | null {
  let cost = ZERO;
  for (const material of materials) {
    if (material.costMadMinor == null) return null;
    cost = cost.plus(material.costMadMinor);
  }
  return cost.times(HUNDRED).lte(percent.times(facts.exWorksMadMinor));
}

/** Chapters 50 to 63 tolerate by weight, all others by value. */
function withinTolerance(broken: readonly QuoteMaterial[], facts: RuleFacts): boolean | null {
  if (!isTextile(facts.hsCode)) return facts.tolerancePercent === null ? false : valueWithin(broken, facts.tolerancePercent, facts);
  if (facts.textileTolerancePercent === null) return false;
  let weight = ZERO;
  for (const { percent } of broken) {
    if (percent === null) return null;
    weight = weight.plus(percent);
  }
  return weight.lte(facts.textileTolerancePercent);
}

function toleranceAsk(material: QuoteMaterial, facts: RuleFacts): Ask {
  return { what: isTextile(facts.hsCode) ? 'percent' : 'costMadMinor', material };
}

function isTextile(code: string): boolean {
  return code >= '50' && code < '64';
}
