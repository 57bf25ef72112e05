/** A figure as hands type it: `22,5`, `22.5`, `٢٢٫٥`, `1 200`. Null for an empty box; NaN for what is no figure, which must never be taken for an empty one. */
export function figureIn(typed: string): number | null {
  const plain = typed
    .normalize('NFKC')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/\s/g, '')
    .replace(/[,\u066B]/, '.');
  if (plain === '') return null;
  return /^[-\u2212]?\d{1,12}(?:\.\d{1,9})?$/.test(plain) ? Number(plain.replace('\u2212', '-')) : Number.NaN;
}
