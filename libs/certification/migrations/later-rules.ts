/** The rows of 2026-11-24-29j-later-rules: what the reading of the export rules on 24 November 2026 still found missing. */
import type { StatedRuleSeed } from './more-checklists.js';

const FDA_LEAD = 'FDA Compliance Policy Guide 545.450';
/** Read in a copy at haowendang.cn; the same figures at mammfactsheet.blogspot.com. Hollowware of 1.1 litre or more is large. */
const FDA_CADMIUM = 'FDA Compliance Policy Guide 545.400';
/** The settlement with the Attorney General in the 1990s: experts123.com; the one on outside decoration: ceramicindustry.com, 1 November 2005. */
const CALIFORNIA = 'California Proposition 65, tableware settlements, experts123.com and ceramicindustry.com';
const ORIGIN = '19 USC 1304, faqs.org/rulings/rulings1997NY895855.html';
const US_FIBRES = 'Textile Fiber Products Identification Act, itintl.com/restricted-imports-textile-wool-and-fur-products.html';
const EUDR = 'Regulation (EU) 2023/1115 as amended by 2025/2650, taxnews.ey.com/news/2026-0237';

type Says = StatedRuleSeed['says'];
const release = (code: string, says: Says, variant: string, max: number, source: string, confidence: 'sourced' | 'general'): StatedRuleSeed => ({ type: 'pottery', code, variants: [variant], kind: 'measurement', says, unit: 'µg/ml', required: false, plausible: [0, 1000], max, source, confidence });
const cadmium = (en: string, fr: string, ar: string): Says => [`Cadmium release (United States, ${en})`, `Cession de cadmium (États-Unis, ${fr})`, `تحرر الكادميوم (الولايات المتحدة، ${ar})`];
const LARGE = ['large hollowware, 1.1 litre or more', 'grand creux, 1,1 litre ou plus', 'المجوفة الكبيرة، 1,1 لتر فأكثر'] as const;

const POTTERY: readonly StatedRuleSeed[] = [
  release('cadmium-us', cadmium('flatware', 'vaisselle plate', 'المسطحة'), 'not-fillable', 0.5, FDA_CADMIUM, 'sourced'),
  release('cadmium-us', cadmium('small hollowware', 'petit creux', 'المجوفة الصغيرة'), 'fillable', 0.5, FDA_CADMIUM, 'sourced'),
  release('cadmium-us', cadmium(...LARGE), 'cooking', 0.25, FDA_CADMIUM, 'sourced'),
  release('cadmium-us-large', cadmium(...LARGE), 'fillable', 0.25, FDA_CADMIUM, 'sourced'),
  release('lead-us-large', [`Lead release (United States, ${LARGE[0]})`, `Cession de plomb (États-Unis, ${LARGE[1]})`, `تحرر الرصاص (الولايات المتحدة، ${LARGE[2]})`], 'fillable', 1, FDA_LEAD, 'general'),
  // California forbids nothing: above its figures a warning goes along. So it is seen, and no certificate falls with it.
  { type: 'pottery', code: 'california', variants: ['not-fillable'], kind: 'observation', says: ['California: lead at most 0.226 µg/ml, nor any in the decoration outside; or the warning goes along', 'Californie : plomb 0,226 µg/ml au plus, ni dans le décor extérieur ; sinon l’avertissement est joint', 'كاليفورنيا: الرصاص 0,226 ميكروغرام/مل على الأكثر، ولا رصاص في الزخرفة الخارجية؛ وإلا أُرفق التحذير'], required: false, source: CALIFORNIA },
  { type: 'pottery', code: 'california', variants: ['fillable', 'cooking'], kind: 'observation', says: ['California: lead at most 0.1 µg/ml, nor any in the decoration outside; or the warning goes along', 'Californie : plomb 0,1 µg/ml au plus, ni dans le décor extérieur ; sinon l’avertissement est joint', 'كاليفورنيا: الرصاص 0,1 ميكروغرام/مل على الأكثر، ولا رصاص في الزخرفة الخارجية؛ وإلا أُرفق التحذير'], required: false, source: CALIFORNIA },
  { type: 'pottery', code: 'california', variants: ['decorative'], kind: 'observation', says: ['California: no lead nor cadmium in the decoration outside; or the warning goes along', 'Californie : ni plomb ni cadmium dans le décor extérieur ; sinon l’avertissement est joint', 'كاليفورنيا: لا رصاص ولا كادميوم في الزخرفة الخارجية؛ وإلا أُرفق التحذير'], required: false, source: CALIFORNIA },
];

const QUANTITY: Says = ['Quantity of the wood, in kilograms or cubic metres', 'Quantité de bois, en kilogrammes ou mètres cubes', 'كمية الخشب بالكيلوغرام أو المتر المكعب'];
const OTHERS: readonly StatedRuleSeed[] = [
  { type: 'wood', code: 'quantity', kind: 'statement', says: QUANTITY, required: false, until: '2027-06-29', source: EUDR },
  { type: 'wood', code: 'quantity', kind: 'statement', says: QUANTITY, from: '2027-06-30', source: EUDR },
  ...['textile', 'clothing'].map((type): StatedRuleSeed => ({
    type, code: 'label-us', kind: 'statement', required: false, source: US_FIBRES,
    says: ['On the label: manufacturer or RN, and the country of processing (United States)', 'Sur l’étiquette : fabricant ou RN, et pays de transformation (États-Unis)', 'على البطاقة: الصانع أو رقم RN، وبلد التحويل (الولايات المتحدة)'],
  })),
  ...['carpets', 'textile', 'clothing', 'pottery', 'leather', 'wood', 'metal', 'jewellery', 'plaster-stone', 'basketry', 'instruments', 'glass-candles', 'natural-products'].map((type): StatedRuleSeed => ({
    type, code: 'origin-mark', kind: 'observation', required: false, source: ORIGIN,
    says: ['“Made in Morocco”, in sight, legible and lasting (United States)', '« Made in Morocco », visible, lisible et durable (États-Unis)', '«Made in Morocco» ظاهرة ومقروءة وثابتة (الولايات المتحدة)'],
  })),
];

export const LATER_RULES: readonly StatedRuleSeed[] = [...POTTERY, ...OTHERS];

export interface Successor {
  readonly type: string;
  readonly code: string;
  /** Null: the words of the version before. */
  readonly says: Says | null;
  readonly required: boolean | null;
  readonly flagged: readonly string[] | null;
}

/** A fibre is named as the law names it: “cactus silk” is viscose or agave (Regulation (EU) 1007/2011; sabra is not silk). */
const NO_SILK = ['cactus silk', 'vegetable silk', 'plant silk', 'soie de cactus', 'soie végétale', 'حرير الصبار', 'حرير نباتي'];

/** New versions, from the morrow of the day they were written. */
export const SUCCESSORS: readonly Successor[] = [
  // A brass bracelet has no hallmark, and needs none.
  { type: 'jewellery', code: 'hallmark', says: ['Hallmark present, or no precious metal', 'Poinçon présent, ou aucun métal précieux', 'الدمغة موجودة، أو لا معدن نفيساً فيها'], required: null, flagged: null },
  // Lead glazes of Tamegroute and Safi are the practical risk: without the report of its glaze a pot is decorative.
  { type: 'pottery', code: 'report-number', says: null, required: true, flagged: null },
  ...['textile', 'clothing', 'carpets'].map((type): Successor => ({ type, code: 'composition', says: null, required: null, flagged: NO_SILK })),
];
