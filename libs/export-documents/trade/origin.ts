import type { Origin } from './trade.js';

/**
 * Which proof of origin a corridor takes. Dated rows: the Union's rules changed on 2 October 2025 and the
 * United Kingdom kept the older ones.
 */
export interface OriginRegime {
  readonly id: string;
  readonly countries: readonly string[];
  readonly from: string;
  readonly until: string | null;
  readonly proof: 'origin_declaration' | 'us_declaration';
  /** The most that originating products of one consignment may be worth for any exporter to declare origin himself. */
  readonly thresholds: Readonly<Record<string, number>>;
  readonly mention: Origin['mention'];
  /** Goods made in these regions need a human to read the decision before any proof is drawn up. */
  readonly deskRegions: readonly string[];
  readonly source: string;
  readonly checkedOn: string;
  readonly confidence: 'read' | 'general knowledge';
}

export const UNION = ['AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU', 'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK'] as const;

export const ORIGIN_REGIMES: readonly OriginRegime[] = [
  {
    id: 'EU-MA',
    countries: UNION,
    from: '2025-10-02',
    until: null,
    proof: 'origin_declaration',
    thresholds: { EUR: 600_000 },
    // No longer asked by the Convention since 1 January 2026, still asked in practice between Morocco and the Union.
    mention: 'REVISED RULES',
    deskRegions: ['MA-11', 'MA-12'],
    source: 'Protocol 4 as replaced by Decision 1/2025 (OJ L 2025/2664); southern regions: Decision 2/2025 (OJ L 2026/242)',
    checkedOn: '2026-11-24',
    confidence: 'read',
  },
  {
    id: 'UK-MA',
    countries: ['GB'],
    from: '2021-01-01',
    until: null,
    proof: 'origin_declaration',
    // The United Kingdom states GBP 5,500 as the equivalent of EUR 6,000.
    thresholds: { EUR: 600_000, GBP: 550_000 },
    mention: 'NONE',
    deskRegions: [],
    source: 'UK–Morocco agreement, Origin Reference Document v1.1 of 28 December 2021',
    checkedOn: '2026-11-24',
    confidence: 'read',
  },
  {
    id: 'EFTA-MA',
    countries: ['CH', 'NO', 'IS', 'LI'],
    from: '1999-12-01',
    until: null,
    proof: 'origin_declaration',
    thresholds: { EUR: 600_000 },
    mention: 'NONE',
    deskRegions: [],
    source: 'EFTA–Morocco agreement 1997, Protocol B',
    checkedOn: '2026-11-24',
    confidence: 'general knowledge',
  },
  {
    id: 'US-MA',
    countries: ['US'],
    from: '2006-01-01',
    until: null,
    proof: 'us_declaration',
    thresholds: {},
    mention: 'NONE',
    deskRegions: [],
    source: 'US–Morocco FTA, 19 CFR 10.761–10.788',
    checkedOn: '2026-11-24',
    confidence: 'read',
  },
];

export function regimeFor(country: string, day: string): OriginRegime | undefined {
  return ORIGIN_REGIMES.find((r) => r.countries.includes(country) && r.from <= day && (r.until === null || day <= r.until));
}

interface OriginQuestion {
  readonly country: string;
  readonly day: string;
  readonly currency: string;
  readonly lines: readonly { readonly preference: boolean; readonly amountMinor: number; readonly originRegion: string }[];
  /** Originating products of the same consignment under other invoices, in the same currency. */
  readonly besideMinor: number;
  readonly approvedExporter: string | null;
  readonly reference: string | null;
}

/** The proof this trade needs. A value that cannot be compared with the threshold goes to a person, never to a guess. */
export function originOf(q: OriginQuestion): Origin {
  const claimed = q.lines.filter((l) => l.preference);
  const regime = regimeFor(q.country, q.day);
  const answer = (proof: Origin['proof'], why: Origin['why']): Origin => ({ regime: regime?.id ?? null, proof, why, mention: regime?.mention ?? 'NONE', reference: q.reference });
  if (claimed.length === 0) return answer('none', 'not_claimed');
  if (regime === undefined) return answer('desk', 'no_regime');
  if (claimed.some((l) => regime.deskRegions.includes(l.originRegion))) return answer('desk', 'southern_region');
  if (regime.proof === 'us_declaration') return answer('us_declaration', 'agreement');
  if (q.approvedExporter !== null) return answer('origin_declaration', 'approved_exporter');
  const limit = regime.thresholds[q.currency];
  if (limit === undefined) return answer('desk', 'threshold_unknown');
  const worth = claimed.reduce((sum, l) => sum + l.amountMinor, q.besideMinor);
  return worth <= limit ? answer('origin_declaration', 'within_threshold') : answer('eur1', 'above_threshold');
}

/**
 * The origin declaration, word for word. English and French read at m.moam.info/invoice-declaration_6479b8dd097c476a028b7c04.html
 * on 2026-11-24; the words on the authorisation stand only when an approved exporter makes it (note 1). Arabic is
 * not used: its official text has to be copied from the Official Journal by a person first.
 */
export function originDeclaration(approvedExporter: string | null, mention: Origin['mention']): { en: string; fr: string } {
  const en = approvedExporter === null ? '' : ` (customs authorisation No ${approvedExporter})`;
  const fr = approvedExporter === null ? '' : ` (autorisation douanière n° ${approvedExporter})`;
  const rules = mention === 'TRANSITIONAL RULES' ? ' according to the transitional rules of origin' : '';
  const regles = mention === 'TRANSITIONAL RULES' ? ' selon les règles d’origine transitoires' : '';
  return {
    en: `The exporter of the products covered by this document${en} declares that, except where otherwise clearly indicated, these products are of Moroccan preferential origin${rules}.`,
    fr: `L’exportateur des produits couverts par le présent document${fr} déclare que, sauf indication claire du contraire, ces produits ont l’origine préférentielle marocaine${regles}.`,
  };
}
