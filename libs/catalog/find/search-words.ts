import { fold } from '#libs/kernel';

const MOST_WORDS = 8;

/**
 * The stem under which a word is looked for. Plural s and x of English and French, and the Arabic article, go:
 * queries match beginnings, so a shorter stem finds more, never less.
 */
export function stem(word: string): string {
  if (/^[a-z]{4,}$/.test(word)) return word.replace(/(?:s|x)$/, '');
  if (/^[\u0621-\u064A]{5,}$/.test(word)) return word.replace(/^(?:[وبف]?ال|لل)(?=.{3})/, '');
  return word;
}

/** Every word a piece can be found by: as written and as stem, folded. */
export function searchable(texts: readonly (string | null | undefined)[]): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    for (const word of fold(text ?? '').split(' ')) {
      if (word === '' || word.length > 40) continue;
      words.add(word);
      words.add(stem(word));
    }
  }
  return [...words].sort();
}

/** What a buyer typed, as stems: at most eight, so that no query grows without end. */
export function sought(query: string): string[] {
  const words = fold(query.slice(0, 400)).split(' ').filter((word) => word !== '' && word.length <= 40);
  return [...new Set(words.map(stem))].slice(0, MOST_WORDS);
}

/** Folded words as a tsquery of beginnings. Letters and digits only have passed the fold, so nothing needs escaping but is quoted anyway. */
export function beginnings(words: readonly string[]): string {
  return words.map((word) => `'${word.replace(/['\\]/g, '')}':*`).join(' & ');
}
