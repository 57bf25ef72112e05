import type { Locale } from '#libs/kernel';
import type { Translations } from './product.js';

/** Which language stands in when the asked one was not written: the first of these that was. */
export const FALLBACKS: Readonly<Record<Locale, readonly Locale[]>> = {
  en: ['en', 'fr', 'ar'],
  fr: ['fr', 'en', 'ar'],
  ar: ['ar', 'fr', 'en'],
};

/** The words to show and the language they are in, or null when the maker wrote none. */
export function inLocale(text: Translations, locale: Locale): { readonly text: string; readonly locale: Locale } | null {
  for (const candidate of FALLBACKS[locale]) {
    const words = text[candidate];
    if (words) return { text: words, locale: candidate };
  }
  return null;
}

/** All three languages filled, for papers that print more than one. */
export function filled(text: Translations): { en: string; fr: string; ar: string } {
  const of = (locale: Locale): string => inLocale(text, locale)?.text ?? '';
  return { en: of('en'), fr: of('fr'), ar: of('ar') };
}
