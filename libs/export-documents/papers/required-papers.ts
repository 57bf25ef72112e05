import { asksResponsible } from '#libs/shipping';
import { UNION } from '../trade/origin.js';
import type { Origin, Trade } from '../trade/trade.js';
import type { Way } from '../trade/transport.js';
import { isStampedCarpet } from './carpet-stamps.js';
import { isTextile } from './fibre-label.js';
import type { PaperKind } from './paper.js';
import type { PaperReason } from './paper-reasons.js';
import { ARAB_FREE_TRADE, EUR_MED, GSP_FORM_A, ofSdr } from './territories.js';

/** One row of law or practice: where all its conditions hold, the paper is required. What is not said does not matter. */
export interface PaperRule {
  readonly paper: PaperKind;
  /** Destination, ISO 3166. */
  readonly countries?: readonly string[];
  readonly except?: readonly string[];
  /** Beginnings of HS codes: one line that has one is enough. */
  readonly codes?: readonly string[];
  /** What a line is made of. */
  readonly material?: 'textile' | 'cumulated' | 'own';
  /** Value of the goods of the file, in special drawing rights. */
  readonly upToSdr?: number;
  readonly aboveSdr?: number;
  readonly upToGrams?: number;
  readonly aboveGrams?: number;
  /** How it travels; `undecided` is a parcel that a post or a courier may take. */
  readonly ways?: readonly Way[];
  readonly wood?: true;
  /** Sold to a consumer where somebody in the Union must answer for it; Northern Ireland shows by its postal code. */
  readonly answered?: true;
  /** Ordered from abroad, or bought by hand and sent home. */
  readonly sale?: 'ordered' | 'stall';
  readonly proof?: Origin['proof'];
  /** What a line's certificate must vouch for. */
  readonly evidence?: 'any' | 'stamp' | 'food';
  readonly why: PaperReason;
  readonly source: string;
  readonly checkedOn: string;
  /** As rows of the delivered price are marked: read in a page that cites the law, or a hypothesis to be confirmed by a broker. */
  readonly confidence: 'secondary' | 'general-knowledge';
}

const read = { checkedOn: '2026-11-24', confidence: 'secondary' } as const;
const general = { checkedOn: '2026-11-24', confidence: 'general-knowledge' } as const;
const BY_POST = ['post', 'undecided'] as const;
/** Stone, furniture and the like leave in crates. */
const CRATED = ['6802', '6810', '6914', '9401', '9403'] as const;

export const PAPER_RULES: readonly PaperRule[] = [
  { paper: 'pro_forma', why: 'exchange_contract', source: 'ccis-rsk.ma, opération d’exportation', ...read },
  { paper: 'commercial_invoice', why: 'clearance', source: '19 CFR 141.86; Union Customs Code implementing rules', ...general },
  { paper: 'packing_list', why: 'packing', source: 'practice of carriers and brokers', ...general },
  { paper: 'us_origin_declaration', proof: 'us_declaration', why: 'us_preference', source: '19 CFR 10.761–10.788', ...read },
  { paper: 'eur1_data', proof: 'eur1', countries: UNION, why: 'above_declaration', source: 'Protocol 4 as replaced by Decision 1/2025, movement certificate EUR.1', ...read },
  { paper: 'eur1_form', proof: 'eur1', countries: UNION, why: 'official_form', source: 'Protocol 4 as replaced by Decision 1/2025, movement certificate EUR.1', ...read },
  { paper: 'eur_med_data', proof: 'eur1', countries: EUR_MED, material: 'cumulated', why: 'cumulated', source: 'UK–Morocco Origin Reference Document v1.1, article 15; EFTA–Morocco, Protocol B', ...read },
  { paper: 'eur_med_form', proof: 'eur1', countries: EUR_MED, material: 'cumulated', why: 'official_form', source: 'UK–Morocco Origin Reference Document v1.1, article 15; EFTA–Morocco, Protocol B', ...read },
  { paper: 'eur1_data', proof: 'eur1', except: UNION, material: 'own', why: 'above_invoice_declaration', source: 'UK–Morocco Origin Reference Document v1.1, article 17', ...read },
  { paper: 'eur1_form', proof: 'eur1', except: UNION, material: 'own', why: 'official_form', source: 'UK–Morocco Origin Reference Document v1.1, article 17', ...read },
  { paper: 'arab_certificate', proof: 'arab_certificate', why: 'arab_preference', source: 'Arab League agreement on trade facilitation', ...general },
  { paper: 'arab_certificate', countries: ARAB_FREE_TRADE, why: 'arab_state', source: 'aci.org.jo, circular 5110; Arab League agreement on trade facilitation', ...read },
  { paper: 'form_a_data', proof: 'form_a', why: 'gsp_proof', source: 'generalised system of preferences of Japan', ...general },
  { paper: 'form_a_data', countries: GSP_FORM_A, why: 'gsp_claim', source: 'generalised system of preferences of Japan', ...general },
  { paper: 'cn22', ways: BY_POST, upToSdr: 300, upToGrams: 2_000, why: 'post_small', source: 'UPU Convention regulations, CN 22 up to 300 SDR', ...read },
  { paper: 'cn23', ways: BY_POST, aboveSdr: 300, why: 'post_dear', source: 'UPU Convention regulations, CN 23', ...read },
  { paper: 'cn23', ways: BY_POST, aboveGrams: 2_000, why: 'post_heavy', source: 'UPU Convention regulations, CN 23', ...general },
  { paper: 'air_waybill_draft', ways: ['air'], why: 'by_air', source: 'IATA resolution 600a', ...general },
  { paper: 'cmr_draft', ways: ['road'], why: 'by_road', source: 'CMR convention, articles 4 to 6', ...general },
  { paper: 'bill_of_lading_draft', ways: ['sea'], why: 'by_sea', source: 'Hague–Visby rules, article III', ...general },
  { paper: 'wood_packaging', ways: ['air', 'road', 'sea'], why: 'freight_on_wood', source: 'ISPM 15', ...general },
  { paper: 'wood_packaging', codes: CRATED, why: 'crated', source: 'ISPM 15', ...general },
  { paper: 'wood_packaging', wood: true, why: 'wood_recorded', source: 'ISPM 15', ...general },
  { paper: 'dum_data', why: 'export_declaration', source: 'Administration des Douanes, DUM', ...read },
  // Goods a merchant sends for a passing tourist need no title up to MAD 50,000 (circulars 1606, 1614 and 1620 of the exchange office, quoted by a bank's manual); above it they are not sold so.
  { paper: 'exchange_commitment', sale: 'ordered', why: 'exchange_title', source: 'ccis-rsk.ma, opération d’exportation; Office des Changes', ...read },
  { paper: 'shipping_instructions', why: 'carrier_told', source: 'practice of carriers and brokers', ...general },
  { paper: 'fibre_label', countries: [...UNION, 'GB', 'CH', 'US', 'CA'], material: 'textile', why: 'fibres', source: 'Regulation (EU) 1007/2011; Textile Fiber Products Identification Act; Canadian Textile Labelling Act', ...general },
  { paper: 'gpsr_data', answered: true, why: 'consumer_safety', source: 'Regulation (EU) 2023/988, articles 9, 16 and 19', ...read },
  { paper: 'ceramics_declaration', countries: [...UNION, 'GB'], codes: ['69'], evidence: 'food', why: 'food_ceramics', source: 'Directive 84/500/EEC, article 2a; practical guide of the contact-material network', ...read },
  { paper: 'carpet_stamps', codes: ['57'], evidence: 'stamp', why: 'carpet_stamp', source: 'dahir of 1974 on the stamping of carpets; letapismarocain.com/lestampillage', ...read },
  { paper: 'piece_passports', evidence: 'any', why: 'passport', source: 'rule of the house', ...read },
];

