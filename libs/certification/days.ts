import { moroccanDay, type DomainError, type ErrorParams, type Locale } from '#libs/kernel';
import { worded, type Said } from './words.js';

/** English, French and Arabic as Morocco writes them, its own names of the months among them. */
const TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-MA-u-nu-latn' };

/** A day `YYYY-MM-DD` in words: its figures and dashes alone come apart in Arabic text. */
export function dayIn(locale: Locale, day: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${day}T00:00:00Z`));
}

/** Day and hour in Morocco. */
export function momentIn(locale: Locale, at: Date): string {
  return `${dayIn(locale, moroccanDay(at))}${locale === 'ar' ? '، ' : ', '}${new Intl.DateTimeFormat('en-GB', { timeZone: 'Africa/Casablanca', hour: '2-digit', minute: '2-digit' }).format(at)}`;
}

export function dayWords(day: string): Said {
  return { en: dayIn('en', day), fr: dayIn('fr', day), ar: dayIn('ar', day) };
}

/** A refusal that names days. */
export function dated(make: (params?: ErrorParams, field?: string) => DomainError, days: Readonly<Record<string, string>>, field?: string): DomainError {
  return worded(make, days, Object.fromEntries(Object.entries(days).map(([name, day]) => [name, dayWords(day)])), field);
}

/**
 * Nothing that is brought to a centre was begun before this: a carpet of a hundred years is an antique, which another law
 * covers (export licence of objects over 100 years old, scribd.com/document/55281069), and a year 1 is a slip of the pen.
 */
export const OLDEST_YEARS = 100;

/** The day so many years before. */
export function yearsBefore(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;
}
