import { languages, type Lang } from './i18n/languages.js';

/**
 * Amounts, days and weights as people read them. Written out rather than left to `Intl`, because a server's
 * and a browser's locale tables differ by release, and a price that changes on arrival is no price.
 */
export interface Money {
  amountMinor: number;
  currency: string;
}

const SEPARATORS: Record<Lang, { group: string; decimal: string }> = {
  en: { group: ',', decimal: '.' },
  fr: { group: '\u202f', decimal: ',' },
  ar: { group: '.', decimal: ',' },
};

const SYMBOLS: Readonly<Record<string, string>> = { EUR: '€', GBP: '£', USD: '$', CAD: 'CA$', CHF: 'CHF', MAD: 'DH' };

const MONTHS: Record<Lang, { short: readonly string[]; long: readonly string[] }> = {
  en: {
    short: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    long: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  },
  fr: {
    short: ['janv.', 'févr.', 'mars', 'avr.', 'mai', 'juin', 'juil.', 'août', 'sept.', 'oct.', 'nov.', 'déc.'],
    long: ['janvier', 'février', 'mars', 'avril', 'mai', 'juin', 'juillet', 'août', 'septembre', 'octobre', 'novembre', 'décembre'],
  },
  // The months as Morocco names them.
  ar: {
    short: ['يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو', 'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'],
    long: ['يناير', 'فبراير', 'مارس', 'أبريل', 'ماي', 'يونيو', 'يوليوز', 'غشت', 'شتنبر', 'أكتوبر', 'نونبر', 'دجنبر'],
  },
};

export function formatNumber(lang: Lang, value: number, decimals = 0): string {
  const { group, decimal } = SEPARATORS[lang];
  const [whole = '0', fraction] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  return `${value < 0 ? '−' : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`;
}

/** Whole amounts drop their cents unless a column of figures needs them. */
export function formatMoney(lang: Lang, { amountMinor, currency }: Money, cents: 'auto' | 'always' = 'auto'): string {
  const decimals = cents === 'always' || amountMinor % 100 !== 0 ? 2 : 0;
  const digits = formatNumber(lang, amountMinor / 100, decimals);
  const symbol = SYMBOLS[currency] ?? currency;
  if (lang === 'en' && /^[^A-Z]$|\$$/.test(symbol)) return digits.startsWith('−') ? `−${symbol}${digits.slice(1)}` : symbol + digits;
  const unit = lang === 'ar' && currency === 'MAD' ? 'درهم' : symbol;
  return `${digits}\u00a0${unit}`;
}

/** `2026-12-04` or an instant; instants are shown at Morocco's hour. */
export function formatDay(lang: Lang, iso: string, form: 'short' | 'long' = 'long'): string {
  const [year, month, day] = moroccanDay(iso).split('-').map(Number);
  const name = MONTHS[lang][form][(month ?? 1) - 1];
  return form === 'short' ? `${day} ${name}` : `${day} ${name} ${year}`;
}

export function formatInstant(lang: Lang, iso: string): string {
  const time = new Date(iso).toLocaleTimeString('en-GB', { timeZone: 'Africa/Casablanca', hour: '2-digit', minute: '2-digit' });
  return `${formatDay(lang, iso)}${lang === 'ar' ? '،' : ','} ${time}`;
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Asked on the server only: a page that counts days is told its first one. */
export function today(): string {
  return moroccanDay(new Date().toISOString());
}

/** A date box has no zone: an appointment is at Morocco's hour, one hour ahead of UTC but in Ramadan. */
export function moroccanInstant(local: string): string {
  const wanted = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN;
  if (Number.isNaN(wanted)) return '';
  const here = (at: number): string => new Date(at).toLocaleString('sv-SE', { timeZone: 'Africa/Casablanca' }).slice(0, 16).replace(' ', 'T');
  const at = [wanted - 3_600_000, wanted].find((one) => here(one) === local) ?? wanted - 3_600_000;
  return new Date(at).toISOString();
}

function moroccanDay(iso: string): string {
  return iso.length === 10 ? iso : new Date(iso).toLocaleDateString('en-CA', { timeZone: 'Africa/Casablanca' });
}

/** Asked on the server only, whose table every visitor then shares. */
export function countryName(lang: Lang, code: string): string {
  return new Intl.DisplayNames(languages[lang].locale, { type: 'region', fallback: 'code' }).of(code) ?? code;
}

export function formatWeight(lang: Lang, grams: number): string {
  const kilos: Record<Lang, string> = { en: 'kg', fr: 'kg', ar: 'كلغ' };
  const small: Record<Lang, string> = { en: 'g', fr: 'g', ar: 'غ' };
  return grams < 1000 ? `${formatNumber(lang, grams)}\u00a0${small[lang]}` : `${formatNumber(lang, grams / 1000, grams % 1000 === 0 ? 0 : 1)}\u00a0${kilos[lang]}`;
}

export function formatSize(lang: Lang, millimetres: readonly (number | null | undefined)[]): string {
  const centimetre: Record<Lang, string> = { en: 'cm', fr: 'cm', ar: 'سم' };
  const sides = millimetres.filter((mm): mm is number => typeof mm === 'number' && mm > 0);
  return `${sides.map((mm) => formatNumber(lang, mm / 10, mm % 10 === 0 ? 0 : 1)).join(' × ')}\u00a0${centimetre[lang]}`;
}
