import { z } from 'zod';
import { kilograms } from '../../trade/figures.js';
import type { Trade } from '../../trade/trade.js';
import { composition, LABELS, marks } from '../boxes.js';
import * as checks from '../checks.js';
import { consignee, described, incoterm, invoiceReference, packing, seller, transport } from '../contract.js';
import type { References } from '../paper.js';
import { problem, type Problem } from '../problems.js';
import { line as said, lines as sayAll, type Line as Said, type Sheet } from '../sheet.js';

const carried = described.extend({ hsCode: z.string(), netWeightGrams: z.number().int().min(0), grossWeightGrams: z.number().int().min(0) });

/** What every contract of carriage is drawn up from. The carrier issues it; ours is the draft it is typed from. */
export const carriageContract = z.object({
  invoice: invoiceReference,
  currency: z.string().length(3, 'it is not a currency'),
  incoterm,
  seller,
  consignee,
  lines: z.array(carried).min(1, 'there are no lines'),
  packing,
  transport,
  /** The goods as they are invoiced, without freight, duty or tax. */
  goodsMinor: z.number().int().min(0),
});
export type Carriage = z.infer<typeof carriageContract>;

export const CARRIAGE_BOXES = { seller: 'Shipper', consignee: 'Consignee', lines: 'Goods', 'lines.quantity': 'Quantity', packing: 'Packages', transport: 'Carriage', invoice: 'Documents' } as const;

export function quoteCarriage(t: Trade, r: References): unknown {
  return {
    invoice: { number: r.invoiceNumber, issuedOn: r.invoicedOn },
    currency: t.currency,
    incoterm: t.incoterm,
    seller: t.seller,
    consignee: t.consignee,
    lines: t.lines,
    packing: t.packing,
    transport: t.transport,
    goodsMinor: t.charges.goodsMinor,
  };
}

/** What this contract of carriage cannot do without, by the words of `problem-words.ts`. */
export function checkCarriage(d: Carriage, needed: readonly ('carrier' | 'from' | 'to' | 'vehicle')[]): Problem[] {
  const missing = needed.filter((key) => d.transport[key] === null).map((key) => `transport_${key}`);
  return [
    ...checks.country(d.consignee),
    ...checks.addresses(d.consignee),
    ...checks.descriptions(d.lines, d.consignee.country),
    ...checks.weights(d.lines, d.packing),
    ...(missing.length === 0 ? [] : [problem('CARRIAGE_INCOMPLETE', CARRIAGE_BOXES.transport, { missing })]),
  ];
}

export function goodsTable(d: Carriage): Sheet['table'] {
  return {
    columns: [
      { label: { en: 'Marks and numbers', fr: 'Marques et numéros' }, width: 34 },
      { label: { en: 'Packages', fr: 'Colis' }, width: 17, end: true },
      { label: { en: 'Nature of goods, how packed', fr: 'Nature de la marchandise, emballage' }, width: 0 },
      { label: LABELS.hsCode, width: 17 },
      { label: LABELS.gross, width: 20, end: true },
      { label: { en: 'Volume m³', fr: 'Volume m³' }, width: 20, end: true },
    ],
    rows: d.lines.map((l, i) => [
      i === 0 ? [said(marks(d.invoice.number, d.packing.packages))] : [],
      i === 0 ? [said(packagesOf(d))] : [],
      [...sayAll([l.title.en || l.title.fr], 'strong'), ...sayAll([`${l.quantity} pc, ${composition(l)}`], 'small')],
      [said(l.hsCode)],
      [said(kilograms(l.grossWeightGrams))],
      [said(cubicMetres(l))],
    ]),
  };
}

export function packagesOf(d: Pick<Carriage, 'packing'>): string {
  return d.packing.packages === null ? 'not packed yet' : String(d.packing.packages);
}

/** Of the pieces, not of the packages, which are measured where they are packed. */
function cubicMetres(l: Carriage['lines'][number]): string {
  return ((l.lengthMm * l.widthMm * l.heightMm * l.quantity) / 1e9).toFixed(3);
}

export function carriageTotals(d: Carriage): Sheet['totals'] {
  return [
    { label: { en: 'Packages', fr: 'Colis' }, value: packagesOf(d) },
    { label: { en: 'Total gross weight', fr: 'Poids brut total' }, value: `${kilograms(d.packing.grossWeightGrams)} kg`, strong: true },
  ];
}

export function freight(d: Carriage): string {
  return d.incoterm.code === 'DDP' || d.incoterm.code === 'DAP' ? 'Prepaid / Payé' : 'Collect / Dû';
}

export function to(text: string | null, otherwise = '–'): Said {
  return said(text ?? otherwise);
}
