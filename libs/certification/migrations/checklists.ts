/** The rows of 2026-11-24-21-checklists: centres, product types, and what is looked at. */

const STAMPING = 'Estampillage des tapis, letapismarocain.com/lestampillage (dahir of 1974)';
const GRADING = 'Estampillage table, letapismarocain.com/?p=2846';
const CERAMICS = 'Directive 84/500/EEC, limits after practicalguide-118 (sfpp3.agroparistech.fr)';
const LEATHER = 'REACH entry 47, EN ISO 17075, satra.com/bulletin/article.php?id=1263';
const PRACTICE = 'Practice of the centres, to be confirmed by each centre';

/** Code, years for a piece or lot, years for all of the type. How long is house policy, not law. */
export const TYPES: readonly (readonly [string, number, number])[] = [
  ['carpets', 5, 1], ['textile', 3, 1], ['clothing', 2, 1], ['pottery', 3, 1], ['leather', 3, 1], ['wood', 3, 1], ['metal', 3, 1],
  ['jewellery', 3, 1], ['plaster-stone', 5, 1], ['basketry', 2, 1], ['instruments', 3, 1], ['glass-candles', 2, 1], ['natural-products', 1, 1],
];

/** Type, code, en, fr, ar, food contact. */
export const VARIANTS: readonly (readonly [string, string, string, string, string, boolean])[] = [
  ['carpets', 'city', 'City carpet (Rabat, Casablanca, Fez)', 'Tapis citadin (Rabat, Casablanca, Fès)', 'زربية حضرية', false],
  ['carpets', 'middle-atlas', 'Rural carpet, Middle Atlas', 'Tapis rural, Moyen Atlas', 'زربية قروية، الأطلس المتوسط', false],
  ['carpets', 'marmoucha-zayane', 'Rural carpet, Marmoucha, Zayane, Zemmour', 'Tapis rural, Marmoucha, Zayane, Zemmour', 'زربية قروية، مرموشة وزيان وزمور', false],
  ['carpets', 'haouz-chichaoua', 'Rural carpet, Haouz, Chichaoua', 'Tapis rural, Haouz, Chichaoua', 'زربية قروية، الحوز وشيشاوة', false],
  ['carpets', 'high-atlas', 'Rural carpet, High Atlas (Ouzguita)', 'Tapis rural, Haut Atlas (Ouzguita)', 'زربية قروية، الأطلس الكبير', false],
  ['carpets', 'flatwoven', 'Flat-woven rug', 'Tapis tissé (hanbel)', 'حنبل', false],
  ['pottery', 'not-fillable', 'Tableware that cannot be filled, or up to 25 mm deep', 'Vaisselle non remplissable, ou profonde de 25 mm au plus', 'أواني لا تُملأ أو عمقها 25 مم على الأكثر', true],
  ['pottery', 'fillable', 'Other tableware that can be filled', 'Autre vaisselle remplissable', 'أواني أخرى تُملأ', true],
  ['pottery', 'cooking', 'Cooking ware, and storage vessels over 3 litres', 'Ustensiles de cuisson, récipients de plus de 3 litres', 'أواني الطهي والتخزين فوق 3 لترات', true],
  ['pottery', 'decorative', 'Decorative only', 'Décoratif seulement', 'للزينة فقط', false],
  ['pottery', 'tile', 'Tile and zellige', 'Carreau et zellige', 'الزليج والبلاط', false],
  ['leather', 'skin-contact', 'Worn or carried against the skin', 'Au contact de la peau', 'ملامس للجلد', false],
  ['leather', 'other', 'Other leather', 'Autre cuir', 'جلد آخر', false],
  ...['textile', 'clothing', 'wood', 'metal', 'jewellery', 'plaster-stone', 'basketry', 'instruments', 'glass-candles', 'natural-products'].map(
    (type): [string, string, string, string, string, boolean] => [type, 'general', 'General', 'Général', 'عام', false],
  ),
];

/**
 * Centres of excellence for carpets and pottery are the policy's first; a house centre stands in for the other branches
 * until their own open. Places are those where the craft is densest (general knowledge).
 */
