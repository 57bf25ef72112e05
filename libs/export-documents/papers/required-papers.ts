import { UNION } from '../trade/origin.js';
import { isStampedCarpet } from './carpet-stamps.js';
import { TEXTILE_CHAPTERS } from './fibre-label.js';
import type { PaperKind } from './paper.js';
import type { Origin, Trade } from '../trade/trade.js';

/** One row of law or practice: where all its conditions hold, the paper is required. */
export interface PaperRule {
  readonly paper: PaperKind;
  readonly countries?: readonly string[];
  readonly chapters?: readonly string[];
  readonly buyer?: Trade['buyer']['kind'];
  readonly proof?: Origin['proof'];
  /** What a line's certificate must vouch for. */
  readonly evidence?: 'stamp' | 'food';
  readonly why: string;
  readonly source: string;
  readonly checkedOn: string;
  readonly confidence: 'read' | 'general knowledge';
}

const read = { checkedOn: '2026-11-24', confidence: 'read' } as const;
const general = { checkedOn: '2026-11-24', confidence: 'general knowledge' } as const;

export const PAPER_RULES: readonly PaperRule[] = [
  { paper: 'pro_forma', why: 'the contract the exchange office asks for: parties, nature, quantity, price, term', source: 'ccis-rsk.ma, opération d’exportation', ...read },
  { paper: 'commercial_invoice', why: 'every destination clears on it', source: '19 CFR 141.86; Union Customs Code implementing rules', ...general },
  { paper: 'packing_list', why: 'freight requires it, parcels clear faster with it', source: 'corridor table', ...general },
  { paper: 'us_origin_declaration', proof: 'us_declaration', why: 'the delivered price counts on the US–Morocco preference', source: '19 CFR 10.761–10.788', ...read },
  { paper: 'eur1_data', proof: 'eur1', why: 'originating products above the threshold of the origin declaration', source: 'Protocol 4, movement certificate EUR.1', ...read },
  { paper: 'dum_data', why: 'every export is declared in BADR; the broker types from it', source: 'Administration des Douanes, DUM', ...read },
  { paper: 'exchange_commitment', why: 'paid exports are subscribed with the exchange office before customs allocates them', source: 'ccis-rsk.ma, opération d’exportation; Office des Changes', ...read },
  { paper: 'shipping_instructions', why: 'the carrier must know who pays duty and which proof travels', source: 'corridor table', ...general },
  { paper: 'fibre_label', countries: [...UNION, 'GB', 'US'], chapters: TEXTILE_CHAPTERS, why: 'textiles are sold with their fibre composition', source: 'Regulation (EU) 1007/2011; Textile Fiber Products Identification Act', ...general },
  { paper: 'gpsr_data', countries: UNION, buyer: 'consumer', why: 'products for consumers carry maker, serial and responsible person', source: 'Regulation (EU) 2023/988', ...read },
  { paper: 'ceramics_declaration', countries: [...UNION, 'GB'], evidence: 'food', why: 'ceramics for food travel with their declaration', source: 'Directive 84/500/EEC, article 2a; practical guide of the contact-material network', ...read },
  { paper: 'carpet_stamps', evidence: 'stamp', why: 'customs looks for the stamp when carpets leave', source: 'dahir of 1974 on the stamping of carpets; letapismarocain.com/lestampillage', ...read },
];

/** Papers only the exporter's side works with; the buyer sees the others. */
const INTERNAL: ReadonlySet<PaperKind> = new Set<PaperKind>(['dum_data', 'exchange_commitment', 'shipping_instructions', 'eur1_data']);

export function forBuyer(kind: PaperKind): boolean {
  return !INTERNAL.has(kind);
}

type Question = Pick<Trade, 'consignee' | 'lines' | 'buyer' | 'origin'>;

export function rulesFor(trade: Question, rules: readonly PaperRule[] = PAPER_RULES): PaperRule[] {
  const chapters = new Set(trade.lines.map((l) => l.hsCode.slice(0, 2)));
  return rules.filter(
    (r) =>
      (r.countries === undefined || r.countries.includes(trade.consignee.country)) &&
      (r.chapters === undefined || r.chapters.some((c) => chapters.has(c))) &&
      (r.buyer === undefined || r.buyer === trade.buyer.kind) &&
      (r.proof === undefined || r.proof === trade.origin.proof) &&
      (r.evidence === undefined || trade.lines.some((l) => (r.evidence === 'stamp' ? isStampedCarpet(l) : l.foodContact && l.evidence?.foodContact === true))),
  );
}

/** What the rules require and what somebody asked for besides, each once, always in the same order. */
export function papersFor(trade: Question, asked: readonly PaperKind[]): PaperKind[] {
  return [...new Set([...rulesFor(trade).map((r) => r.paper), ...asked])];
}
