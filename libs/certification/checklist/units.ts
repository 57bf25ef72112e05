import type { Words } from '#libs/kernel';

/** The units of the checklists as each language writes them; what is not here reads alike in all. */
const UNITS: Readonly<Record<string, Words>> = {
  'knots/dm': { en: 'knots/dm', fr: 'nœuds/dm', ar: 'عقدة/دسم' },
  'knots/m²': { en: 'knots/m²', fr: 'nœuds/m²', ar: 'عقدة/م²' },
  'threads/dm': { en: 'threads/dm', fr: 'fils/dm', ar: 'خيط/دسم' },
  'wefts/cm': { en: 'wefts/cm', fr: 'duites/cm', ar: 'لحمة/سم' },
  mm: { en: 'mm', fr: 'mm', ar: 'مم' },
  'g/m²': { en: 'g/m²', fr: 'g/m²', ar: 'غ/م²' },
  'mg/l': { en: 'mg/l', fr: 'mg/l', ar: 'مغ/ل' },
  'mg/kg': { en: 'mg/kg', fr: 'mg/kg', ar: 'مغ/كغ' },
  'mg/dm²': { en: 'mg/dm²', fr: 'mg/dm²', ar: 'مغ/دسم²' },
  'mg/article': { en: 'mg/article', fr: 'mg/article', ar: 'مغ/قطعة' },
  'µg/ml': { en: 'µg/ml', fr: 'µg/ml', ar: 'ميكروغرام/مل' },
  'µg/cm²/week': { en: 'µg/cm²/week', fr: 'µg/cm²/semaine', ar: 'ميكروغرام/سم²/أسبوع' },
};

export function unitWords(unit: string): Words {
  return UNITS[unit] ?? { en: unit, fr: unit, ar: unit };
}