export const CENTRES: readonly (readonly [string, string, string, string, string, string, readonly string[]])[] = [
  ['carpets', 'TAP', 'Centre of Excellence for Carpets', 'Centre d’excellence du tapis', 'مركز التميز للزرابي', 'MA-03', ['carpets', 'textile']],
  ['pottery', 'POT', 'Centre of Excellence for Pottery', 'Centre d’excellence de la poterie', 'مركز التميز للفخار', 'MA-07', ['pottery']],
  ['crafts', 'ART', 'Centre of Excellence for the Other Crafts', 'Centre d’excellence des autres métiers', 'مركز التميز للحرف الأخرى', 'MA-04',
    ['clothing', 'leather', 'wood', 'metal', 'jewellery', 'plaster-stone', 'basketry', 'instruments', 'glass-candles', 'natural-products']],
];

export interface RuleSeed {
  readonly type: string;
  readonly code: string;
  readonly variants?: readonly string[];
  readonly kind: 'measurement' | 'observation';
  readonly says: readonly [en: string, fr: string, ar: string];
  readonly unit?: string;
  readonly required?: boolean;
  readonly plausible?: readonly [min: number, max: number];
  /** At most. */
  readonly max?: number;
  /** Less than. */
  readonly below?: number;
  readonly from?: string;
  readonly source: string;
  readonly confidence?: 'sourced' | 'general';
}

const KNOTTED = ['city', 'middle-atlas', 'marmoucha-zayane', 'haouz-chichaoua', 'high-atlas'];
const FOOD = ['not-fillable', 'fillable', 'cooking'];

const defect = (code: string, en: string, fr: string, ar: string, variants?: readonly string[]): RuleSeed => ({ type: 'carpets', code, variants, kind: 'observation', says: [en, fr, ar], source: STAMPING });
const size = (type: string, code: string, en: string, fr: string, ar: string, required: boolean): RuleSeed => ({ type, code, kind: 'measurement', says: [en, fr, ar], unit: 'mm', required, plausible: [10, 20_000], source: STAMPING });
const release = (code: string, metal: [string, string, string], variant: string, unit: string, max: number): RuleSeed => ({
  type: 'pottery', code, variants: [variant], kind: 'measurement', says: [`${metal[0]} release`, `Cession de ${metal[1]}`, `تحرر ${metal[2]}`], unit, plausible: [0, 1000], max, from: '2020-07-30', source: CERAMICS,
});
const LEAD: [string, string, string] = ['Lead', 'plomb', 'الرصاص'];
const CADMIUM: [string, string, string] = ['Cadmium', 'cadmium', 'الكادميوم'];

const CARPET_RULES: readonly RuleSeed[] = [
  size('carpets', 'length', 'Length', 'Longueur', 'الطول', true),
  size('carpets', 'width', 'Width', 'Largeur', 'العرض', true),
  { type: 'carpets', code: 'knots-width', variants: KNOTTED, kind: 'measurement', says: ['Knots per decimetre of width', 'Nœuds par décimètre de largeur', 'العقد في الدسيمتر عرضاً'], unit: 'knots/dm', plausible: [5, 120], source: GRADING },
  { type: 'carpets', code: 'knots-height', variants: KNOTTED, kind: 'measurement', says: ['Knots per decimetre of height', 'Nœuds par décimètre de hauteur', 'العقد في الدسيمتر طولاً'], unit: 'knots/dm', plausible: [4, 120], source: GRADING },
  { type: 'carpets', code: 'warps', kind: 'measurement', says: ['Warp threads per decimetre', 'Fils de chaîne par décimètre', 'خيوط السدى في الدسيمتر'], unit: 'threads/dm', required: false, plausible: [10, 400], source: GRADING },
  { type: 'carpets', code: 'wefts', kind: 'measurement', says: ['Wefts per centimetre', 'Duites par centimètre', 'خيوط اللحمة في السنتيمتر'], unit: 'wefts/cm', required: false, plausible: [1, 60], source: GRADING },
  { type: 'carpets', code: 'weight', kind: 'measurement', says: ['Weight per square metre', 'Poids au mètre carré', 'الوزن في المتر المربع'], unit: 'g/m²', required: false, plausible: [200, 15_000], source: GRADING },
  defect('wool', 'Wool well spun', 'Laine bien filée', 'صوف جيد الغزل'),
  defect('dyes', 'Dyes checked', 'Teintures vérifiées', 'الأصباغ مفحوصة'),
  defect('warp', 'Warp close enough', 'Chaîne assez serrée', 'سدى كثيفة بما يكفي'),
  defect('weave', 'Weave tight', 'Tissage serré', 'نسيج متين'),
  defect('selvedge', 'Selvedge firm', 'Lisière ferme', 'حاشية ثابتة'),
  defect('ends', 'Ends finished', 'Extrémités finies', 'أطراف منتهية'),
  defect('fringes', 'Fringes knotted', 'Franges nouées', 'أهداب معقودة', KNOTTED),
  defect('texture', 'Texture regular', 'Texture régulière', 'نسيج منتظم'),
  defect('pockets', 'No pockets', 'Sans poches', 'دون جيوب'),
  defect('edges', 'Edges straight', 'Bords droits', 'حواف مستقيمة'),
];

