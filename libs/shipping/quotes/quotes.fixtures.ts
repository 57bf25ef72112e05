import { ReferenceBook } from '../reference/book.js';
import { readReferenceFile, shippedFiles } from '../reference/reference.files.js';
import type { ReferenceRows } from '../reference/row.js';
import type { QuoteLineRequest } from './quote.js';

/** A Beni Ouarain rug, 3 × 2 m, as the tests know it: wool of Morocco, knotted in the Middle Atlas. */
export function piece(more: Partial<QuoteLineRequest> = {}): QuoteLineRequest {
  return {
    key: 'rug',
    hsCode: '570110',
    quantity: 1,
    goodsValueMadMinor: 9_720_00,
    netWeightGrams: 14_000,
    grossWeightGrams: 15_000,
    lengthMm: 3_000,
    widthMm: 2_000,
    heightMm: 20,
    originRegion: 'MA-05',
    materials: [{ name: 'wool', percent: 100, originCountry: 'MA' }],
    foodContact: false,
    ...more,
  };
}

/** The facts the house ships with, without a database. `change` may add, end or drop rows. */
export async function shippedBook(change: (rows: ReferenceRows) => ReferenceRows = (rows) => rows): Promise<ReferenceBook> {
  const files = await Promise.all((await shippedFiles()).map(readReferenceFile));
  const refused = files.flatMap((file) => file.refused);
  if (refused.length > 0) throw new Error(`the shipped rows cannot be read: ${JSON.stringify(refused.slice(0, 3))}`);
  const rows = Object.fromEntries(files.map((file) => [file.table.name, file.rows.map(({ row }) => row)])) as unknown as ReferenceRows;
  return new ReferenceBook(change(rows), 'test');
}
