import type { Locale } from '#libs/kernel';
import type { Translations } from '../product/product.js';

const MONEY: Readonly<Record<Locale, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en', { style: 'currency', currency: 'MAD' }),
  fr: new Intl.NumberFormat('fr', { style: 'currency', currency: 'MAD' }),
  ar: new Intl.NumberFormat('ar-MA', { style: 'currency', currency: 'MAD' }),
};

export function dirhams(minor: number, locale: Locale): string {
  return MONEY[locale].format(minor / 100);
}

const UNTITLED: Readonly<Record<Locale, string>> = { en: 'untitled piece', fr: 'pièce sans titre', ar: 'قطعة بلا عنوان' };
const NEW: Readonly<Record<Locale, string>> = { en: '“{title}”: price {to}', fr: '« {title} » : prix {to}', ar: '«{title}»: الثمن {to}' };
const CHANGED: Readonly<Record<Locale, string>> = { en: '“{title}”: price from {from} to {to}', fr: '« {title} » : prix de {from} à {to}', ar: '«{title}»: الثمن من {from} إلى {to}' };
/** A text of a telephone is short. */
const LONGEST_TITLE = 60;

/** What the maker says yes to: the piece, the old price and the new one. */
export function priceWords(title: Translations, fromMinor: number | null, toMinor: number): Record<Locale, string> {
  const say = (locale: Locale): string => {
    const name = (title[locale] ?? title.fr ?? title.ar ?? title.en ?? UNTITLED[locale]).slice(0, LONGEST_TITLE);
    const blanks = { title: name, from: fromMinor === null ? '' : dirhams(fromMinor, locale), to: dirhams(toMinor, locale) };
    return (fromMinor === null ? NEW : CHANGED)[locale].replace(/\{(title|from|to)\}/g, (_, blank: keyof typeof blanks) => blanks[blank]);
  };
  return { en: say('en'), fr: say('fr'), ar: say('ar') };
}
