/** The rows of 2026-11-24-26-more-checklists: what the branches beyond carpets and pottery are held to, and the marks. */

export interface StatedRuleSeed {
  readonly type: string;
  readonly code: string;
  readonly variants?: readonly string[];
  readonly kind: 'measurement' | 'observation' | 'statement';
  readonly says: readonly [en: string, fr: string, ar: string];
  readonly unit?: string;
  readonly required?: boolean;
  readonly plausible?: readonly [min: number, max: number];
  readonly max?: number;
  readonly below?: number;
  readonly form?: 'composition' | 'geolocation' | 'species';
  readonly flagged?: readonly string[];
  readonly liftedBy?: string;
  readonly from?: string;
  readonly until?: string;
  readonly source: string;
  readonly confidence?: 'sourced' | 'general';
}

const FIBRES = 'Regulation (EU) 1007/2011';
const US_FIBRES = 'Textile Fiber Products Identification Act, itintl.com/restricted-imports-textile-wool-and-fur-products.html';
const LEATHER = 'REACH entry 47, EN ISO 17075, satra.com/bulletin/article.php?id=1263';
const CERAMICS = 'Directive 84/500/EEC, limits after practicalguide-118 (sfpp3.agroparistech.fr)';
const DECLARATION = 'Directive 84/500/EEC, article 2a, after sgsgroup.com.hk (2013/10, part 1 ceramics)';
const FDA = 'FDA Compliance Policy Guide 545.450';
const EUDR = 'Regulation (EU) 2023/1115 as amended by 2025/2650, taxnews.ey.com/news/2026-0237';
const CITES = 'CITES appendices (Dalbergia, Pterocarpus, ivory, tortoiseshell, listed reptiles)';
const ANTIQUES = 'Export licence of objects over 100 years old, scribd.com/document/55281069';
const COSMETICS = 'Regulation (EC) 1223/2009';
const LAMPS = 'Directives 2014/35/EU (LVD), 2014/30/EU (EMC), 2011/65/EU (RoHS)';
const PRACTICE = 'Practice of the centres, to be confirmed by each centre';

/** Type, code, en, fr, ar, food contact. */
export const MORE_VARIANTS: readonly (readonly [string, string, string, string, string, boolean])[] = [
  ['textile', 'toy', 'Doll or toy', 'Poupée ou jouet', 'دمية أو لعبة', false],
  ['metal', 'food', 'Copper or brass for food or drink', 'Cuivre ou laiton pour aliments ou boissons', 'نحاس للأكل أو الشرب', true],
  ['metal', 'lantern', 'Lantern, unwired', 'Lanterne non câblée', 'فانوس دون توصيل كهربائي', false],
  ['metal', 'wired-lamp', 'Lamp, wired', 'Luminaire câblé', 'مصباح موصول كهربائياً', false],
  ['metal', 'blade', 'Blade (koummya)', 'Lame (koummya)', 'نصل (كمية)', false],
  ['jewellery', 'pierced', 'Worn in pierced skin', 'Porté dans la peau percée', 'يُلبس في جلد مثقوب', false],
  ['wood', 'food', 'Wood for food', 'Bois pour aliments', 'خشب للأكل', true],
  ['basketry', 'leather-parts', 'Basketry with leather', 'Vannerie avec cuir', 'سلال بأجزاء جلدية', false],
  ['glass-candles', 'candle', 'Candle', 'Bougie', 'شمعة', false],
  ['natural-products', 'argan', 'Argan oil for the skin', 'Huile d’argan cosmétique', 'زيت أركان للتجميل', false],
  ['natural-products', 'soap', 'Black soap and other cosmetics', 'Savon noir et autres cosmétiques', 'الصابون البلدي ومواد التجميل الأخرى', false],
];

type Says = readonly [string, string, string];
const see = (type: string, code: string, says: Says, source: string, more: Partial<StatedRuleSeed> = {}): StatedRuleSeed => ({ type, code, kind: 'observation', says, source, ...more });
const state = (type: string, code: string, says: Says, source: string, more: Partial<StatedRuleSeed> = {}): StatedRuleSeed => ({ type, code, kind: 'statement', says, source, ...more });
const measure = (type: string, code: string, says: Says, unit: string, source: string, more: Partial<StatedRuleSeed> = {}): StatedRuleSeed => ({ type, code, kind: 'measurement', says, unit, source, ...more });

