import { lineOfText, type Words } from '#libs/kernel';
import { certificationErrors } from '../certification.errors.js';
import { FORM_WORDS, inPaperDigits, isWellFormed, type StatementForm } from './statement-form.js';
import { unitWords } from './units.js';

export type Outcome = 'met' | 'not_met' | 'not_seen';

/** One line of a checklist, as it stood in law or in the centre's rules on a day. */
export interface Rule {
  readonly code: string;
  readonly kind: 'measurement' | 'observation' | 'statement';
  readonly en: string;
  readonly fr: string;
  readonly ar: string;
  readonly unit: string | null;
  /** Without it no certificate: it must be met, or for a measurement without limits, measured. */
  readonly required: boolean;
  /** What a hand with a ruler can find at all. Outside it the figure is a slip of the pen. */
  readonly plausibleMin: number | null;
  readonly plausibleMax: number | null;
  readonly limitMax: number | null;
  /** True where the law says "less than", false where it says "at most". */
  readonly limitExclusive: boolean;
  /** What a statement must look like; null for any words. */
  readonly form: StatementForm | null;
  /** Words that make a statement fail unless the rule `liftedBy` is met. */
  readonly flagged: readonly string[] | null;
  readonly liftedBy: string | null;
  /** The centre whose own rule it is; null for what holds at every centre. */
  readonly centreId: string | null;
  /** From when on this version of the rule stands. */
  readonly since: Date;
  readonly source: string;
  readonly checkedOn: string;
  /** `general` marks a rule that rests on general knowledge until its source is found. */
  readonly confidence: 'sourced' | 'general';
}

export interface Seen {
  readonly rule: string;
  /** Of a measurement. */
  readonly value?: number | null;
  /** Of an observation. */
  readonly outcome?: Outcome | null;
  /** Of a statement. */
  readonly text?: string | null;
}

export interface Finding {
  readonly rule: string;
  readonly outcome: Outcome;
  readonly value: number | null;
  readonly unit: string | null;
  /** What was stated in words. */
  readonly text?: string;
}

/**
 * Holds what an inspector saw against the checklist: one finding per rule, in the checklist's order.
 * What she did not look at is "not seen", which is not "met".
 */
export function examine(rules: readonly Rule[], seen: readonly Seen[]): Finding[] {
  seen.forEach((one, i) => {
    if (!rules.some((rule) => rule.code === one.rule)) throw certificationErrors.RULE_UNKNOWN({ rule: one.rule.slice(0, 60) }, `input.seen.${i}.rule`);
    if (seen.findIndex((other) => other.rule === one.rule) !== i) throw certificationErrors.RULE_TWICE({ rule: one.rule }, `input.seen.${i}.rule`).worded({ rule: wordsOf(rules.find((rule) => rule.code === one.rule)!) });
  });
  const findings = rules.map((rule) => {
    const at = seen.findIndex((one) => one.rule === rule.code);
    const one = at < 0 ? undefined : seen[at]!;
    if (rule.kind === 'statement') return stated(rule, one, at);
    return rule.kind === 'observation' ? observed(rule, one, at) : measured(rule, one, at);
  });
  return findings.map((finding, i) => (isBarred(rules[i]!, finding, findings) ? { ...finding, outcome: 'not_met' } : finding));
}

/**
 * What was found at a look, held against the rules of a later moment: a limit that was lowered since is not met by what met the old one,
 * and what a newer version asks to be seen was not seen.
 */
