import type { Locale } from '#libs/kernel';

/** English, French and Arabic as Morocco writes them, its own names of the months among them. */
const TAGS: Readonly<Record<Locale, string>> = { en: 'en-GB', fr: 'fr-FR', ar: 'ar-MA-u-nu-latn' };

/** A day `YYYY-MM-DD` for a letter: its figures and dashes alone come apart in Arabic text. */
export function dayInWords(day: string, locale: Locale): string {
  return new Intl.DateTimeFormat(TAGS[locale], { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(`${day}T00:00:00Z`));
}
