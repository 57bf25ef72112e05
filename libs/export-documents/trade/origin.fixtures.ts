import { UNION, type ProofKind, type ProofTerms } from '#libs/shipping';

interface Known {
  readonly regime: string;
  readonly below: ProofKind;
  readonly above: ProofKind;
  readonly thresholds: readonly (readonly [string, number])[];
  readonly mention?: string;
  readonly review?: readonly string[];
  readonly value?: { readonly min: string; readonly cap: string; readonly partners: readonly string[] };
}

/** The corridors as shipping's rows had them on 24 November 2026, for specs that stand on no database of shipping. */
const CORRIDORS: readonly (readonly [readonly string[], Known])[] = [
  [UNION, { regime: 'EU-MA', below: 'origin_declaration', above: 'eur1', thresholds: [['EUR', 600_000]], mention: 'REVISED RULES', review: ['MA-11', 'MA-12'] }],
  [['GB'], { regime: 'UK-MA', below: 'invoice_declaration', above: 'eur1', thresholds: [['EUR', 600_000], ['GBP', 550_000]] }],
  [['CH', 'NO', 'IS', 'LI'], { regime: 'EFTA-MA', below: 'invoice_declaration', above: 'eur1', thresholds: [['EUR', 600_000], ['CHF', 1_030_000]] }],
  [['US'], { regime: 'US-MA', below: 'us_declaration', above: 'us_declaration', thresholds: [], value: { min: '35', cap: '15', partners: ['US'] } }],
  [['AE', 'SA'], { regime: 'GAFTA', below: 'arab_certificate', above: 'arab_certificate', thresholds: [] }],
];

export function corridorTo(country: string): ProofTerms | null {
  const known = CORRIDORS.find(([countries]) => countries.includes(country))?.[1];
  if (known === undefined) return null;
  const row: ProofTerms['regime']['row'] = {
    tariffGroup: country, regime: known.regime, agreement: known.regime, countries: [country], proofBelow: known.below, proofAbove: known.above, proofMonths: 10, mention: known.mention ?? null,
    method: known.value ? 'value_content' : 'product_rules', minValuePercent: known.value?.min ?? null, partnerCapPercent: known.value?.cap ?? null, cumulatesWith: known.value?.partners ?? [], tolerancePercent: null, textileTolerancePercent: null, insufficient: [],
    reviewRegions: known.review ?? [], validFrom: '2025-10-02', validUntil: null, source: 'fixture', checkedOn: '2026-11-24', confidence: 'secondary',
  };
  return { regime: { row, cite: { source: row.source, checkedOn: row.checkedOn, confidence: row.confidence, validUntil: null, name: row.regime } }, thresholds: new Map(known.thresholds) };
}