const COMPOSITION: Says = ['Fibres in percent of weight, the largest first', 'Fibres en pourcentage du poids, par ordre décroissant', 'الألياف بنسب الوزن، الأكبر أولاً'];
const ANIMAL_PARTS: Says = ['Non-textile parts of animal origin are stated', 'Parties non textiles d’origine animale mentionnées', 'الأجزاء غير النسيجية ذات الأصل الحيواني مذكورة'];
const AMINES: Says = ['Listed amines of azo dyes', 'Amines de colorants azoïques', 'أمينات أصباغ الآزو'];
const NOT_ANTIQUE: Says = ['Not over a hundred years old, or its licence seen', 'De moins de cent ans, ou licence vue', 'عمرها دون مئة سنة أو رخصتها معاينة'];

const TEXTILE_RULES: readonly StatedRuleSeed[] = [
  state('textile', 'composition', COMPOSITION, FIBRES, { form: 'composition', confidence: 'general' }),
  see('textile', 'animal-parts', ANIMAL_PARTS, FIBRES, { required: false, confidence: 'general' }),
  see('textile', 'generic-names', ['Fibres above 5 % under their generic names (United States)', 'Fibres de plus de 5 % sous leur nom générique (États-Unis)', 'الألياف فوق 5٪ بأسمائها الجنيسة (الولايات المتحدة)'], US_FIBRES, { required: false }),
  see('textile', 'rubbing', ['The dye does not come off on a wet white cloth', 'La teinture ne dégorge pas sur un linge blanc mouillé', 'الصبغة لا تترك أثراً على قماش أبيض مبلل'], PRACTICE, { required: false, confidence: 'general' }),
  see('textile', 'toy-safety', ['Safe as a toy: EN 71 report seen, no small part comes off', 'Sûr comme jouet : rapport EN 71 vu, aucune petite pièce détachable', 'آمنة كلعبة: تقرير EN 71 معاين ولا جزء صغير ينفصل'], 'EN 71; CPSIA (United States)', { variants: ['toy'], confidence: 'general' }),
  state('clothing', 'composition', COMPOSITION, FIBRES, { form: 'composition', confidence: 'general' }),
  see('clothing', 'animal-parts', ANIMAL_PARTS, FIBRES, { required: false, confidence: 'general' }),
  measure('clothing', 'azo-dyes', AMINES, 'mg/kg', 'REACH entry 43', { required: false, plausible: [0, 10_000], max: 30, confidence: 'general' }),
  measure('clothing', 'nickel', ['Nickel release of metal parts', 'Libération de nickel des parties métalliques', 'تحرر النيكل من الأجزاء المعدنية'], 'µg/cm²/week', 'REACH entry 27', { required: false, plausible: [0, 1000], max: 0.5, confidence: 'general' }),
  state('carpets', 'composition', COMPOSITION, US_FIBRES, { form: 'composition', required: false }),
  see('carpets', 'age', NOT_ANTIQUE, ANTIQUES, { required: false }),
];

