import type { Said } from './saying.js';

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
  'Import tax': { en: 'Import tax', fr: 'Taxe à l’importation', ar: 'ضريبة الاستيراد' },
  CLEARANCE: { en: 'Clearance and advance of duty and tax', fr: 'Dédouanement et avance des droits et taxes', ar: 'التعشير وتسبيق الرسوم والضرائب' },
  MPF: { en: 'Merchandise processing fee', fr: 'Redevance de traitement (MPF)', ar: 'رسم معالجة البضائع (MPF)' },
  DUTY_FORWARDING: { en: 'Duty forwarding by the carrier', fr: 'Avance des droits par le transporteur', ar: 'تسبيق الناقل للرسوم' },
};

/** How a consignment is declared. */
export const SCHEMES: Readonly<Record<string, Said>> = {
  IOSS: { en: 'IOSS, without a claim of origin', fr: 'IOSS, sans demander l’origine', ar: 'نظام IOSS دون طلب المنشأ' },
  H1: { en: 'full declaration (H1) with the preference', fr: 'déclaration complète (H1) avec la préférence', ar: 'تصريح كامل (H1) مع الأفضلية' },
  ENTRY: { en: 'full declaration', fr: 'déclaration complète', ar: 'تصريح كامل' },
  UK_LOW_VALUE: { en: 'low-value consignment', fr: 'petit envoi', ar: 'إرسالية صغيرة' },
  DE_MINIMIS: { en: 'duty-free small consignment', fr: 'petit envoi en franchise', ar: 'إرسالية صغيرة معفاة' },
  CA_DE_MINIMIS: { en: 'duty-free small consignment', fr: 'petit envoi en franchise', ar: 'إرسالية صغيرة معفاة' },
};

/** Carriers' services, as the tariff rows name them. */
export const SERVICES: Readonly<Record<string, Said>> = {
  'express courier': { en: 'express courier', fr: 'messagerie express', ar: 'بريد سريع' },
  'registered post': { en: 'registered post', fr: 'poste recommandée', ar: 'بريد مضمون' },
};
