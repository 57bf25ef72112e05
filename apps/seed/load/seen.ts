import type { CastPiece } from '../world.js';

/** What a good piece of the cast needs in words. */
const STATED: Readonly<Record<string, string>> = { 'report-number': 'Laboratoire de démonstration, 2026/CER/0412' };

interface AskedRule {
  readonly code: string;
  readonly kind: 'measurement' | 'observation' | 'statement';
  readonly limitMax: number | null;
  readonly plausibleMin: number | null;
}

/** What an inspector finds on a good piece of the cast, rule by rule of the checklist. */
export function examined(rules: readonly AskedRule[], piece: CastPiece): { rule: string; value?: number; outcome?: 'met'; text?: string }[] {
  const looked = rules.filter((rule) => rule.kind !== 'statement' || STATED[rule.code] !== undefined);
  return looked.map((rule) => (rule.kind === 'statement' ? { rule: rule.code, text: STATED[rule.code]! } : rule.kind === 'observation' ? { rule: rule.code, outcome: 'met' as const } : { rule: rule.code, value: measured(rule, piece) }));
}

/** Counted on a tight rural weave: 24 knots by 20 in a square decimetre. */
const COUNTS: Readonly<Record<string, number>> = { 'knots-width': 24, 'knots-height': 20, warps: 48, wefts: 6 };

function measured(rule: AskedRule, piece: CastPiece): number {
  const [length, width] = piece.mm;
  if (rule.code === 'length') return length;
  if (rule.code === 'width') return width;
  if (rule.code === 'weight') return Math.round(piece.netGrams / ((length * width) / 1_000_000));
  // A good glaze gives off a tenth of what the law allows.
  if (rule.limitMax !== null) return rule.limitMax / 10;
  return COUNTS[rule.code] ?? rule.plausibleMin ?? 1;
}