const POTTERY_RULES: readonly StatedRuleSeed[] = [
  measure('pottery', 'depth', ['Depth inside, from the overflow', 'Profondeur intérieure, depuis le débord', 'العمق الداخلي من حافة الفيضان'], 'mm', CERAMICS, { variants: ['not-fillable'], required: false, plausible: [0, 2000], max: 25 }),
  measure('pottery', 'rim-lead', ['Lead release of the mouth rim (France)', 'Cession de plomb du bord (France)', 'تحرر الرصاص من الحافة (فرنسا)'], 'mg/article', CERAMICS, { variants: ['fillable'], required: false, plausible: [0, 1000], max: 2 }),
  measure('pottery', 'rim-cadmium', ['Cadmium release of the mouth rim (France)', 'Cession de cadmium du bord (France)', 'تحرر الكادميوم من الحافة (فرنسا)'], 'mg/article', CERAMICS, { variants: ['fillable'], required: false, plausible: [0, 1000], max: 0.2 }),
  measure('pottery', 'lead-us', ['Lead release (United States, flatware)', 'Cession de plomb (États-Unis, vaisselle plate)', 'تحرر الرصاص (الولايات المتحدة، المسطحة)'], 'µg/ml', FDA, { variants: ['not-fillable'], required: false, plausible: [0, 1000], max: 3, confidence: 'general' }),
  measure('pottery', 'lead-us', ['Lead release (United States, small hollowware)', 'Cession de plomb (États-Unis, petit creux)', 'تحرر الرصاص (الولايات المتحدة، المجوفة الصغيرة)'], 'µg/ml', FDA, { variants: ['fillable'], required: false, plausible: [0, 1000], max: 2, confidence: 'general' }),
  measure('pottery', 'lead-us-cup', ['Lead release of a cup, mug or pitcher (United States)', 'Cession de plomb d’une tasse ou d’un pichet (États-Unis)', 'تحرر الرصاص من كأس أو إبريق (الولايات المتحدة)'], 'µg/ml', FDA, { variants: ['fillable'], required: false, plausible: [0, 1000], max: 0.5, confidence: 'general' }),
  measure('pottery', 'lead-us', ['Lead release (United States, large hollowware)', 'Cession de plomb (États-Unis, grand creux)', 'تحرر الرصاص (الولايات المتحدة، المجوفة الكبيرة)'], 'µg/ml', FDA, { variants: ['cooking'], required: false, plausible: [0, 1000], max: 1, confidence: 'general' }),
  see('pottery', 'declaration', ['Written declaration of compliance goes with the goods', 'Déclaration écrite de conformité jointe aux pièces', 'تصريح مكتوب بالمطابقة يرافق القطع'], DECLARATION, { variants: ['not-fillable', 'fillable', 'cooking'], required: false }),
  state('pottery', 'report-number', ['Laboratory and number of its report on this glaze', 'Laboratoire et numéro de son rapport sur cet émail', 'المختبر ورقم تقريره حول هذا الطلاء'], PRACTICE, { variants: ['not-fillable', 'fillable', 'cooking'], required: false, confidence: 'general' }),
];

const ANIMAL_AND_METAL_RULES: readonly StatedRuleSeed[] = [
  see('leather', 'skin', ['Not of a protected animal, or its permit seen', 'Pas d’animal protégé, ou permis vu', 'ليس من حيوان محمي أو ترخيصه معاين'], CITES, { confidence: 'general' }),
  state('leather', 'tanning', ['Tanned with (bark, chromium, alum)', 'Tanné à (écorce, chrome, alun)', 'مدبوغ بـ (اللحاء أو الكروم أو الشب)'], PRACTICE, { required: false, confidence: 'general' }),
  measure('basketry', 'chromium-vi', ['Chromium VI of the leather', 'Chrome VI du cuir', 'الكروم السداسي في الجلد'], 'mg/kg', LEATHER, { variants: ['leather-parts'], plausible: [0, 10_000], below: 3 }),
  see('basketry', 'clean', ['Dry, clean, without soil, seeds or insects', 'Sèche, propre, sans terre, graine ni insecte', 'جافة ونظيفة دون تراب ولا بذور ولا حشرات'], 'Phytosanitary practice for plaited plant fibre', { confidence: 'general' }),
  state('basketry', 'plant', ['Plant it is plaited of', 'Plante tressée', 'النبات المضفور'], PRACTICE, { required: false, confidence: 'general' }),
  measure('jewellery', 'nickel-pierced', ['Nickel release of the post', 'Libération de nickel de la tige', 'تحرر النيكل من المسمار'], 'µg/cm²/week', 'REACH entry 27', { variants: ['pierced'], plausible: [0, 1000], max: 0.2, confidence: 'general' }),
  measure('jewellery', 'fineness', ['Fineness of the precious metal', 'Titre du métal précieux', 'عيار المعدن النفيس'], '‰', 'Moroccan customs hallmark', { required: false, plausible: [300, 1000], confidence: 'general' }),
  see('metal', 'tinning', ['Tinned wherever food or drink touches', 'Étamé partout où touche l’aliment', 'مطلي بالقصدير حيث يلامس الطعام'], PRACTICE, { variants: ['food'], confidence: 'general' }),
  see('metal', 'food-report', ['Laboratory report on the release of metals seen', 'Rapport de laboratoire sur la cession de métaux vu', 'تقرير المختبر حول تحرر المعادن معاين'], 'Regulation (EC) 1935/2004, article 3', { variants: ['food'], confidence: 'general' }),
  state('metal', 'alloy', ['Metal or alloy', 'Métal ou alliage', 'المعدن أو السبيكة'], PRACTICE, { required: false, confidence: 'general' }),
  see('metal', 'unwired', ['Without cable, plug or lamp holder', 'Sans câble, fiche ni douille', 'دون سلك ولا قابس ولا حامل مصباح'], 'Sold as 9405.50 or 9405.99; LVD does not apply', { variants: ['lantern'], confidence: 'general' }),
  see('metal', 'ce', ['CE declaration seen, voltage and plug named', 'Déclaration CE vue, tension et fiche indiquées', 'تصريح CE معاين، والجهد والقابس مذكوران'], LAMPS, { variants: ['wired-lamp'], confidence: 'general' }),
  see('metal', 'blunt', ['Blunt, or its licence seen; not for the post nor the United Kingdom', 'Émoussée, ou licence vue ; ni par la poste ni au Royaume-Uni', 'غير حاد أو رخصته معاينة؛ لا بالبريد ولا إلى المملكة المتحدة'], 'Weapons rules of the post and of the United Kingdom', { variants: ['blade'], confidence: 'general' }),
];

