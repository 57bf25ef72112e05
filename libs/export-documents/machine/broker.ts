import { toDecimal } from '#libs/kernel';
import { squareMetres } from '../trade/figures.js';
import type { Trade } from '../trade/trade.js';

const HEADERS = [
  'line', 'hs_code', 'commodity_code', 'description_fr', 'description_en', 'materials', 'origin', 'region', 'preference', 'certificate',
  'quantity', 'unit', 'square_metres', 'net_kg', 'gross_kg', 'amount', 'currency', 'fob_mad',
];

/** The lines as a broker's spreadsheet reads them (RFC 4180, UTF-8 with BOM so that Excel keeps the accents). */
export function brokerCsv(t: Trade): string {
  const kg = (grams: number): string => (grams / 1000).toFixed(3);
  const rows = t.lines.map((l) => [
    l.number, l.hsCode, l.commodityCode ?? '', l.title.fr, l.title.en,
    l.materials.map((m) => [m.percent === null ? '' : `${m.percent} %`, m.name, m.scientificName ?? ''].filter(Boolean).join(' ')).join(', '),
    l.originCountry, l.originRegion, l.preference ? 'yes' : 'no', l.certificateNumber ?? '', l.quantity, unitOf(l.hsCode),
    l.hsCode.startsWith('57') ? squareMetres(l.lengthMm, l.widthMm, l.quantity) : '',
    kg(l.netWeightGrams), kg(l.grossWeightGrams),
    toDecimal({ amountMinor: l.amountMinor, currency: l.currency }), l.currency,
    toDecimal({ amountMinor: l.amountMadMinor, currency: 'MAD' }),
  ]);
  return `\uFEFF${[HEADERS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** Shoes are counted in pairs, everything else of ours by the piece (UNECE Recommendation 20). */
export function unitOf(hsCode: string): 'PR' | 'C62' {
  return hsCode.startsWith('64') ? 'PR' : 'C62';
}

/** A cell that a spreadsheet would run as a formula is told to be text (OWASP, CSV injection). */
function cell(value: string | number): string {
  const text = typeof value === 'number' ? String(value) : value.replace(/^[=+\-@\t\r]/, "'$&");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
