import { freeText } from '#libs/kernel';

const LOCALES = ['en', 'fr', 'ar'] as const;

/** The cluster's own words for a piece, beside the maker's. */
export type OfferText = Readonly<Record<(typeof LOCALES)[number], string | null>>;

/** What the cluster adds of its own while it offers a member's piece. All of it ends with the offer. */
export interface OfferTerms {
  readonly text: OfferText | null;
  /** The fewest it sells at once. */
  readonly minimumQuantity: number;
  /** Free units that stay with the maker. */
  readonly keptBack: number;
}

/** Null when nothing was written in any language. */
export function textOf(text: Partial<Record<keyof OfferText, string | null | undefined>> | null | undefined): OfferText | null {
  const read = (locale: keyof OfferText): string | null => (text?.[locale]?.trim() ? freeText(text[locale], 1_000, `input.text.${locale}`) : null);
  const [en, fr, ar] = LOCALES.map(read);
  return en ?? fr ?? ar ? { en: en!, fr: fr!, ar: ar! } : null;
}
