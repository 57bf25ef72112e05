import { remark } from './basis.js';
import type { QuoteLineRequest, QuoteRequest, Remark } from './quote.js';

export const MAX_LINES = 400;
export const MAX_QUANTITY = 10_000;
/** A single piece beyond a tonne or five metres goes by a quotation of its own. */
const MAX_GRAMS = 1_000_000;
const MAX_MM = 5_000;

/** Everything about a request that no reference data could mend. Empty when it can be priced. */
export function faultsOf(request: QuoteRequest): Remark[] {
  const faults: Remark[] = [];
  if (request.lines.length === 0) faults.push(remark('NO_LINES', 'There is nothing to price.'));
  if (request.lines.length > MAX_LINES) faults.push(remark('TOO_MANY_LINES', `${request.lines.length} lines are asked; ${MAX_LINES} is the most.`));
  for (const line of request.lines.slice(0, MAX_LINES)) faultsOfLine(line, faults);
  return faults;
}

function faultsOfLine(line: QuoteLineRequest, faults: Remark[]): void {
  const say = (code: string, text: string): void => void faults.push(remark(code, text, line.key));
  if (line.hsCode === null || line.hsCode === '') say('HS_MISSING', 'This piece has no HS code yet; the maker or the export desk must classify it.');
  else if (!/^\d{6}$/.test(line.hsCode)) say('HS_INVALID', `"${line.hsCode.slice(0, 20)}" is not an HS code of six digits.`);
  if (!whole(line.quantity, 1, MAX_QUANTITY)) say('QUANTITY_INVALID', `The quantity must be a whole number from 1 to ${MAX_QUANTITY}.`);
  if (!whole(line.goodsValueMadMinor, 1, 1e12)) say('VALUE_INVALID', 'The price of this piece must be more than zero.');
  if (!whole(line.netWeightGrams, 1, MAX_GRAMS)) say('NET_WEIGHT_INVALID', 'The net weight must be more than zero and at most a tonne.');
  if (!whole(line.grossWeightGrams, 1, MAX_GRAMS)) say('GROSS_WEIGHT_INVALID', 'The gross weight must be more than zero and at most a tonne.');
  else if (line.netWeightGrams > line.grossWeightGrams) say('NET_ABOVE_GROSS', 'The net weight cannot be above the gross weight, which includes the packing.');
  for (const size of [line.lengthMm, line.widthMm, line.heightMm]) {
    if (!whole(size, 1, MAX_MM)) return say('SIZE_INVALID', `Length, width and height must each be from 1 to ${MAX_MM} mm.`);
  }
}

function whole(value: number, from: number, to: number): boolean {
  return Number.isSafeInteger(value) && value >= from && value <= to;
}
