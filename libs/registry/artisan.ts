import { fold, lifecycle, type Locale } from '#libs/kernel';
import { soundsOf } from './sound.js';

/**
 * The categories of law 50-17 (published 30 July 2020; conditions from rna.gov.ma/faq, checked 2026-11-24):
 * artisan, with a diploma or three years of practice; maâlem, with ten; cooperative; enterprise, whose
 * production a registered artisan supervises.
 */
export const CATEGORIES = ['artisan', 'maalem', 'cooperative', 'enterprise'] as const;
export type Category = (typeof CATEGORIES)[number];

/** What each category asks for, in words for the register's pages. Law 50-17, conditions as rna.gov.ma/faq has them (checked 2026-11-24). */
export const CATEGORY_CONDITIONS: Readonly<Record<Category, Readonly<Record<Locale, string>>>> = {
  artisan: { en: 'A diploma of the trade, or three years of practice', fr: 'Un diplôme du métier, ou trois ans de pratique', ar: 'دبلوم في الحرفة أو ثلاث سنوات من الممارسة' },
  maalem: { en: 'Ten years of practice and mastery of the trade', fr: 'Dix ans de pratique et la maîtrise du métier', ar: 'عشر سنوات من الممارسة وإتقان الحرفة' },
  cooperative: { en: 'A cooperative of artisans under its own law', fr: 'Une coopérative d’artisans régie par sa propre loi', ar: 'تعاونية للصناع خاضعة لقانونها' },
  enterprise: { en: 'An enterprise whose production a registered artisan supervises', fr: 'Une entreprise dont un artisan inscrit encadre la production', ar: 'مقاولة يؤطر إنتاجها صانع مسجل' },
};

/** A person has a sex and a birth year in the register; a cooperative or enterprise has neither. */
export function isPerson(category: Category): boolean {
  return category === 'artisan' || category === 'maalem';
}

export const STANDINGS = ['pre_registered', 'registered', 'suspended', 'lapsed', 'struck_off'] as const;
export type Standing = (typeof STANDINGS)[number];

/** What an officer, a date or a new extract can do to a standing. Nobody comes back from being struck off but by a new act. */
export const standingLifecycle = lifecycle({
  pre_registered: { register: 'registered', strike_off: 'struck_off' },
  registered: { suspend: 'suspended', lapse: 'lapsed', strike_off: 'struck_off' },
  suspended: { restore: 'registered', lapse: 'lapsed', strike_off: 'struck_off' },
  lapsed: { renew: 'registered', suspend: 'suspended', strike_off: 'struck_off' },
  struck_off: { readmit: 'registered' },
});

/** The right to sell follows the standing: only the registered sell. */
export function maySellWith(standing: Standing): boolean {
  return standing === 'registered';
}

/** The verb that leads from one standing to another, or null when no act does. */
export function actBetween(from: Standing, to: Standing): string | null {
  return standingLifecycle.verbs(from).find((verb) => standingLifecycle.next(from, verb) === to) ?? null;
}

/** The standings that one act leads to. */
export function standingsFrom(from: Standing): Standing[] {
  return standingLifecycle.verbs(from).map((verb) => standingLifecycle.next(from, verb));
}

/** One entry of the National Register of Handicrafts, as the rest of the house sees it. */
export interface Artisan {
  readonly id: string;
  /** The NIA, normalised. Its format is not public, so it is text and nothing more. */
  readonly identifier: string;
  readonly nameLatin: string | null;
  readonly nameArabic: string | null;
  readonly sex: 'F' | 'M' | null;
  readonly birthYear: number | null;
  readonly category: Category;
  readonly branch: string;
  readonly activity: string;
  /** ISO 3166-2, `MA-03`. It is also the chamber: each region has one. */
  readonly regionCode: string;
  readonly provinceCode: string;
  readonly standing: Standing;
  readonly registeredOn: string;
  readonly validUntil: string | null;
}

/** The name to show where one script must do. */
export function displayName(artisan: Pick<Artisan, 'nameLatin' | 'nameArabic'>, locale: 'en' | 'fr' | 'ar'): string {
  const [first, second] = locale === 'ar' ? [artisan.nameArabic, artisan.nameLatin] : [artisan.nameLatin, artisan.nameArabic];
  return first ?? second ?? '';
}

/**
 * An identifier as it is kept: compatibility forms and Arabic-Indic digits made plain, inner space and
 * hyphens dropped, upper case. Never checked against a pattern: format and check digit are not public
 * (domain facts §3.2, 2026-11-24).
 */
export function normaliseIdentifier(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x0660))
    // eslint-disable-next-line no-control-regex
    .replace(/[\s\-\u2010-\u2015_.\u0000-\u001F\u007F-\u009F]+/g, '')
    .toUpperCase();
}

/** What a search looks through: both names and the identifier, folded, then how the names sound. */
export function searchText(artisan: { nameLatin: string | null; nameArabic: string | null; identifier: string }): string {
  const names = fold(`${artisan.nameLatin ?? ''} ${artisan.nameArabic ?? ''}`);
  return `${names} ${fold(artisan.identifier)}${soundsOf(names)}`;
}

/** What the list is ordered by: the Latin name folded, or the Arabic one where there is no other. */
export function sortKey(artisan: { nameLatin: string | null; nameArabic: string | null }): string {
  return fold(artisan.nameLatin ?? artisan.nameArabic ?? '').slice(0, 60);
}
