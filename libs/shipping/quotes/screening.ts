import { fold } from '#libs/kernel';
import type { Cited } from '../reference/market.js';
import type { RestrictionRow } from '../reference/row.js';
import { SCREENING_PAPERS } from '../words/screening-papers.js';
import { rowWords } from '../words/saying.js';
import type { QuoteLineRequest, ScreeningFinding, ScreeningOutcome } from './quote.js';

type ScreenedFacts = Pick<QuoteLineRequest, 'key' | 'hsCode' | 'materials' | 'foodContact'>;

const WEIGHT: Readonly<Record<ScreeningOutcome, number>> = { allowed: 0, needs_paper: 1, decorative_only: 2, refused: 3 };

/** What the destination's product rules say of a piece, each with the rule it cites. Nothing found is `allowed`. */
export function screen(rules: readonly Cited<RestrictionRow>[], piece: ScreenedFacts): ScreeningFinding[] {
  const findings: ScreeningFinding[] = [];
  let words: string | null = null;
  for (const { row, cite } of rules) {
    if (row.foodContact !== null && row.foodContact !== piece.foodContact) continue;
    if (row.prefixes.length > 0 && !row.prefixes.some((prefix) => (piece.hsCode ?? '').startsWith(prefix))) continue;
    if (row.materials.length > 0) {
      words ??= ` ${piece.materials.map((m) => fold(`${m.name} ${m.scientificName ?? ''}`)).join(' ')} `;
      if (!row.materials.some((material) => words!.includes(` ${material}`))) continue;
    }
    const paper = row.paper === null ? null : (SCREENING_PAPERS[row.paper]?.words ?? null);
    findings.push({
      key: piece.key, outcome: row.outcome, rule: row.rule, says: row.says, paper: paper?.en ?? null, paperKind: row.paper, said: { says: rowWords(row), paper },
      source: cite.source, checkedOn: cite.checkedOn, confidence: cite.confidence,
    });
  }
  return findings;
}

/** The strictest of the findings. */
export function outcomeOf(findings: readonly ScreeningFinding[]): ScreeningOutcome {
  return findings.reduce<ScreeningOutcome>((worst, f) => (WEIGHT[f.outcome] > WEIGHT[worst] ? f.outcome : worst), 'allowed');
}
