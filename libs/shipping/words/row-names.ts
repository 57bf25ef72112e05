import type { Said } from './saying.js';

/** How a warning names the row it speaks of. */
export const NAMES = {
  MARKET: { en: 'customs practice of {country}', fr: 'pratique douanière ({country})', ar: 'الممارسة الجمركية ({country})' },
  TARIFF: { en: 'rate of {code} in {group}', fr: 'taux de {code} ({group})', ar: 'نسبة {code} ({group})' },
  REGIME: { en: 'origin rules {regime}', fr: 'règles d’origine {regime}', ar: 'قواعد المنشأ {regime}' },
  RULE: { en: 'origin rule {prefix} of {regime}', fr: 'règle d’origine {prefix} ({regime})', ar: 'قاعدة المنشأ {prefix} ({regime})' },
  THRESHOLD: { en: 'origin threshold of {regime} in {currency}', fr: 'seuil d’origine {regime} en {currency}', ar: 'عتبة المنشأ {regime} بعملة {currency}' },
  ZONE: { en: 'shipping to {country}', fr: 'transport ({country})', ar: 'الشحن ({country})' },
  TAX: { en: '{name} of {country}', fr: '{name} ({country})', ar: '{name} ({country})' },
  FEE: { en: 'fee {code}', fr: 'frais {code}', ar: 'مصاريف {code}' },
  FX: { en: 'exchange rate of {currency}', fr: 'taux de change {currency}', ar: 'سعر صرف {currency}' },
  SURCHARGE: { en: '{programme} {heading}', fr: '{programme} {heading}', ar: '{programme} {heading}' },
  LOW_VALUE: { en: 'small consignments, {scheme}', fr: 'petits envois, {scheme}', ar: 'الإرساليات الصغيرة، {scheme}' },
  FREIGHT: { en: '{service} tariff of zone {zone}', fr: 'tarif {service}, zone {zone}', ar: 'تعريفة {service}، المنطقة {zone}' },
  RESTRICTION: { en: 'rule {rule}', fr: 'règle {rule}', ar: 'القاعدة {rule}' },
  QUESTION: { en: 'open question {code}', fr: 'question ouverte {code}', ar: 'مسألة مفتوحة {code}' },
} as const satisfies Record<string, Said>;
