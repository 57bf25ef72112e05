import { Dec } from '../quotes/decimal.js';
import type { Cited } from '../reference/market.js';
import type { OriginRegimeRow } from '../reference/row.js';
import type { ProofKind } from '../words/origin-words.js';

/** How much originating goods of one consignment may be worth for any exporter to declare their origin himself. */
export interface ProofTerms {
  readonly regime: Cited<OriginRegimeRow>;
  /** By currency, in minor units. Empty when the corridor has one proof at any value. */
  readonly thresholds: ReadonlyMap<string, number>;
}

export type ProofReason = 'agreement' | 'approved_exporter' | 'within_threshold' | 'above_threshold' | 'threshold_unknown';

export interface ProofAnswer {
  /** Null when no threshold is recorded in this currency: a value that cannot be compared is never guessed. */
  readonly proof: ProofKind | null;
  readonly why: ProofReason;
}

/** Which paper proves the origin of what is worth so much. An approved exporter declares at any value. */
export function proofFor({ regime: { row }, thresholds }: ProofTerms, currency: string, worthMinor: number | Dec, approved = false): ProofAnswer {
  if (row.proofBelow === row.proofAbove) return { proof: row.proofBelow, why: 'agreement' };
  if (approved) return { proof: row.proofBelow, why: 'approved_exporter' };
  const limit = thresholds.get(currency);
  if (limit === undefined) return { proof: null, why: 'threshold_unknown' };
  return new Dec(worthMinor).lte(limit) ? { proof: row.proofBelow, why: 'within_threshold' } : { proof: row.proofAbove, why: 'above_threshold' };
}
