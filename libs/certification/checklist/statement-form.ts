import type { Words } from '#libs/kernel';

/** What a statement must look like, so that papers can quote it. */
export const STATEMENT_FORMS = ['composition', 'geolocation', 'species'] as const;
export type StatementForm = (typeof STATEMENT_FORMS)[number];

/** An example of each, to write after. */
export const FORM_WORDS: Readonly<Record<StatementForm, Words>> = {
  composition: { en: '80 % wool, 20 % cotton', fr: '80 % laine, 20 % coton', ar: '80 % صوف، 20 % قطن' },
  geolocation: { en: '31.5085, -9.7595', fr: '31.5085, -9.7595', ar: '31.5085, -9.7595' },
  species: { en: 'Tetraclinis articulata', fr: 'Tetraclinis articulata', ar: 'Tetraclinis articulata' },
};

/** Papers abroad quote shares and places: their figures are written in the digits that are read there. */
export function inPaperDigits(form: StatementForm | null, words: string): string {
  if (form !== 'composition' && form !== 'geolocation') return words;
  return words.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)).replace(/(?<=\d)\u066B(?=\d)/g, '.').replaceAll('\u066A', '%');
}

export function isWellFormed(form: StatementForm, words: string): boolean {
  if (form === 'composition') return isComposition(words);
  return form === 'geolocation' ? isPlace(words) : isLatinName(words);
}

/** `80 % wool, 20 % cotton`: the shares add up to a hundred, the largest first (Regulation (EU) 1007/2011, general knowledge, 2026-11-24). */
function isComposition(words: string): boolean {
  const parts = words.split(/[,;،+]\s+/).map((part) => /^(\d{1,3}(?:[.,]\d+)?)\s*[%٪]\s*\p{L}.*$|^\p{L}.*?\s+(\d{1,3}(?:[.,]\d+)?)\s*[%٪]$/u.exec(part.trim()));
  const shares = parts.map((part) => (part ? Number((part[1] ?? part[2]!).replace(',', '.')) : Number.NaN));
  const sum = shares.reduce((a, b) => a + b, 0);
  return Math.abs(sum - 100) < 0.01 && shares.every((share, i) => share > 0 && (i === 0 || share <= shares[i - 1]!));
}

/** Latitude and longitude in degrees, with four decimals or more: some eleven metres. */
function isPlace(words: string): boolean {
  const found = /^(-?\d{1,2}\.\d{4,8})[,;]?\s+(-?\d{1,3}\.\d{4,8})$/.exec(words.trim());
  return found !== null && Math.abs(Number(found[1])) <= 90 && Math.abs(Number(found[2])) <= 180;
}

/** Genus and species, `Tetraclinis articulata`. */
function isLatinName(words: string): boolean {
  return /^[A-Z][a-z]+ [a-z]{2,}(?:-[a-z]+)?(?:[ ,].*)?$/.test(words.trim());
}