/** Papers only the exporter's side works with; the buyer sees the others. */
const INTERNAL: ReadonlySet<PaperKind> = new Set<PaperKind>([
  'us_origin_declaration', 'dum_data', 'exchange_commitment', 'shipping_instructions', 'eur1_data', 'eur1_form', 'eur_med_data', 'eur_med_form', 'arab_certificate', 'form_a_data', 'air_waybill_draft', 'cmr_draft', 'bill_of_lading_draft',
]);

export function forBuyer(kind: PaperKind): boolean {
  return !INTERNAL.has(kind);
}

type Question = Pick<Trade, 'consignee' | 'lines' | 'buyer' | 'origin' | 'transport' | 'packing' | 'charges' | 'currency' | 'stall'>;

/** Each condition of a row, asked of the trade. */
const CONDITIONS: readonly ((r: PaperRule, t: Question) => boolean)[] = [
  (r, t) => r.countries === undefined || r.countries.includes(t.consignee.country),
  (r, t) => r.except === undefined || !r.except.includes(t.consignee.country),
  (r, t) => r.codes === undefined || t.lines.some((l) => r.codes!.some((code) => l.hsCode.startsWith(code))),
  (r, t) => r.material === undefined || MATERIALS[r.material](t),
  // A currency without an equivalent counts as above: the long form is always taken.
  (r, t) => r.upToSdr === undefined || t.charges.goodsMinor <= (ofSdr(r.upToSdr, t.currency) ?? -1),
  (r, t) => r.aboveSdr === undefined || t.charges.goodsMinor > (ofSdr(r.aboveSdr, t.currency) ?? -1),
  (r, t) => r.upToGrams === undefined || t.packing.grossWeightGrams <= r.upToGrams,
  (r, t) => r.aboveGrams === undefined || t.packing.grossWeightGrams > r.aboveGrams,
  (r, t) => r.ways === undefined || r.ways.includes(t.transport.way),
  (r, t) => r.wood === undefined || t.transport.wood !== null,
  (r, t) => r.answered === undefined || asksResponsible({ country: t.consignee.country, postalCode: t.consignee.postalCode, buyerKind: t.buyer.kind }),
  (r, t) => r.sale === undefined || (r.sale === 'stall') === (t.stall !== null),
  (r, t) => r.proof === undefined || r.proof === t.origin.proof,
  (r, t) => r.evidence === undefined || t.lines.some((l) => vouched(l, r.evidence!)),
];

const MATERIALS: Readonly<Record<NonNullable<PaperRule['material']>, (t: Question) => boolean>> = {
  textile: (t) => t.lines.some(isTextile),
  cumulated: (t) => cumulates(t),
  own: (t) => !cumulates(t),
};

/** Where the EUR-MED says what was cumulated, no EUR.1 is made out beside it. */
function cumulates(t: Question): boolean {
  return t.lines.some((l) => l.preference && l.materials.some((m) => m.originCountry !== 'MA'));
}

function vouched(l: Trade['lines'][number], what: NonNullable<PaperRule['evidence']>): boolean {
  if (what === 'stamp') return isStampedCarpet(l);
  return what === 'food' ? l.foodContact && l.evidence?.foodContact === true : l.evidence !== null;
}

export function rulesFor(trade: Question, rules: readonly PaperRule[] = PAPER_RULES): PaperRule[] {
  return rules.filter((rule) => CONDITIONS.every((holds) => holds(rule, trade)));
}

/** What the rules require and what somebody asked for besides, each once, always in the same order. */
export function papersFor(trade: Question, asked: readonly PaperKind[]): PaperKind[] {
  return [...new Set([...rulesFor(trade).map((r) => r.paper), ...asked])];
}
