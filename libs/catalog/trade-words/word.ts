import type { Locale } from '#libs/kernel';

/** A word of the trade that people choose from a list: one code, three languages. */
export interface Word {
  readonly code: string;
  readonly en: string;
  readonly fr: string;
  readonly ar: string;
}

export function byCode<W extends Word>(words: readonly W[]): ReadonlyMap<string, W> {
  return new Map(words.map((word) => [word.code, word]));
}

/** The word in a language; a code that left the list still shows as itself. */
export function label(words: ReadonlyMap<string, Word>, code: string, locale: Locale): string {
  return words.get(code)?.[locale] ?? code;
}
