import { DomainError, LOCALES, type ErrorParams, type Locale } from '#libs/kernel';
import type { CarpetGrade } from './checklist/carpet-grade.js';
import type { InspectionState } from './inspection/inspection.js';
import type { EnrolmentState } from './training/training.js';

/** The same said in the three languages. */
export type Said = Readonly<Record<Locale, string>>;

/** A refusal whose parts are words: each sentence gets them in its own language, and `params` keeps the codes for machines. */
export function worded(make: (params?: ErrorParams, field?: string) => DomainError, codes: ErrorParams, parts: Readonly<Record<string, Said>>, field?: string): DomainError {
  const refusal = make(codes, field);
  const [en, fr, ar] = LOCALES.map((locale) => make({ ...codes, ...Object.fromEntries(Object.entries(parts).map(([name, said]) => [name, said[locale]])) }).say(locale)) as [string, string, string];
  return new DomainError(refusal.code, { kind: refusal.kind, en, fr, ar }, codes, field);
}

export const INSPECTION_STATES: Readonly<Record<InspectionState, Said>> = {
  requested: { en: 'asked for', fr: 'demandée', ar: 'قيد الطلب' },
  appointed: { en: 'fixed for a day', fr: 'fixée à un jour', ar: 'محددة الموعد' },
  examined: { en: 'seen and not decided', fr: 'examinée, sans décision', ar: 'تمت المعاينة دون قرار' },
  returned: { en: 'sent back', fr: 'renvoyée', ar: 'مُعادة للإصلاح' },
  certified: { en: 'certified', fr: 'certifiée', ar: 'معتمدة' },
  refused: { en: 'refused', fr: 'refusée', ar: 'مرفوضة' },
  cancelled: { en: 'cancelled', fr: 'annulée', ar: 'ملغاة' },
};

export const ENROLMENT_STATES: Readonly<Record<EnrolmentState, Said>> = {
  waiting: { en: 'on the waiting list', fr: 'en liste d’attente', ar: 'في لائحة الانتظار' },
  enrolled: { en: 'enrolled', fr: 'inscrite', ar: 'مسجلة' },
  left: { en: 'given up', fr: 'abandonnée', ar: 'متخلى عنها' },
  completed: { en: 'completed', fr: 'réussie', ar: 'متممة' },
  not_completed: { en: 'not completed', fr: 'non réussie', ar: 'غير متممة' },
  cancelled: { en: 'cancelled', fr: 'annulée', ar: 'ملغاة' },
};

/** The grades keep their French names abroad: they are what the sealed label says. */
export const GRADES: Readonly<Record<CarpetGrade, Said>> = {
  courante: { en: 'courante', fr: 'courante', ar: 'عادية' },
  moyenne: { en: 'moyenne', fr: 'moyenne', ar: 'متوسطة' },
  superieure: { en: 'supérieure', fr: 'supérieure', ar: 'رفيعة' },
  extra_superieure: { en: 'extra-supérieure', fr: 'extra-supérieure', ar: 'رفيعة جداً' },
};
export const NO_GRADE: Said = { en: 'none', fr: 'aucune', ar: 'لا درجة' };

export const AUDIENCES: Readonly<Record<'branch' | 'region' | 'women' | 'youth', Said>> = {
  branch: { en: 'people of other crafts', fr: 'd’autres métiers', ar: 'حرف أخرى' },
  region: { en: 'people of other regions', fr: 'd’autres régions', ar: 'جهات أخرى' },
  women: { en: 'women', fr: 'les femmes', ar: 'النساء' },
  youth: { en: 'people under 35', fr: 'les moins de 35 ans', ar: 'من هم دون 35 سنة' },
};

/** `a, b and c` without the and: a list in a sentence, with the comma of its script. */
export function listed(all: readonly Said[]): Said {
  return { en: all.map((one) => one.en).join(', '), fr: all.map((one) => one.fr).join(', '), ar: all.map((one) => one.ar).join('، ') };
}
