/** Arabic blocks are drawn by Amiri wherever they stand. */
const ARABIC = /[\u0600-\u06FF\u0750-\u077F\u0870-\u08FF\uFB50-\uFDFF\uFE70-\uFEFE]/u;
/** Stands where a letter of a script we have no font for stood: the reader sees that something is missing. */
const MISSING = '?';
/** Controls, joiners' marks, bidirectional marks and overrides, variation selectors, tags, BOM: nothing a paper shows. */
const UNSEEN = /[\p{C}\p{Variation_Selector}\p{Default_Ignorable_Code_Point}]/gu;
/** Most of what a paper says: nothing to replace in it, whatever the font. */
const PLAIN = /^(?:[!-~]{1,28}(?: [!-~]{1,28})*)?$/;
/** More marks on one letter than any orthography stacks. */
const STACKED = /(\p{M}{4})\p{M}+/gu;
/** After this many characters without a place to break, a line is given one. */
const UNBROKEN = /[^\s\u200B-]{28}(?=[^\s\u200B])/gu;

export interface Fonts {
  readonly arabic: ReadonlySet<number>;
  readonly latin: ReadonlySet<number>;
  readonly tifinagh: ReadonlySet<number>;
}

/** The text as the fonts can print it: one line, nothing unseen, a question mark for each letter without a glyph. */
export function printable(text: string, fonts: Fonts): string {
  if (PLAIN.test(text)) return text;
  const seen = text.normalize('NFC').replace(/[\s\u2028\u2029]+/gu, ' ').replace(UNSEEN, '').replace(STACKED, '$1');
  let out = '';
  for (const c of seen) out += draws(c, fonts) ? c : MISSING;
  return out.replace(UNBROKEN, '$&\u200B').trim();
}

/** The letters in a document's data that no font at hand can draw, each once. */
export function unprintableAll(value: unknown, fonts: Fonts): string[] {
  const found = new Set<string>();
  const look = (item: unknown): void => {
    if (typeof item === 'string') {
      if (!PLAIN.test(item)) for (const c of item.normalize('NFC').replace(/[\s\u2028\u2029]+/gu, ' ').replace(UNSEEN, '')) if (!draws(c, fonts)) found.add(c);
    } else if (Array.isArray(item)) item.forEach(look);
    else if (item !== null && typeof item === 'object') Object.values(item).forEach(look);
  };
  look(value);
  return [...found];
}

function draws(character: string, fonts: Fonts): boolean {
  const point = character.codePointAt(0)!;
  return fonts.arabic.has(point) || (!ARABIC.test(character) && (fonts.latin.has(point) || fonts.tifinagh.has(point)));
}

/** The same for every string of a document's data, whatever its shape. Labels come back in every paper: they are kept. */
export function printableAll(value: unknown, fonts: Fonts, kept: Map<string, string>): unknown {
  if (typeof value === 'string') {
    let text = kept.get(value);
    if (text === undefined) kept.set(value, (text = printable(value, fonts)));
    return text;
  }
  if (Array.isArray(value)) return value.map((item) => printableAll(item, fonts, kept));
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, printableAll(item, fonts, kept)]));
  }
  return value;
}
