import type { Locale } from '#libs/kernel';
import type { Charge, Quote, Remark } from './quote.js';

type Said = Readonly<Record<Locale, string>>;
export type Params = Readonly<Record<string, string | number>>;

/** What a quote may have to say, in the reader's language. Rules of law quote their row, in the row's own words. */
export const REMARKS = {
  NO_LINES: { en: 'There is nothing to price.', fr: 'Il n’y a rien à chiffrer.', ar: 'لا شيء لتسعيره.' },
  TOO_MANY_LINES: { en: '{count} lines are asked; {max} is the most.', fr: '{count} lignes demandées ; {max} au plus.', ar: 'طُلب {count} سطراً والحد الأقصى {max}.' },
  HS_MISSING: { en: 'This piece has no HS code yet; the maker or the export desk must classify it.', fr: 'Cette pièce n’a pas encore de code SH ; l’artisan ou le service export doit la classer.', ar: 'ليس لهذه القطعة رمز جمركي بعد؛ على الحرفي أو مكتب التصدير تصنيفها.' },
  HS_INVALID: { en: '"{code}" is not an HS code of six digits.', fr: '« {code} » n’est pas un code SH à six chiffres.', ar: '«{code}» ليس رمزاً جمركياً من ستة أرقام.' },
  QUANTITY_INVALID: { en: 'The quantity must be a whole number from 1 to {max}.', fr: 'La quantité doit être un entier de 1 à {max}.', ar: 'يجب أن تكون الكمية عدداً صحيحاً من 1 إلى {max}.' },
  VALUE_INVALID: { en: 'The price of this piece must be more than zero.', fr: 'Le prix de cette pièce doit être supérieur à zéro.', ar: 'يجب أن يكون ثمن هذه القطعة أكبر من الصفر.' },
  NET_WEIGHT_INVALID: { en: 'The net weight must be more than zero and at most a tonne.', fr: 'Le poids net doit être supérieur à zéro et d’une tonne au plus.', ar: 'يجب أن يكون الوزن الصافي أكبر من الصفر ولا يتجاوز طناً.' },
  GROSS_WEIGHT_INVALID: { en: 'The gross weight must be more than zero and at most a tonne.', fr: 'Le poids brut doit être supérieur à zéro et d’une tonne au plus.', ar: 'يجب أن يكون الوزن الإجمالي أكبر من الصفر ولا يتجاوز طناً.' },
  NET_ABOVE_GROSS: { en: 'The net weight cannot be above the gross weight, which includes the packing.', fr: 'Le poids net ne peut dépasser le poids brut, qui comprend l’emballage.', ar: 'لا يمكن أن يتجاوز الوزن الصافي الوزن الإجمالي الذي يشمل التغليف.' },
  SIZE_INVALID: { en: 'Length, width and height must each be from 1 to {max} mm.', fr: 'Longueur, largeur et hauteur doivent être comprises entre 1 et {max} mm.', ar: 'يجب أن يكون الطول والعرض والارتفاع بين 1 و{max} مم.' },
  COUNTRY_UNKNOWN: { en: 'We have no customs data for "{country}" on {day}.', fr: 'Nous n’avons pas de données douanières pour « {country} » au {day}.', ar: 'لا نملك بيانات جمركية عن «{country}» بتاريخ {day}.' },
  CURRENCY_UNSUPPORTED: { en: 'Prices to this destination are quoted in {currency}.', fr: 'Les prix vers cette destination sont donnés en {currency}.', ar: 'تُعطى الأسعار إلى هذه الوجهة بعملة {currency}.' },
  FX_UNKNOWN: { en: 'No exchange rate of {currency} is recorded.', fr: 'Aucun taux de change {currency} n’est enregistré.', ar: 'لا يوجد سعر صرف مسجّل لعملة {currency}.' },
  TARIFF_UNKNOWN: { en: 'No {group} tariff line is recorded for HS {code}.', fr: 'Aucune ligne tarifaire {group} n’est enregistrée pour le code SH {code}.', ar: 'لا يوجد بند تعريفي {group} مسجّل للرمز {code}.' },
  RATE_UNKNOWN: { en: 'The duty of {code} cannot be computed: the tariff says "{rate}".', fr: 'Le droit de {code} ne peut être calculé : le tarif dit « {rate} ».', ar: 'لا يمكن حساب رسم {code}: تنص التعريفة على «{rate}».' },
  SURCHARGE_UNKNOWN: { en: '{programme} applies to {code} and cannot be computed: "{rate}".', fr: '{programme} s’applique à {code} et ne peut être calculé : « {rate} ».', ar: 'يسري {programme} على {code} ولا يمكن حسابه: «{rate}».' },
  TAX_UNKNOWN: { en: 'No tax rate of this destination is recorded.', fr: 'Aucun taux de taxe n’est enregistré pour cette destination.', ar: 'لا توجد نسبة ضريبة مسجّلة لهذه الوجهة.' },
  FEE_UNKNOWN: { en: 'A fee of the carrier cannot be computed: "{rate}".', fr: 'Un frais du transporteur ne peut être calculé : « {rate} ».', ar: 'لا يمكن حساب رسم من رسوم الناقل: «{rate}».' },
  SHIPPING_UNKNOWN: { en: 'No carrier’s tariff to this destination is recorded.', fr: 'Aucun tarif de transporteur n’est enregistré vers cette destination.', ar: 'لا توجد تعريفة ناقل مسجّلة إلى هذه الوجهة.' },
  TOO_HEAVY: { en: 'This consignment counts as {weight} kg, above every tariff to this destination. Ask for a freight quote.', fr: 'Cet envoi compte pour {weight} kg, au-delà de tous les tarifs vers cette destination. Demandez un devis de fret.', ar: 'تُحتسب هذه الإرسالية {weight} كغ، فوق كل التعريفات إلى هذه الوجهة. اطلب عرض شحن.' },
  INSURANCE_UNKNOWN: { en: 'No insurance rate to this destination is recorded.', fr: 'Aucun taux d’assurance n’est enregistré vers cette destination.', ar: 'لا توجد نسبة تأمين مسجّلة إلى هذه الوجهة.' },
  REFUSED: { en: '{says}', fr: '{says}', ar: '{says}' },
  UNKNOWN: { en: 'This cannot be priced.', fr: 'Ceci ne peut être chiffré.', ar: 'لا يمكن تسعير هذا.' },
  ROW_EXPIRED: { en: 'The {name} ended on {day} and nothing replaces it yet: ask before relying on this figure.', fr: 'Donnée échue le {day} et pas encore remplacée ({name}) : demandez avant de vous fier à ce chiffre.', ar: 'انتهت صلاحية هذه البيانات في {day} ولم تُعوَّض بعد ({name}): اسأل قبل الاعتماد على هذا الرقم.' },
  ROW_UNSOURCED: { en: 'The {name} names no source: ask before relying on this figure.', fr: 'Donnée sans source ({name}) : demandez avant de vous fier à ce chiffre.', ar: 'بيانات بلا مصدر ({name}): اسأل قبل الاعتماد على هذا الرقم.' },
  PREFERENCE_NOT_USED: { en: 'The full duty is counted: {why}.', fr: 'Le droit plein est compté : {why}.', ar: 'احتُسب الرسم كاملاً: {why}.' },
  TAX_LEFT_OUT: { en: '{says}', fr: '{says}', ar: '{says}' },
  AHEAD_RULE: { en: 'From {day}, before this can arrive: {says}', fr: 'À partir du {day}, avant l’arrivée possible : {says}', ar: 'ابتداءً من {day}، قبل أن تصل: {says}' },
  AHEAD_UNKNOWN: { en: 'From {day}, before this can arrive, it cannot be priced: {says}', fr: 'À partir du {day}, avant l’arrivée possible, ceci ne peut être chiffré : {says}', ar: 'ابتداءً من {day}، قبل أن تصل، لا يمكن تسعيرها: {says}' },
  AHEAD_PRICE: { en: 'From {day}, before this can arrive, duty and tax bring it to {then} {currency} instead of {now} {currency}.', fr: 'À partir du {day}, avant l’arrivée possible, droits et taxes la portent à {then} {currency} au lieu de {now} {currency}.', ar: 'ابتداءً من {day}، قبل أن تصل، تصبح بالرسوم والضرائب {then} {currency} بدل {now} {currency}.' },
} as const satisfies Record<string, Said>;