const POTTERY_RULES: readonly RuleSeed[] = [
  release('lead', LEAD, 'not-fillable', 'mg/dm²', 0.8), release('cadmium', CADMIUM, 'not-fillable', 'mg/dm²', 0.07),
  release('lead', LEAD, 'fillable', 'mg/l', 4), release('cadmium', CADMIUM, 'fillable', 'mg/l', 0.3),
  release('lead', LEAD, 'cooking', 'mg/l', 1.5), release('cadmium', CADMIUM, 'cooking', 'mg/l', 0.1),
  { type: 'pottery', code: 'laboratory-report', variants: FOOD, kind: 'observation', says: ['Laboratory report seen (4 % acetic acid, 22 °C, 24 h)', 'Rapport de laboratoire vu (acide acétique 4 %, 22 °C, 24 h)', 'تقرير المختبر (حمض الخليك 4٪، 22 مئوية، 24 ساعة)'], source: CERAMICS },
  { type: 'pottery', code: 'firing', kind: 'observation', says: ['Fired through, without cracks', 'Bien cuit, sans fêlure', 'محروق جيداً دون شقوق'], source: PRACTICE, confidence: 'general' },
  { type: 'pottery', code: 'glaze', variants: FOOD, kind: 'observation', says: ['Glaze whole where food touches', 'Émail intact au contact des aliments', 'طلاء سليم حيث يلامس الطعام'], source: PRACTICE, confidence: 'general' },
  { type: 'pottery', code: 'decorative-mark', variants: ['decorative'], kind: 'observation', says: ['Marked for good "not for food use"', 'Marqué durablement « ne pas utiliser pour les aliments »', 'عليه علامة دائمة «لا يصلح للطعام»'], source: '21 CFR 109.16', confidence: 'general' },
];

