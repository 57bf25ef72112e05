import type { Said } from './saying.js';

/**
 * The arithmetic of a figure, wherever it needs a word. Figures, rates and tariff lines read the same in every language.
 * In Arabic each sum stands between a left-to-right isolate and its end (U+2066, U+2069), or it would be read backwards.
 */
export const FORMULAS = {
  GOODS: { en: '{quantity} × {price} MAD ÷ {rate} MAD per {currency}', fr: '{quantity} × {price} MAD ÷ {rate} MAD pour 1 {currency}', ar: '\u2066{quantity} × {price} درهم ÷ {rate} درهم لكل {currency}\u2069' },
  GOODS_AND_ONCE: { en: '({quantity} × {price} + {once}) MAD ÷ {rate} MAD per {currency}', fr: '({quantity} × {price} + {once}) MAD ÷ {rate} MAD pour 1 {currency}', ar: '\u2066({quantity} × {price} + {once}) درهم ÷ {rate} درهم لكل {currency}\u2069' },
  EXCHANGE: { en: '{rate} MAD per {currency}', fr: '{rate} MAD pour 1 {currency}', ar: '\u2066{rate} درهم لكل {currency}\u2069' },
  SHIPPING: { en: '{weight} kg {counted}, up to {upTo} kg: {amount} MAD ÷ {rate}', fr: '{weight} kg {counted}, jusqu’à {upTo} kg : {amount} MAD ÷ {rate}', ar: '{weight} كلغ {counted}، حتى {upTo} كلغ: \u2066{amount} درهم ÷ {rate}\u2069' },
  GROSS: { en: 'gross', fr: 'brut', ar: 'إجمالي' },
  VOLUMETRIC: { en: 'volumetric (cm³ ÷ {divisor})', fr: 'volumétrique (cm³ ÷ {divisor})', ar: 'حجمي (سم³ ÷ {divisor})' },
  SERVICE: { en: '{service}, zone {zone}', fr: '{service}, zone {zone}', ar: '{service}، المنطقة {zone}' },
  RESULT: { en: '{formula} = {amount}', fr: '{formula} = {amount}', ar: '\u2066{formula} = {amount}\u2069' },
  AT_MOST: { en: '{of}, at most {limit}', fr: '{of}, au plus {limit}', ar: '{of}، على الأكثر {limit}' },
  AT_LEAST: { en: '{of}, at least {limit}', fr: '{of}, au moins {limit}', ar: '{of}، على الأقل {limit}' },
  SUM: { en: '{left} + {right}', fr: '{left} + {right}', ar: '\u2066{left} + {right}\u2069' },
  COUNTED: { en: '{each} {currency} × {count} {unit}', fr: '{each} {currency} × {count} {unit}', ar: '\u2066{each} {currency} × {count} {unit}\u2069' },
  ITEM: { en: '{each} {currency} per tariff item', fr: '{each} {currency} par article tarifaire', ar: '\u2066{each} {currency}\u2069 عن كل بند تعريفي' },
  ITEM_COUNTED: { en: '{each} {currency} per tariff item, already counted for {code}', fr: '{each} {currency} par article tarifaire, déjà compté pour {code}', ar: '\u2066{each} {currency}\u2069 عن كل بند تعريفي، وقد احتُسب عن {code}' },
  RELIEVED: { en: 'relieved', fr: 'exonéré', ar: 'معفى' },
  PREFERENCE: { en: '{regime} preference "{rate}" on {value} {currency}; without it {plain}', fr: 'préférence {regime} « {rate} » sur {value} {currency} ; sans elle {plain}', ar: 'أفضلية {regime} «{rate}» على \u2066{value} {currency}\u2069؛ وبدونها {plain}' },
  PLAIN: { en: '{formula} = {amount} {currency}', fr: '{formula} = {amount} {currency}', ar: '\u2066{formula} = {amount} {currency}\u2069' },
  LOW_VALUE_DUTY: { en: '{amount} {currency} low-value duty', fr: '{amount} {currency} de droit sur petit envoi', ar: '\u2066{amount} {currency}\u2069 رسم الإرساليات الصغيرة' },
  LAYER: { en: '{formula}; {says}', fr: '{formula} ; {says}', ar: '{formula}؛ {says}' },
  FLOOR: { en: '{formula} = {floor}, less the duty of {duty}', fr: '{formula} = {floor}, moins le droit de {duty}', ar: '\u2066{formula} = {floor}\u2069 ناقص الرسم {duty}' },
  TAX_ONE: { en: '{percent} % × ({value} + {duty} duty) {currency}', fr: '{percent} % × ({value} + {duty} de droit) {currency}', ar: '\u2066{percent} % × ({value} + {duty} رسم) {currency}\u2069' },
  TAX_MANY: { en: '{percent} % × (customs values + duties = {base}) {currency}', fr: '{percent} % × (valeurs en douane + droits = {base}) {currency}', ar: '\u2066{percent} % × (القيم لدى الجمارك + الرسوم = {base}) {currency}\u2069' },
  TAX_FLOOR: { en: '{formula} = {amount}: {says}', fr: '{formula} = {amount} : {says}', ar: '\u2066{formula} = {amount}\u2069: {says}' },
  // Why a duty cannot be worked out.
  NOTE: { en: 'the tariff gives no rate here but says "{text}"', fr: 'le tarif ne donne pas de taux ici mais dit « {text} »', ar: 'لا تعطي التعريفة نسبة هنا بل تقول «{text}»' },
  OTHER_CURRENCY: { en: 'the rate "{text}" is not in {currency}', fr: 'le taux « {text} » n’est pas en {currency}', ar: 'النسبة «{text}» ليست بعملة {currency}' },
  UNMEASURED: { en: 'the rate "{text}" counts by {unit}, which is not measured', fr: 'le taux « {text} » compte par {unit}, ce qui n’est pas mesuré', ar: 'تُحتسب النسبة «{text}» لكل {unit}، وهذا غير مقيس' },
  // The other way of declaring.
  DEARER: { en: '{other} costs {more} {currency} more than {best}', fr: '{other} coûte {more} {currency} de plus que {best}', ar: 'تزيد كلفة {other} بمبلغ {more} {currency} على {best}' },
  DEARER_SLOWER: { en: '{other} costs {more} {currency} more than {best}, and takes {days} days longer', fr: '{other} coûte {more} {currency} de plus que {best} et prend {days} jours de plus', ar: 'تزيد كلفة {other} بمبلغ {more} {currency} على {best} وتستغرق أياماً إضافية عددها {days}' },
  DEARER_QUICKER: { en: '{other} costs {more} {currency} more than {best}, and is {days} days quicker', fr: '{other} coûte {more} {currency} de plus que {best} et gagne {days} jours', ar: 'تزيد كلفة {other} بمبلغ {more} {currency} على {best} وتوفر من الأيام {days}' },
} as const satisfies Record<string, Said>;

/** What specific duties count by. */
export const UNITS: Readonly<Record<string, Said>> = {
  kg: { en: 'kg', fr: 'kg', ar: 'كلغ' },
  '100kg': { en: '100kg', fr: '100 kg', ar: '100 كلغ' },
  m2: { en: 'm2', fr: 'm²', ar: 'م²' },
  pair: { en: 'pair', fr: 'paire', ar: 'زوج' },
  dozen: { en: 'dozen', fr: 'douzaine', ar: 'دزينة' },
  item: { en: 'item', fr: 'pièce', ar: 'قطعة' },
  consignment: { en: 'consignment', fr: 'envoi', ar: 'إرسالية' },
};
