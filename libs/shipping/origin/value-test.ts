import { Dec, HUNDRED, ZERO } from '../quotes/decimal.js';
import type { QuoteMaterial } from '../quotes/quote.js';
import type { Ask } from './product-rule.js';

/** A share of the value, in percent, or what is still asked to work it out. */
export type ValueAnswer = { readonly percent: Dec } | { readonly asks: readonly (Ask | 'processingCostMadMinor')[] };

interface Costed {
  readonly materials: readonly QuoteMaterial[];
  readonly isForeign: (material: QuoteMaterial) => boolean;
  readonly isPartner: (material: QuoteMaterial) => boolean;
  readonly valueMadMinor: number;
}

/**
 * United States: materials of the parties plus the direct cost of the work, over the appraised value. Materials of
 * the other party count for so many points at most (19 CFR 10.761–10.788).
 */
export function valueContent(piece: Costed & { readonly workMadMinor: number | null; readonly partnerCapPercent: Dec | null }): ValueAnswer {
  const asks: (Ask | 'processingCostMadMinor')[] = missingCosts(piece.materials.filter((m) => !piece.isForeign(m)));
  if (piece.workMadMinor === null) asks.push('processingCostMadMinor');
  if (piece.workMadMinor === null || asks.length > 0) return { asks };
  const share = (cost: Dec): Dec => cost.times(HUNDRED).div(piece.valueMadMinor);
  const own = costOf(piece.materials.filter((m) => !piece.isForeign(m) && !piece.isPartner(m)));
  const partners = share(costOf(piece.materials.filter(piece.isPartner)));
  const counted = piece.partnerCapPercent === null ? partners : Dec.min(partners, piece.partnerCapPercent);
  return { percent: share(own.plus(piece.workMadMinor)).plus(counted) };
}

/** Arab and similar rules: what the price holds beyond the materials of third countries. */
export function valueAdded(piece: Costed): ValueAnswer {
  const foreign = piece.materials.filter(piece.isForeign);
  const asks = missingCosts(foreign);
  if (asks.length > 0) return { asks };
  return { percent: new Dec(piece.valueMadMinor).minus(costOf(foreign)).times(HUNDRED).div(piece.valueMadMinor) };
}

function missingCosts(materials: readonly QuoteMaterial[]): Ask[] {
  return materials.filter((m) => m.costMadMinor == null).map((material) => ({ what: 'costMadMinor', material }));
}

function costOf(materials: readonly QuoteMaterial[]): Dec {
  return materials.reduce((sum, m) => sum.plus(m.costMadMinor ?? 0), ZERO);
}