export function heldAgainst(rules: readonly Rule[], findings: readonly Finding[], lookedAt: Date): Finding[] {
  const again = findings.map((finding): Finding => {
    const rule = rules.find(({ code }) => code === finding.rule);
    if (!rule || rule.since <= lookedAt || finding.outcome === 'not_seen') return finding;
    const unseen: Finding = { rule: finding.rule, outcome: 'not_seen', value: null, unit: rule.unit };
    if (rule.kind === 'measurement') return finding.value === null || finding.unit !== rule.unit ? unseen : { ...finding, outcome: isOver(rule, finding.value) ? 'not_met' : 'met' };
    if (rule.kind === 'observation' || finding.text === undefined) return unseen;
    return rule.form === null || isWellFormed(rule.form, finding.text) ? { ...finding, outcome: 'met' } : unseen;
  });
  return again.map((finding) => {
    const rule = rules.find(({ code }) => code === finding.rule);
    return rule && isBarred(rule, finding, again) ? { ...finding, outcome: 'not_met' } : finding;
  });
}

function isOver({ limitMax, limitExclusive }: Rule, value: number): boolean {
  return limitMax !== null && (limitExclusive ? value >= limitMax : value > limitMax);
}

function wordsOf({ en, fr, ar }: Words): Words {
  return { en, fr, ar };
}

/** A flagged word, such as the name of a protected tree, fails until the rule that lifts it is met. */
function isBarred(rule: Rule, finding: Finding, findings: readonly Finding[]): boolean {
  const words = finding.text?.toLowerCase() ?? '';
  const flagged = rule.flagged?.some((word) => words.includes(word.toLowerCase())) ?? false;
  return flagged && !findings.some((other) => other.rule === rule.liftedBy && other.outcome === 'met');
}

function stated(rule: Rule, one: Seen | undefined, at: number): Finding {
  const words = one?.text?.trim() ? inPaperDigits(rule.form, lineOfText(one.text, 300, `input.seen.${at}.text`)) : null;
  if (words === null) return { rule: rule.code, outcome: 'not_seen', value: null, unit: null };
  if (rule.form !== null && !isWellFormed(rule.form, words)) throw certificationErrors.STATEMENT_FORM({ rule: rule.code, form: rule.form }, `input.seen.${at}.text`).worded({ rule: wordsOf(rule), form: FORM_WORDS[rule.form] });
  return { rule: rule.code, outcome: 'met', value: null, unit: null, text: words };
}

function observed(rule: Rule, one: Seen | undefined, at: number): Finding {
  if (one?.value !== undefined && one.value !== null) throw certificationErrors.RULE_NOT_MEASURED({ rule: rule.code }, `input.seen.${at}.value`).worded({ rule: wordsOf(rule) });
  return { rule: rule.code, outcome: one?.outcome ?? 'not_seen', value: null, unit: null };
}

function measured(rule: Rule, one: Seen | undefined, at: number): Finding {
  const value = one?.value ?? null;
  if (value === null) return { rule: rule.code, outcome: 'not_seen', value: null, unit: rule.unit };
  const tooSmall = rule.plausibleMin !== null && value < rule.plausibleMin;
  const tooLarge = rule.plausibleMax !== null && value > rule.plausibleMax;
  if (!Number.isFinite(value) || tooSmall || tooLarge) {
    const codes = { rule: rule.code, value, min: rule.plausibleMin ?? 0, max: rule.plausibleMax ?? '∞', unit: rule.unit ?? '' };
    throw certificationErrors.MEASUREMENT_ABSURD(codes, `input.seen.${at}.value`).worded({ rule: wordsOf(rule), unit: unitWords(codes.unit) });
  }
  return { rule: rule.code, outcome: isOver(rule, value) ? 'not_met' : 'met', value, unit: rule.unit };
}

/** The required rules that were not met or not seen: while there is one, no certificate. */
export function shortcomings(rules: readonly Rule[], findings: readonly Finding[]): Finding[] {
  const required = new Set(rules.filter((rule) => rule.required).map((rule) => rule.code));
  const failed = findings.filter((finding) => (required.has(finding.rule) ? finding.outcome !== 'met' : finding.outcome === 'not_met'));
  const missing = [...required].filter((code) => !findings.some((finding) => finding.rule === code));
  return [...failed, ...missing.map((rule): Finding => ({ rule, outcome: 'not_seen', value: null, unit: null }))];
}
