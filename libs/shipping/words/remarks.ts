import type { Said } from './saying.js';

/** What a quote may have to say, in the reader's language. Rules of law quote their row, in the row's own words. */
export const REMARKS = {
  NO_LINES: { en: 'There is nothing to price: name at least one piece.', fr: 'Il n’y a rien à chiffrer : indiquez au moins une pièce.', ar: 'لا شيء لتسعيره: اذكر قطعة واحدة على الأقل.' },
  TOO_MANY_LINES: { en: '{count} lines are asked; {max} is the most: split it into several consignments.', fr: '{count} lignes demandées ; {max} au plus : répartissez-les en plusieurs envois.', ar: 'عدد السطور المطلوبة {count} والحد الأقصى {max}: وزّعها على عدة إرساليات.' },
  HS_MISSING: { en: 'This piece has no HS code yet; the maker or the export desk must classify it.', fr: 'Cette pièce n’a pas encore de code SH ; l’artisan ou le bureau d’export doit la classer.', ar: 'ليس لهذه القطعة رمز جمركي بعد؛ على الصانع أو مكتب التصدير تصنيفها.' },
  HS_INVALID: { en: '"{code}" is not an HS code of six digits: choose one from the list of codes.', fr: '« {code} » n’est pas un code SH à six chiffres : choisissez-en un dans la liste.', ar: '«{code}» ليس رمزاً جمركياً من ستة أرقام: اختر رمزاً من اللائحة.' },
  QUANTITY_INVALID: { en: 'The quantity must be a whole number from 1 to {max}.', fr: 'La quantité doit être un entier de 1 à {max}.', ar: 'يجب أن تكون الكمية عدداً صحيحاً من 1 إلى {max}.' },
  VALUE_INVALID: { en: 'The price of this piece must be more than zero.', fr: 'Le prix de cette pièce doit être supérieur à zéro.', ar: 'يجب أن يكون ثمن هذه القطعة أكبر من الصفر.' },
  NET_WEIGHT_INVALID: { en: 'The net weight must be more than zero and at most a tonne: weigh the piece and correct it.', fr: 'Le poids net doit être supérieur à zéro et d’une tonne au plus : pesez la pièce et corrigez-le.', ar: 'يجب أن يكون الوزن الصافي أكبر من الصفر ولا يتجاوز طناً: زِن القطعة وصحّحه.' },
  GROSS_WEIGHT_INVALID: { en: 'The gross weight must be more than zero and at most a tonne: weigh the packed piece and correct it.', fr: 'Le poids brut doit être supérieur à zéro et d’une tonne au plus : pesez la pièce emballée et corrigez-le.', ar: 'يجب أن يكون الوزن الإجمالي أكبر من الصفر ولا يتجاوز طناً: زِن القطعة مغلّفة وصحّحه.' },
  NET_ABOVE_GROSS: { en: 'The net weight cannot be above the gross weight, which includes the packing: correct one of the two.', fr: 'Le poids net ne peut dépasser le poids brut, qui comprend l’emballage : corrigez l’un des deux.', ar: 'لا يمكن أن يتجاوز الوزن الصافي الوزن الإجمالي الذي يشمل التغليف: صحّح أحدهما.' },
  SIZE_INVALID: { en: 'Length, width and height must each be from 1 to {max} mm.', fr: 'Longueur, largeur et hauteur doivent être comprises entre 1 et {max} mm.', ar: 'يجب أن يكون الطول والعرض والارتفاع بين 1 و{max} مم.' },
  COUNTRY_UNKNOWN: { en: 'We have no customs data for "{country}" on {day}: choose a destination from the list, or ask for a quote.', fr: 'Nous n’avons pas de données douanières pour « {country} » au {day} : choisissez une destination de la liste, ou demandez un devis.', ar: 'لا نملك بيانات جمركية عن «{country}» بتاريخ {day}: اختر وجهة من اللائحة أو اطلب عرض سعر.' },
  CURRENCY_UNSUPPORTED: { en: 'Prices to this destination are quoted in {currency}: ask for it in that currency.', fr: 'Les prix vers cette destination sont donnés en {currency} : demandez-le dans cette monnaie.', ar: 'تُعطى الأسعار إلى هذه الوجهة بعملة {currency}: اطلب السعر بها.' },
  FX_UNKNOWN: { en: 'No exchange rate of {currency} is recorded.', fr: 'Aucun taux de change {currency} n’est enregistré.', ar: 'لا يوجد سعر صرف مسجّل لعملة {currency}.' },
  TARIFF_UNKNOWN: { en: 'No {group} tariff line is recorded for HS {code}: ask for a quote, the export desk will record it.', fr: 'Aucune ligne tarifaire {group} n’est enregistrée pour le code SH {code} : demandez un devis, le bureau d’export l’enregistrera.', ar: 'لا يوجد بند تعريفي {group} مسجّل للرمز {code}: اطلب عرض سعر ليسجّله مكتب التصدير.' },
  RATE_UNKNOWN: { en: 'The duty of {code} cannot be computed: the tariff says "{rate}".', fr: 'Le droit de {code} ne peut être calculé : le tarif dit « {rate} ».', ar: 'لا يمكن حساب رسم {code}: تنص التعريفة على «{rate}».' },
  SURCHARGE_UNKNOWN: { en: '{programme} applies to {code} and cannot be computed: "{rate}".', fr: '{programme} s’applique à {code} et ne peut être calculé : « {rate} ».', ar: 'يسري {programme} على {code} ولا يمكن حسابه: «{rate}».' },
  TAX_UNKNOWN: { en: 'No tax rate of this destination is recorded.', fr: 'Aucun taux de taxe n’est enregistré pour cette destination.', ar: 'لا توجد نسبة ضريبة مسجّلة لهذه الوجهة.' },
  FEE_UNKNOWN: { en: 'A fee of the carrier cannot be computed: "{rate}".', fr: 'Un frais du transporteur ne peut être calculé : « {rate} ».', ar: 'لا يمكن حساب بعض مصاريف الناقل: «{rate}».' },
  SHIPPING_UNKNOWN: { en: 'No carrier’s tariff to this destination is recorded.', fr: 'Aucun tarif de transporteur n’est enregistré vers cette destination.', ar: 'لا توجد تعريفة ناقل مسجّلة إلى هذه الوجهة.' },
  TOO_HEAVY: { en: 'This consignment counts as {weight} kg, above every tariff to this destination. Ask for a freight quote.', fr: 'Cet envoi compte pour {weight} kg, au-delà de tous les tarifs vers cette destination. Demandez un devis de fret.', ar: 'تُحتسب هذه الإرسالية {weight} كلغ، فوق كل التعريفات إلى هذه الوجهة. اطلب عرض شحن.' },
  INSURANCE_UNKNOWN: { en: 'No insurance rate to this destination is recorded.', fr: 'Aucun taux d’assurance n’est enregistré vers cette destination.', ar: 'لا توجد نسبة تأمين مسجّلة إلى هذه الوجهة.' },
  RESPONSIBLE_MISSING: { en: 'Nobody in the Union answers for the pieces of this exporter yet, and without such a person they are not sold to consumers there (Regulation (EU) 2023/988, article 16): ask for a quote, and the export desk will name one.', fr: 'Personne dans l’Union ne répond encore des pièces de cet exportateur, et sans une telle personne elles n’y sont pas vendues aux consommateurs (règlement (UE) 2023/988, article 16) : demandez un devis, le bureau d’export en désignera une.', ar: 'لا أحد داخل الاتحاد الأوروبي مسؤول بعد عن قطع هذا المصدّر، ولا تُباع هناك للمستهلكين من دونه (النظام الأوروبي 2023/988، المادة 16): اطلب عرض سعر ليعيّن مكتب التصدير شخصاً.' },
  REFUSED: { en: '{says}', fr: '{says}', ar: '{says}' },
  VALUE_CURRENCY: { en: 'This value is in {currency}; values are asked in dirhams (MAD): convert it first.', fr: 'Cette valeur est en {currency} ; les valeurs se donnent en dirhams (MAD) : convertissez-la d’abord.', ar: 'هذه القيمة بعملة {currency}؛ والقيم تُعطى بالدرهم (MAD): حوّلها أولاً.' },
  UNKNOWN: { en: 'This cannot be priced.', fr: 'Ceci ne peut être chiffré.', ar: 'لا يمكن تسعير هذا.' },
  ROW_EXPIRED: { en: 'The {name} ended on {day} and nothing replaces it yet: ask before relying on this figure.', fr: 'Donnée échue le {day} et pas encore remplacée ({name}) : demandez avant de vous fier à ce chiffre.', ar: 'انتهت صلاحية هذه البيانات في {day} ولم تُعوَّض بعد ({name}): اسأل قبل الاعتماد على هذا الرقم.' },
  ROW_UNSOURCED: { en: 'The {name} names no source: ask before relying on this figure.', fr: 'Donnée sans source ({name}) : demandez avant de vous fier à ce chiffre.', ar: 'بيانات بلا مصدر ({name}): اسأل قبل الاعتماد على هذا الرقم.' },
  ROWS_UNCONFIRMED: { en: 'General knowledge, still to be confirmed at its source: {names}.', fr: 'Connaissance générale, à confirmer à la source : {names}.', ar: 'معلومات عامة ما زالت تنتظر التأكيد من مصدرها: {names}.' },
  PREFERENCE_NOT_USED: { en: 'The full duty is counted: {why}.', fr: 'Le droit plein est compté : {why}.', ar: 'احتُسب الرسم كاملاً: {why}.' },
  TAX_LEFT_OUT: { en: '{says}', fr: '{says}', ar: '{says}' },
  OPEN_QUESTION: { en: '{says}', fr: '{says}', ar: '{says}' },
  AHEAD_RULE: { en: 'From {day}, before this can arrive: {says}', fr: 'À partir du {day}, avant l’arrivée possible : {says}', ar: 'ابتداءً من {day}، قبل أن تصل: {says}' },
  AHEAD_UNKNOWN: { en: 'From {day}, before this can arrive, it cannot be priced: {says}', fr: 'À partir du {day}, avant l’arrivée possible, ceci ne peut être chiffré : {says}', ar: 'ابتداءً من {day}، قبل أن تصل، لا يمكن تسعيرها: {says}' },
  AHEAD_PRICE: { en: 'From {day}, before this can arrive, duty and tax bring it to {then} {currency} instead of {now} {currency}.', fr: 'À partir du {day}, avant l’arrivée possible, droits et taxes la portent à {then} {currency} au lieu de {now} {currency}.', ar: 'ابتداءً من {day}، قبل أن تصل، تصبح بالرسوم والضرائب {then} {currency} بدل {now} {currency}.' },
} as const satisfies Record<string, Said>;

export type RemarkCode = keyof typeof REMARKS;

/** Which field of the question a remark speaks of. */
export const FIELDS: Readonly<Partial<Record<RemarkCode, string>>> = {
  NO_LINES: 'lines', TOO_MANY_LINES: 'lines', HS_MISSING: 'hsCode', HS_INVALID: 'hsCode', TARIFF_UNKNOWN: 'hsCode', RATE_UNKNOWN: 'hsCode',
  SURCHARGE_UNKNOWN: 'hsCode', QUANTITY_INVALID: 'quantity', VALUE_INVALID: 'goodsValueMadMinor', VALUE_CURRENCY: 'currency', NET_WEIGHT_INVALID: 'netWeightGrams',
  GROSS_WEIGHT_INVALID: 'grossWeightGrams', NET_ABOVE_GROSS: 'netWeightGrams', SIZE_INVALID: 'lengthMm', TOO_HEAVY: 'grossWeightGrams',
  COUNTRY_UNKNOWN: 'country', CURRENCY_UNSUPPORTED: 'currency', FX_UNKNOWN: 'currency',
};
