import type { Words } from '#libs/kernel';
import type { CarpetGrade } from './checklist/carpet-grade.js';
import type { InspectionState } from './inspection/inspection.js';
import type { EnrolmentState } from './training/training.js';

export const INSPECTION_STATES: Readonly<Record<InspectionState, Words>> = {
  requested: { en: 'asked for', fr: 'demandée', ar: 'قيد الطلب' },
  appointed: { en: 'fixed for a day', fr: 'fixée à un jour', ar: 'محددة الموعد' },
  examined: { en: 'seen and not decided', fr: 'examinée, sans décision', ar: 'تمت المعاينة دون قرار' },
  returned: { en: 'sent back', fr: 'renvoyée', ar: 'مُعادة للإصلاح' },
  certified: { en: 'certified', fr: 'certifiée', ar: 'معتمدة' },
  refused: { en: 'refused', fr: 'refusée', ar: 'مرفوضة' },
  cancelled: { en: 'cancelled', fr: 'annulée', ar: 'ملغاة' },
};

export const ENROLMENT_STATES: Readonly<Record<EnrolmentState, Words>> = {
  waiting: { en: 'on the waiting list', fr: 'en liste d’attente', ar: 'في لائحة الانتظار' },
  enrolled: { en: 'enrolled', fr: 'inscrite', ar: 'مسجلة' },
  left: { en: 'given up', fr: 'abandonnée', ar: 'متخلى عنها' },
  completed: { en: 'completed', fr: 'réussie', ar: 'متممة' },
  not_completed: { en: 'not completed', fr: 'non réussie', ar: 'غير متممة' },
  cancelled: { en: 'cancelled', fr: 'annulée', ar: 'ملغاة' },
};

/** The grades keep their French names abroad: they are what the sealed label says. */
export const GRADES: Readonly<Record<CarpetGrade, Words>> = {
  courante: { en: 'courante', fr: 'courante', ar: 'عادية' },
  moyenne: { en: 'moyenne', fr: 'moyenne', ar: 'متوسطة' },
  superieure: { en: 'supérieure', fr: 'supérieure', ar: 'رفيعة' },
  extra_superieure: { en: 'extra-supérieure', fr: 'extra-supérieure', ar: 'رفيعة جداً' },
};
export const NO_GRADE: Words = { en: 'none', fr: 'aucune', ar: 'لا درجة' };

export const AUDIENCES: Readonly<Record<'branch' | 'region' | 'women' | 'youth', Words>> = {
  branch: { en: 'people of other crafts', fr: 'd’autres métiers', ar: 'حرف أخرى' },
  region: { en: 'people of other regions', fr: 'd’autres régions', ar: 'جهات أخرى' },
  women: { en: 'women', fr: 'les femmes', ar: 'النساء' },
  youth: { en: 'people under 35', fr: 'les moins de 35 ans', ar: 'من هم دون 35 سنة' },
};