const OTHER_RULES: readonly RuleSeed[] = [
  { type: 'leather', code: 'chromium-vi', variants: ['skin-contact'], kind: 'measurement', says: ['Chromium VI', 'Chrome VI', 'الكروم السداسي'], unit: 'mg/kg', plausible: [0, 10_000], below: 3, source: LEATHER },
  { type: 'leather', code: 'azo-dyes', variants: ['skin-contact'], kind: 'measurement', says: ['Listed amines of azo dyes', 'Amines de colorants azoïques', 'أمينات أصباغ الآزو'], unit: 'mg/kg', plausible: [0, 10_000], max: 30, source: 'REACH entry 43', confidence: 'general' },
  { type: 'textile', code: 'azo-dyes', kind: 'measurement', says: ['Listed amines of azo dyes', 'Amines de colorants azoïques', 'أمينات أصباغ الآزو'], unit: 'mg/kg', required: false, plausible: [0, 10_000], max: 30, source: 'REACH entry 43', confidence: 'general' },
  { type: 'textile', code: 'fibre', kind: 'observation', says: ['Fibres are what the label says (sabra is not silk)', 'Fibres conformes à l’étiquette (la sabra n’est pas de la soie)', 'الألياف مطابقة للملصق (الصبرة ليست حريراً)'], source: 'Regulation (EU) 1007/2011', confidence: 'general' },
  { type: 'clothing', code: 'fibre', kind: 'observation', says: ['Fibres are what the label says', 'Fibres conformes à l’étiquette', 'الألياف مطابقة للملصق'], source: 'Regulation (EU) 1007/2011', confidence: 'general' },
  { type: 'wood', code: 'species', kind: 'observation', says: ['Species named and its legality paper seen', 'Essence nommée, document de légalité vu', 'نوع الخشب محدد ووثيقة مشروعيته معاينة'], source: 'Regulation (EU) 2023/1115', confidence: 'general' },
  { type: 'jewellery', code: 'nickel', kind: 'measurement', says: ['Nickel release', 'Libération de nickel', 'تحرر النيكل'], unit: 'µg/cm²/week', required: false, plausible: [0, 1000], max: 0.5, source: 'REACH entry 27', confidence: 'general' },
  { type: 'jewellery', code: 'cadmium', kind: 'measurement', says: ['Cadmium', 'Cadmium', 'الكادميوم'], unit: '%', required: false, plausible: [0, 100], below: 0.01, source: 'REACH entry 23', confidence: 'general' },
  { type: 'jewellery', code: 'lead', kind: 'measurement', says: ['Lead', 'Plomb', 'الرصاص'], unit: '%', required: false, plausible: [0, 100], below: 0.05, source: 'REACH entry 63', confidence: 'general' },
  { type: 'jewellery', code: 'hallmark', kind: 'observation', says: ['Hallmark present', 'Poinçon présent', 'الدمغة موجودة'], source: 'Moroccan customs hallmark', confidence: 'general' },
];

const EVERY = TYPES.map(([type]) => type).filter((type) => type !== 'carpets');
const COMMON_RULES: readonly RuleSeed[] = EVERY.flatMap((type): RuleSeed[] => [
  { type, code: 'by-hand', kind: 'observation', says: ['Made by hand, in the workshop named', 'Fait main, dans l’atelier nommé', 'مصنوع يدوياً في الورشة المذكورة'], source: PRACTICE, confidence: 'general' },
  { type, code: 'materials', kind: 'observation', says: ['Materials are those declared', 'Matières conformes à la déclaration', 'المواد مطابقة للتصريح'], source: PRACTICE, confidence: 'general' },
  { type, code: 'finish', kind: 'observation', says: ['Finish sound', 'Finition soignée', 'تشطيب سليم'], source: PRACTICE, confidence: 'general' },
]);

export const RULES: readonly RuleSeed[] = [...CARPET_RULES, ...POTTERY_RULES, ...OTHER_RULES, ...COMMON_RULES];

const rural = (family: string, minWidth: number, minHeight: number): (string | number | null)[][] => [
  [family, 'courante', null, minWidth, minHeight, null, null, null, null, '1974-01-01', GRADING, '2026-11-24', 'sourced'],
  [family, 'superieure', null, null, null, 40_000, 50, 10, 3_000, '1974-01-01', GRADING, '2026-11-24', 'sourced'],
];
const city = (grade: string, knots: number, confidence: string): (string | number | null)[] => ['city', grade, knots, null, null, null, null, null, null, '1974-01-01', GRADING, '2026-11-24', confidence];

export const GRADES: readonly (string | number | null)[][] = [
  city('courante', 50_000, 'sourced'), city('moyenne', 70_000, 'sourced'), city('superieure', 90_000, 'sourced'),
  // The table says only "higher"; 160,000 is general knowledge.
  city('extra_superieure', 160_000, 'general'),
  ...rural('middle-atlas', 14, 7), ...rural('marmoucha-zayane', 16, 7), ...rural('haouz-chichaoua', 12, 7), ...rural('high-atlas', 20, 7),
];
