import { dayInWords } from '#libs/kernel';

/** A label for the piece, 90 × 50 mm: QR to the public page, number, maker and grade in French and Arabic. */
export interface LabelText {
  readonly number: string;
  readonly nameLatin: string | null;
  readonly nameArabic: string | null;
  readonly regionFr: string;
  readonly regionAr: string;
  readonly pieceFr: string;
  readonly pieceAr: string;
  readonly validUntil: string;
}

/** `qr` is the drawing of the code, an `<svg>` with a square view box. */
export function labelSvg(text: LabelText, qr: string): string {
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="90mm" height="50mm" viewBox="0 0 90 50" font-family="Readex Pro, Amiri, sans-serif" fill="#1b1b1b">',
    '<rect x="0.25" y="0.25" width="89.5" height="49.5" rx="2" fill="#fff" stroke="#1b1b1b" stroke-width="0.5"/>',
    qr.replace('<svg ', '<svg x="5" y="7" width="36" height="36" '),
    line(9, 4.2, text.number, 600),
    text.nameLatin === null ? '' : line(14.5, 3.4, text.nameLatin),
    text.nameArabic === null ? '' : arabic(19.5, 3.6, text.nameArabic),
    line(25, 2.4, text.pieceFr),
    arabic(29, 2.7, text.pieceAr),
    line(33.5, 2.4, text.regionFr),
    arabic(37.5, 2.7, text.regionAr),
    line(42, 2.4, `Valable jusqu’au ${dayInWords(text.validUntil, 'fr')}`),
    arabic(46, 2.7, `صالحة إلى ${dayInWords(text.validUntil, 'ar')}`),
    '</svg>',
  ].join('');
}

const LEFT = 46;
const RIGHT = 86;
/** What an average letter takes of the height of its font. Wider than most, so that a line never reaches the border. */
const LETTER = 0.58;
const SMALLEST = 1.8;

function line(y: number, size: number, words: string, weight = 400): string {
  return `<text x="${LEFT}" y="${y}" font-size="${fitting(size, words)}" font-weight="${weight}">${escaped(shortened(words))}</text>`;
}

/** Isolated, so that every renderer orders a line with digits from the right. */
function arabic(y: number, size: number, words: string): string {
  return `<text x="${RIGHT}" y="${y}" font-size="${fitting(size, words)}" xml:lang="ar" text-anchor="end">\u2067${escaped(shortened(words))}\u2069</text>`;
}

/** The size asked for, or as much smaller as a long line needs. */
function fitting(size: number, words: string): number {
  const letters = Math.min([...words].length, MOST);
  return Math.max(SMALLEST, Math.min(size, Math.floor(((RIGHT - LEFT) / (letters * LETTER)) * 10) / 10));
}

const MOST = Math.floor((RIGHT - LEFT) / (SMALLEST * LETTER));

function shortened(words: string): string {
  return [...words].length > MOST ? `${[...words].slice(0, MOST - 1).join('')}…` : words;
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
