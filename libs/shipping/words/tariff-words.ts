import type { Param, Said } from './saying.js';

/** Programmes of additional duty, as the rows name them. */
const PROGRAMMES: Readonly<Record<string, Said>> = {
  'Section 232 copper': { en: 'Section 232 copper', fr: 'section 232 (cuivre)', ar: 'القسم 232 (النحاس)' },
  'Section 232 steel': { en: 'Section 232 steel', fr: 'section 232 (acier)', ar: 'القسم 232 (الصلب)' },
  'Section 232 aluminium': { en: 'Section 232 aluminium', fr: 'section 232 (aluminium)', ar: 'القسم 232 (الألومنيوم)' },
  'Section 232': { en: 'Section 232', fr: 'section 232', ar: 'القسم 232' },
  'Section 122': { en: 'Section 122', fr: 'section 122', ar: 'القسم 122' },
  'IEEPA reciprocal': { en: 'IEEPA reciprocal', fr: 'droit réciproque (IEEPA)', ar: 'الرسم المتبادل (IEEPA)' },
};

/** A programme in words; one that a later row brings stands as its row has it. */
export function programmeWords(programme: string): Param {
  return PROGRAMMES[programme] ?? programme;
}

/** What stands behind the name of a charge: a programme and its heading, or a tariff line, which reads the same everywhere. */
export function detailWords(detail: string): Said {
  const known = Object.keys(PROGRAMMES).find((name) => detail.startsWith(`${name} `));
  if (known === undefined) return { en: detail, fr: detail, ar: detail };
  const heading = detail.slice(known.length);
  const { fr, ar } = PROGRAMMES[known]!;
  return { en: detail, fr: `${fr}${heading}`, ar: `${ar}${heading}` };
}

/** The one word that tariffs say instead of a figure: `Free`, `Free (MA)`. Rates in figures, and notes that customs quote, stay as the tariff prints them. */
export function rateWords(rate: string): Param {
  const free = /^free\b/i;
  return free.test(rate) ? { en: rate, fr: rate.replace(free, 'exempt'), ar: rate.replace(free, 'معفى') } : rate;
}
