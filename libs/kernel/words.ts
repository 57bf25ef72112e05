import { moroccanDay } from './clock.js';
import type { Locale } from './errors.js';

/** The same said in the three languages. */
export type Words = Readonly<Record<Locale, string>>;

/** English, French and Arabic as Morocco writes them, its own names of the months among them. */
export const LANGUAGE_TAGS: Words = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-MA-u-nu-latn' };

/** Of a day `YYYY-MM-DD`, for a sentence: its figures and dashes alone come apart in Arabic text. */
export function dayInWords(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(LANGUAGE_TAGS[locale], { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${day}T00:00:00Z`));
}

/** Day and hour in Morocco. */
export function momentInWords(at: Date, locale: Locale): string {
  const hour = new Intl.DateTimeFormat('en-GB', { timeZone: 'Africa/Casablanca', hour: '2-digit', minute: '2-digit' }).format(at);
  return `${dayInWords(moroccanDay(at), locale)}${locale === 'ar' ? '، ' : ', '}${hour}`;
}

export function dayWords(day: string): Words {
  return { en: dayInWords(day, 'en'), fr: dayInWords(day, 'fr'), ar: dayInWords(day, 'ar') };
}

/** A list in a sentence, with the comma of its script. */
export function listWords(all: readonly Words[]): Words {
  const list = (locale: Locale, comma: string): string => all.map((words) => words[locale]).join(comma);
  return { en: list('en', ', '), fr: list('fr', ', '), ar: list('ar', '، ') };
}
