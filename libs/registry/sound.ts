/**
 * How a name sounds, by its consonants, the same from either script: `Khadidja`, `Khadija` and خديجة are all `5dj`.
 * There is no one spelling of Moroccan names in Latin letters, and papers differ from card to card.
 */
const LATIN: readonly (readonly [pattern: RegExp, sound: string])[] = [
  [/[çc]h|sh/g, 'x'], [/kh/g, '5'], [/gh/g, 'g'], [/dj/g, 'j'], [/ph/g, 'f'], [/[dt]h/g, 't'], [/[qc]/g, 'k'], [/[aeiouwy]/g, ''], [/v/g, 'f'], [/p/g, 'b'],
];
const ARABIC: Readonly<Record<string, string>> = {
  ب: 'b', ت: 't', ث: 't', ج: 'j', ح: 'h', خ: '5', د: 'd', ذ: 'd', ر: 'r', ز: 'z', س: 's', ش: 'x', ص: 's', ض: 'd', ط: 't', ظ: 'd', غ: 'g', ف: 'f', ق: 'k', ك: 'k', گ: 'g', ل: 'l', م: 'm', ن: 'n', ه: 'h',
};

/** The sound of one folded word, or '' for an article, for vowels alone, and for numbers, which are read and not heard. */
export function soundOf(word: string): string {
  if (/\d/.test(word)) return '';
  const consonants = /[\u0600-\u06FF]/.test(word)
    // Folding has made the last letter of feminine names a heh, which nobody writes in Latin.
    ? [...word.replace(/^ال(?=...)/, '').replace(/ه$/, '')].map((letter) => ARABIC[letter] ?? '').join('')
    : LATIN.reduce((text, [pattern, sound]) => text.replace(pattern, sound), word.replace(/^(el|al|l)$/, '').replace(/ah$/, 'a'));
  return consonants.replace(/(.)\1+/g, '$1');
}

/** Fewer consonants than this say nothing. */
export const LEAST_SOUND = 3;

/** The sounds of a folded name, each between marks that no folded word holds. */
export function soundsOf(folded: string): string {
  const sounds = new Set(folded.split(' ').map(soundOf).filter((sound) => sound.length >= LEAST_SOUND));
  return sounds.size === 0 ? '' : ` ~${[...sounds].join('~ ~')}~`;
}
