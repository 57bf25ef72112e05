import type { Locale } from '#libs/kernel';

/** Why origin is proved the way it is. */
export const ORIGIN_REASONS = ['not_claimed', 'no_regime', 'southern_region', 'agreement', 'approved_exporter', 'threshold_unknown', 'within_threshold', 'above_threshold'] as const;
export type OriginReason = (typeof ORIGIN_REASONS)[number];

/** Words that stand inside a sentence to the reader, in the reader's language. */
export const WORDS: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  not_claimed: { en: 'no preference is claimed, so no proof of origin is needed', fr: 'aucune préférence n’est demandée, donc aucune preuve d’origine n’est nécessaire', ar: 'لم تُطلب أفضلية، فلا حاجة إلى إثبات المنشأ' },
  no_regime: { en: 'no rules of origin are on record for this country', fr: 'aucune règle d’origine n’est enregistrée pour ce pays', ar: 'لا قواعد منشأ مسجلة لهذا البلد' },
  southern_region: { en: 'goods made in the southern regions carry a mention of their own in the Union', fr: 'les produits des régions du Sud portent une mention particulière dans l’Union', ar: 'منتجات أقاليم الجنوب تحمل بياناً خاصاً في الاتحاد' },
  agreement: { en: 'the agreement has a proof of its own, which travels with the goods', fr: 'l’accord a sa propre preuve, qui accompagne les marchandises', ar: 'للاتفاق إثبات خاص به يرافق البضائع' },
  approved_exporter: { en: 'an approved exporter declares origin on the invoice at any value', fr: 'un exportateur agréé déclare l’origine sur la facture quelle que soit la valeur', ar: 'المصدّر المعتمد يصرّح بالمنشأ على الفاتورة مهما كانت القيمة' },
  threshold_unknown: { en: 'the threshold is not known in this currency', fr: 'le seuil n’est pas connu dans cette devise', ar: 'العتبة غير معروفة بهذه العملة' },
  within_threshold: { en: 'origin is declared on the invoice: the originating goods are within the threshold of EUR 6,000', fr: 'l’origine est déclarée sur la facture : les produits originaires ne dépassent pas le seuil de 6 000 EUR', ar: 'يُصرَّح بالمنشأ على الفاتورة: المنتجات ذات المنشأ لا تتجاوز عتبة 6000 أورو' },
  above_threshold: { en: 'the originating goods are above the threshold of EUR 6,000', fr: 'les produits originaires dépassent le seuil de 6 000 EUR', ar: 'المنتجات ذات المنشأ تتجاوز عتبة 6000 أورو' },
  address: { en: 'address', fr: 'adresse', ar: 'العنوان' },
  ice: { en: 'ICE', fr: 'ICE', ar: 'التعريف الموحد للمقاولة (ICE)' },
  telephone: { en: 'telephone', fr: 'téléphone', ar: 'الهاتف' },
  exporter_file: { en: 'number in the handicraft exporters’ file', fr: 'numéro au fichier des exportateurs de l’artisanat', ar: 'الرقم في ملف مصدّري الصناعة التقليدية' },
  arab_certificate: { en: 'Arab certificate of origin', fr: 'certificat d’origine arabe', ar: 'شهادة المنشأ العربية' },
  form_a: { en: 'certificate of origin Form A', fr: 'certificat d’origine formule A', ar: 'شهادة المنشأ نموذج أ' },
  postal_code: { en: 'postal code', fr: 'code postal', ar: 'الرمز البريدي' },
  region: { en: 'state or province', fr: 'État ou province', ar: 'الولاية أو المقاطعة' },
  transport_carrier: { en: 'the carrier', fr: 'le transporteur', ar: 'الناقل' },
  transport_from: { en: 'the place, airport or port of departure', fr: 'le lieu, l’aéroport ou le port de départ', ar: 'مكان أو مطار أو ميناء المغادرة' },
  transport_to: { en: 'the airport or port of destination', fr: 'l’aéroport ou le port de destination', ar: 'مطار أو ميناء الوصول' },
  transport_vehicle: { en: 'the vessel and voyage', fr: 'le navire et le voyage', ar: 'السفينة والرحلة' },
  invoice_number: { en: 'invoice number', fr: 'numéro de facture', ar: 'رقم الفاتورة' },
  invoice_day: { en: 'invoice date', fr: 'date de facture', ar: 'تاريخ الفاتورة' },
  exporter: { en: 'exporter', fr: 'exportateur', ar: 'المصدّر' },
  exporter_address: { en: 'exporter’s address', fr: 'adresse de l’exportateur', ar: 'عنوان المصدّر' },
  consignee: { en: 'consignee', fr: 'destinataire', ar: 'المرسل إليه' },
  destination: { en: 'destination', fr: 'destination', ar: 'بلد الوجهة' },
  importer_number: { en: 'importer’s number', fr: 'numéro de l’importateur', ar: 'رقم المستورد' },
  terms: { en: 'terms of delivery', fr: 'conditions de livraison', ar: 'شروط التسليم' },
  gross_weight: { en: 'gross weight', fr: 'poids brut', ar: 'الوزن الإجمالي' },
  packages: { en: 'packages', fr: 'colis', ar: 'الطرود' },
  goods_value: { en: 'value of the goods', fr: 'valeur des marchandises', ar: 'قيمة البضائع' },
  total: { en: 'total', fr: 'total', ar: 'المجموع' },
  certificate_of_origin: { en: 'number of the proof of origin', fr: 'numéro de la preuve d’origine', ar: 'رقم إثبات المنشأ' },
  carriage_number: { en: 'number of the carriage', fr: 'numéro du transport', ar: 'رقم النقل' },
  quantity: { en: 'quantity', fr: 'quantité', ar: 'الكمية' },
  hs_code: { en: 'HS code', fr: 'code SH', ar: 'رمز النظام المنسق' },
  commodity_code: { en: 'national code', fr: 'code national', ar: 'الرمز الوطني' },
  origin: { en: 'country of origin', fr: 'pays d’origine', ar: 'بلد المنشأ' },
  maker: { en: 'maker', fr: 'artisan', ar: 'الصانع' },
  description: { en: 'description', fr: 'désignation', ar: 'الوصف' },
  materials: { en: 'materials', fr: 'matières', ar: 'المواد' },
  size: { en: 'size', fr: 'dimensions', ar: 'الأبعاد' },
  net_weight: { en: 'net weight', fr: 'poids net', ar: 'الوزن الصافي' },
  value: { en: 'value', fr: 'valeur', ar: 'القيمة' },
  certificate: { en: 'certificate', fr: 'certificat', ar: 'الشهادة' },
  // What a box that was refused by its contract says of itself (`contract.ts` and the papers' own).
  'it is empty': { en: 'it is empty', fr: 'elle est vide', ar: 'هي فارغة' },
  'it is not usable': { en: 'it is not usable', fr: 'elle est inutilisable', ar: 'هي غير صالحة' },
  'it is not a currency': { en: 'it is not a currency', fr: 'ce n’est pas une devise', ar: 'ليست عملة' },
  'it is not a day': { en: 'it is not a day', fr: 'ce n’est pas un jour', ar: 'ليس يوماً' },
  'the quantity is zero': { en: 'the quantity is zero', fr: 'la quantité est nulle', ar: 'الكمية صفر' },
  'there are no lines': { en: 'there are no lines', fr: 'il n’y a pas de ligne', ar: 'لا أسطر فيها' },
  'no line claims the preference': { en: 'no line claims the preference', fr: 'aucune ligne ne demande la préférence', ar: 'لا سطر يطلب الأفضلية' },
  'no line is a textile': { en: 'no line is a textile', fr: 'aucune ligne n’est un textile', ar: 'لا سطر من المنسوجات' },
  'no carpet carries a sealed label': { en: 'no carpet carries a sealed label', fr: 'aucun tapis ne porte de plomb', ar: 'لا زربية تحمل بطاقة مختومة' },
  'no piece has a certificate': { en: 'no piece has a certificate', fr: 'aucune pièce n’a de certificat', ar: 'لا قطعة لها شهادة' },
  'no ceramic for food has a laboratory’s figures on its certificate': { en: 'no ceramic for food has a laboratory’s figures on its certificate', fr: 'aucune céramique alimentaire n’a les chiffres d’un laboratoire sur son certificat', ar: 'لا خزف ملامس للأغذية تتضمن شهادته قياسات مختبر' },
  signatory: { en: 'signatory', fr: 'signataire', ar: 'الموقِّع' },
};

/** A key of the table, or several, in words; anything else as it is. */
export function inWords(value: string | number | readonly string[], locale: Locale): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return Object.hasOwn(WORDS, value) ? WORDS[value]![locale] : value;
  return value.map((one) => inWords(one, locale)).join(locale === 'ar' ? '، ' : ', ');
}
