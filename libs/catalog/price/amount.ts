import { catalogErrors } from '../catalog.errors.js';

/** Ten million dirhams, in centimes: dearer than any piece a parcel carries, and far from where whole numbers end. */
export const PRICE_MAX_MINOR = 1_000_000_000;

const SPACES = /[\s\u00A0\u202F'’\u066C]/g;
const CURRENCY = /(?:MAD|DHS?|د\.م\.|درهم|دراهم)$/iu;

/**
 * Dirhams as a maker types them, in centimes: `600`, `600,50`, `1 200.5`, `٦٠٠٫٥٠`, with or without DH behind.
 * A lone separator is always the decimal one, so `1,200` is refused for its decimals and never read as 1.20.
 */
export function readDirhams(text: string, field: string): number {
  const refused = (): Error => catalogErrors.CATALOG_PRICE_INVALID({ text: text.slice(0, 30) }, field);
  if (text.length > 60) throw refused();
  const plain = text.normalize('NFKC').replace(/[\u0660-\u0669]/g, (d) => String(d.charCodeAt(0) - 0x0660)).replace(/[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C]/g, '').replace('\u066B', ',').trim();
  const digits = plain.replace(CURRENCY, '').replace(SPACES, '');
  if (/^[-\u2212]\d/.test(digits)) throw outOfRange(field);
  const grouped = /^(\d{1,3}(?:([.,])\d{3})+)([.,])(\d+)$/.exec(digits);
  const read = grouped && grouped[2] !== grouped[3] ? [grouped[1]!.replace(/[.,]/g, ''), grouped[4]!] : /^(\d+)(?:[.,](\d+))?$/.exec(digits)?.slice(1);
  if (!read) throw refused();
  const [whole, decimals = ''] = read as [string, string?];
  if (decimals.length > 2) throw catalogErrors.CATALOG_PRICE_DECIMALS({}, field);
  if (whole.replace(/^0+/, '').length > 9) throw outOfRange(field);
  return checkPrice(Number(whole) * 100 + Number(decimals.padEnd(2, '0')), field);
}

/** A price in centimes that a piece can have. */
export function checkPrice(minor: number, field: string): number {
  if (!Number.isInteger(minor) || minor <= 0 || minor > PRICE_MAX_MINOR) throw outOfRange(field);
  return minor;
}

function outOfRange(field: string): Error {
  return catalogErrors.CATALOG_PRICE_RANGE({ max: PRICE_MAX_MINOR / 100 }, field);
}