const SPECIES: Says = ['Species, by its Latin name', 'Essence, par son nom latin', 'نوع الخشب باسمه اللاتيني'];
const PERMIT: Says = ['CITES permit', 'Permis CITES', 'ترخيص سايتس'];
const PLOT: Says = ['Plot where it grew, latitude and longitude', 'Parcelle d’origine, latitude et longitude', 'القطعة الأرضية، خط العرض والطول'];
const HARVEST: Says = ['Country and date of harvest', 'Pays et date de récolte', 'بلد وتاريخ القطع'];
const LEGALITY: Says = ['Number of the forest permit (ANEF)', 'Numéro du permis forestier (ANEF)', 'رقم الرخصة الغابوية (الوكالة الوطنية للمياه والغابات)'];
const PROTECTED = ['Dalbergia', 'Pterocarpus'];
// Micro and small makers are held to it from 30 June 2027; until then what is known is written down.
const GROWN = { until: '2027-06-29', required: false } as const;
const HELD = { from: '2027-06-30' } as const;

const WOOD_RULES: readonly StatedRuleSeed[] = [
  state('wood', 'latin-name', SPECIES, EUDR, { form: 'species', flagged: PROTECTED, liftedBy: 'cites-permit' }),
  state('wood', 'cites-permit', PERMIT, CITES, { required: false, confidence: 'general' }),
  state('wood', 'forest-permit', LEGALITY, 'Moroccan forest law: the origin of thuya burl is justified', { required: false, confidence: 'general' }),
  state('wood', 'plot', PLOT, EUDR, { form: 'geolocation', ...GROWN }), state('wood', 'plot', PLOT, EUDR, { form: 'geolocation', ...HELD }),
  state('wood', 'harvest', HARVEST, EUDR, GROWN), state('wood', 'harvest', HARVEST, EUDR, HELD),
  see('wood', 'food-finish', ['Finished with what may touch food', 'Finition apte au contact des aliments', 'تشطيب صالح لملامسة الطعام'], 'Regulation (EC) 1935/2004, article 3', { variants: ['food'], confidence: 'general' }),
  state('instruments', 'latin-name', SPECIES, CITES, { form: 'species', flagged: PROTECTED, liftedBy: 'cites-permit', required: false, confidence: 'general' }),
  state('instruments', 'cites-permit', PERMIT, CITES, { required: false, confidence: 'general' }),
  see('instruments', 'skin', ['Skin, horn and shell of no protected animal, or their permit seen', 'Peau, corne et écaille d’aucun animal protégé, ou permis vu', 'الجلد والقرن والصدف ليست من حيوان محمي أو ترخيصها معاين'], CITES, { confidence: 'general' }),
];

