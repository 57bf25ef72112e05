import type { Translations } from './product.js';

/** Years and seasons go out of date; an address must not. */
const PASSING = /^(?:(?:19|20)\d\d|spring|summer|autumn|winter|printemps|ete|automne|hiver|season|saison|new|nouveau|nouvelle|sale|soldes|promo|promotion)$/;

/**
 * The address of a piece, kept for good once it is listed: Latin words of its title and the end of its id.
 * A title in Arabic alone gives the branch instead, for addresses travel through mails and labels that break Arabic.
 */
export function slugOf(title: Translations, branch: string, id: string): string {
  const words = (title.en ?? title.fr ?? '')
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !PASSING.test(word));
  let stem = '';
  for (const word of words) {
    const longer = stem === '' ? word : `${stem}-${word}`;
    if (longer.length > 60) break;
    stem = longer;
  }
  return `${stem || branch}-${id.replaceAll('-', '').slice(-10)}`;
}
