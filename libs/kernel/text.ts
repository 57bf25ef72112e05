import { defineErrors } from './errors.js';

export const textErrors = defineErrors({
  TEXT_EMPTY: { kind: 'invalid', en: 'Write something here.', fr: 'Écrivez quelque chose ici.', ar: 'اكتب شيئاً هنا.' },
  TEXT_TOO_LONG: {
    kind: 'invalid',
    en: 'This text has {length} characters; {max} is the most.',
    fr: 'Ce texte compte {length} caractères ; {max} au plus.',
    ar: 'عدد أحرف هذا النص {length}، والحد الأقصى {max}.',
  },
});

/**
 * What can lie about a text without being seen: C0 and C1 controls (keeping tab and line feed),
 * bidirectional overrides, embeddings and isolates, BOM and interlinear marks.
 * Zero-width joiner and non-joiner stay: Arabic, Tifinagh and emoji need them.
 */
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069\uFEFF\uFFF9-\uFFFB]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/**
 * Free text as a person wrote it, safe to store and to print: NFC, CRLF folded to LF,
 * invisible trickery removed, outer space trimmed. Markup stays as it was typed: every output escapes.
 * Throws TEXT_EMPTY and TEXT_TOO_LONG with the field.
 */
export function freeText(input: string, max: number, field?: string): string {
  if (input.length > max * 4) throw textErrors.TEXT_TOO_LONG({ length: input.length, max }, field);
  const text = input.normalize('NFC').replace(/\r\n?/g, '\n').replace(INVISIBLE, '').trim();
  if (text === '') throw textErrors.TEXT_EMPTY({}, field);
  if (text.length > max) throw textErrors.TEXT_TOO_LONG({ length: text.length, max }, field);
  return text;
}

/** The same, on one line. */
export function lineOfText(input: string, max: number, field?: string): string {
  return freeText(input.replace(/\s+/g, ' '), max, field);
}

const ARABIC_MARKS = /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06ED\u0640]/g;
const LATIN_MARKS = /[\u0300-\u036f]/g;

/**
 * Folds a name or word for searching, in both scripts: case, accents, tatweel and vowel marks,
 * alef and yeh variants, teh marbuta, Arabic-Indic digits, punctuation.
 * The SQL function `platform.fold` does the same; a test holds the two together.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(LATIN_MARKS, '')
    .replace(ARABIC_MARKS, '')
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/\u0649/g, '\u064A')
    .replace(/\u0629/g, '\u0647')
    .replace(/\u0624/g, '\u0648')
    .replace(/\u0626/g, '\u064A')
    .replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x0660))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
