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
  const line = (y: number, size: number, words: string, weight = 400): string => `<text x="46" y="${y}" font-size="${size}" font-weight="${weight}">${escaped(words)}</text>`;
  // Isolated, so that every renderer orders a line with digits from the right.
  const arabic = (y: number, size: number, words: string): string => `<text x="86" y="${y}" font-size="${size}" xml:lang="ar" text-anchor="end">\u2067${escaped(words)}\u2069</text>`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" width="90mm" height="50mm" viewBox="0 0 90 50" font-family="Readex Pro, Amiri, sans-serif" fill="#1b1b1b">',
    '<rect x="0.25" y="0.25" width="89.5" height="49.5" rx="2" fill="#fff" stroke="#1b1b1b" stroke-width="0.5"/>',
    qr.replace('<svg ', '<svg x="5" y="7" width="36" height="36" '),
    line(11, 4.2, text.number, 600),
    text.nameLatin === null ? '' : line(17, 3.4, shortened(text.nameLatin)),
    text.nameArabic === null ? '' : arabic(22.5, 3.6, shortened(text.nameArabic)),
    line(28, 2.3, shortened(text.pieceFr)),
    arabic(32.5, 2.6, shortened(text.pieceAr)),
    line(37.5, 2.3, `${shortened(text.regionFr)}, jusqu’au ${text.validUntil}`),
    arabic(42, 2.6, `${shortened(text.regionAr)}، إلى ${text.validUntil}`),
    '</svg>',
  ].join('');
}

const MOST = 34;

function shortened(words: string): string {
  return [...words].length > MOST ? `${[...words].slice(0, MOST - 1).join('')}…` : words;
}

function escaped(words: string): string {
  return words.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
}