const COSMETIC = ['argan', 'soap'];
const OTHER_RULES: readonly StatedRuleSeed[] = [
  see('plaster-stone', 'age', NOT_ANTIQUE, ANTIQUES),
  see('plaster-stone', 'no-fossil', ['No fossil, meteorite or archaeological piece', 'Ni fossile, ni météorite, ni pièce archéologique', 'ليست مستحاثة ولا نيزكاً ولا قطعة أثرية'], 'Regulation (EU) 2019/880', { confidence: 'general' }),
  see('glass-candles', 'warnings', ['Label with hazards and burning instructions', 'Étiquette avec dangers et consignes d’usage', 'بطاقة بالمخاطر وتعليمات الاستعمال'], 'Regulation (EC) 1272/2008 (CLP)', { variants: ['candle'], confidence: 'general' }),
  see('natural-products', 'safety-report', ['Safety report (CPSR) seen', 'Rapport de sécurité (CPSR) vu', 'تقرير السلامة (CPSR) معاين'], COSMETICS, { variants: COSMETIC, confidence: 'general' }),
  state('natural-products', 'responsible-person', ['Responsible person in the Union', 'Personne responsable dans l’Union', 'الشخص المسؤول في الاتحاد الأوروبي'], COSMETICS, { variants: COSMETIC, confidence: 'general' }),
  state('natural-products', 'ingredients', ['Ingredients by their INCI names', 'Ingrédients en noms INCI', 'المكونات بأسماء INCI'], COSMETICS, { variants: COSMETIC, confidence: 'general' }),
  see('natural-products', 'notified', ['Notified in the portal of the destination (CPNP, SCPN, MoCRA)', 'Notifié au portail de destination (CPNP, SCPN, MoCRA)', 'مصرح به في بوابة بلد الوجهة (CPNP أو SCPN أو MoCRA)'], COSMETICS, { variants: COSMETIC, required: false, confidence: 'general' }),
  state('natural-products', 'batch', ['Batch and date of durability', 'Lot et date de durabilité', 'رقم الحصة وتاريخ الصلاحية'], COSMETICS, { variants: COSMETIC, confidence: 'general' }),
  see('natural-products', 'argan-origin', ['Argan of the protected area, by its producer’s paper', 'Argan de l’aire protégée, papier du producteur vu', 'أركان من المنطقة المحمية بوثيقة المنتج'], 'Law 25-06, protected indication of argan', { variants: ['argan'], confidence: 'general' }),
];

export const MORE_RULES: readonly StatedRuleSeed[] = [...TEXTILE_RULES, ...POTTERY_RULES, ...ANIMAL_AND_METAL_RULES, ...WOOD_RULES, ...OTHER_RULES];

const LABEL = 'Label Morocco Handmade, yabiladi.com/articles/details/109013';
const OMPIC = 'Collective certification marks at OMPIC, maghress.com/fr/lavieeco/49505';
const STAMPING = 'Estampillage des tapis, letapismarocain.com/lestampillage (dahir of 1974)';
const handmade = (level: number): (string | number | null)[] => [`morocco-handmade-${level}`, 'morocco_handmade', level, `Morocco Handmade, level ${level}`, `Maroc Fait Main, niveau ${level}`, `Morocco Handmade، المستوى ${level}`, null, null, '2013-01-01', LABEL, '2026-11-24', 'sourced'];
const collective = (code: string, type: string, fr: string, ar: string): (string | number | null)[] => [code, 'collective_mark', null, fr, fr, ar, type, null, '2012-01-01', OMPIC, '2026-11-24', 'sourced'];
const own = (centre: string, en: string, fr: string, ar: string): (string | number | null)[] => [`centre-${centre}`, 'centre', null, en, fr, ar, null, centre, '2026-11-24', PRACTICE, '2026-11-24', 'general'];

/** Code, scheme, level, en, fr, ar, product type, centre, from, source, checked on, confidence. */
export const MARKS: readonly (string | number | null)[][] = [
  own('carpets', 'Certificate of the Centre for Carpets', 'Certificat du Centre du tapis', 'شهادة مركز الزرابي'),
  own('pottery', 'Certificate of the Centre for Pottery', 'Certificat du Centre de la poterie', 'شهادة مركز الفخار'),
  own('crafts', 'Certificate of the Centre for the Other Crafts', 'Certificat du Centre des autres métiers', 'شهادة مركز الحرف الأخرى'),
  ...[1, 2, 3].map(handmade),
  ['estampillage', 'estampillage', null, 'State stamp of carpets', 'Estampillage des tapis', 'دمغ الزرابي', 'carpets', null, '1974-01-01', STAMPING, '2026-11-24', 'sourced'],
  collective('tapis-rbati', 'carpets', 'Tapis rbati', 'الزربية الرباطية'), collective('tapis-boujaad', 'carpets', 'Tapis de Boujaad', 'زربية أبي الجعد'),
  collective('babouche-marocaine', 'leather', 'Babouche marocaine', 'البلغة المغربية'), collective('babouche-ziwani', 'leather', 'Babouche Ziwani', 'البلغة الزيوانية'),
  collective('selle-traditionnelle', 'leather', 'Selle traditionnelle', 'السرج التقليدي'), collective('etoffe-bzou', 'textile', 'Étoffe Bzou', 'ثوب بزو'),
  collective('theiere-marocaine', 'metal', 'Théière marocaine', 'الإبريق المغربي'), collective('madmoun', 'pottery', 'Madmoun', 'مضمون'),
];