export type RemarkCode = keyof typeof REMARKS;

/** Names of charges. What follows the name (a tariff line, a percentage) reads the same in every language. */
export const LABELS: Readonly<Record<string, Said>> = {
  GOODS: { en: 'Goods', fr: 'Marchandise', ar: 'البضاعة' },
  SHIPPING: { en: 'Shipping', fr: 'Transport', ar: 'الشحن' },
  INSURANCE: { en: 'Insurance of the goods', fr: 'Assurance de la marchandise', ar: 'تأمين البضاعة' },
  DUTY: { en: 'Customs duty', fr: 'Droit de douane', ar: 'الرسم الجمركي' },
  ITEM_DUTY: { en: 'Low-value duty', fr: 'Droit sur petit envoi', ar: 'رسم الإرساليات الصغيرة' },
  SURCHARGE: { en: 'Additional duty', fr: 'Droit additionnel', ar: 'رسم إضافي' },
  VAT: { en: 'VAT', fr: 'TVA', ar: 'الضريبة على القيمة المضافة' },
  GST: { en: 'GST', fr: 'TPS', ar: 'ضريبة السلع والخدمات' },
  CLEARANCE: { en: 'Clearance and advance of duty and tax', fr: 'Dédouanement et avance des droits et taxes', ar: 'التخليص وتسبيق الرسوم والضرائب' },
  DUTY_FORWARDING: { en: 'Duty forwarding by the carrier', fr: 'Avance des droits par le transporteur', ar: 'تسبيق الناقل للرسوم' },
};

export function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** The same quote in the reader's language: labels, reasons and warnings. Formulas and sources stay as they are. */
export function inWords<Q extends Quote>(quote: Q, locale: Locale): Q {
  if (locale === 'en') return quote;
  const warnings = quote.warnings.map((one) => said(one, locale));
  const reasons = quote.reasons.map((one) => said(one, locale));
  if (!quote.known) return { ...quote, warnings, reasons };
  const lines = quote.lines.map((line) => labelled(line, locale));
  return { ...quote, warnings, reasons, lines, ...(quote.alternative ? { alternative: { ...quote.alternative, lines: quote.alternative.lines.map((line) => labelled(line, locale)) } } : {}) };
}

function said(remark: Remark, locale: Locale): Remark {
  const template = Object.hasOwn(REMARKS, remark.code) ? REMARKS[remark.code as RemarkCode] : undefined;
  return template ? { ...remark, text: fill(template[locale], remark.params) } : remark;
}

function labelled(charge: Charge, locale: Locale): Charge {
  const label = LABELS[charge.code];
  return label ? { ...charge, label: charge.detail === '' ? label[locale] : `${label[locale]} ${charge.detail}` } : charge;
}
