import { remark } from './basis.js';
import type { QuoteLineRequest, QuoteRequest, Remark } from './quote.js';
import type { RemarkCode } from '../words/remarks.js';
import type { Params } from '../words/saying.js';

export const MAX_LINES = 400;
export const MAX_QUANTITY = 10_000;
/** A single piece beyond a tonne or five metres goes by a quotation of its own. */
const MAX_GRAMS = 1_000_000;
const MAX_MM = 5_000;

/** Everything about a request that no reference data could mend. Empty when it can be priced. */
export function faultsOf(request: QuoteRequest): Remark[] {
  const faults: Remark[] = [];
  if (request.lines.length === 0) faults.push(remark('NO_LINES'));
  if (request.lines.length > MAX_LINES) faults.push(remark('TOO_MANY_LINES', { count: request.lines.length, max: MAX_LINES }));
  for (const line of request.lines.slice(0, MAX_LINES)) faultsOfLine(line, faults);
  return faults;
}

function faultsOfLine(line: QuoteLineRequest, faults: Remark[]): void {
  const say = (code: RemarkCode, params: Params = {}): void => void faults.push(remark(code, params, line.key));
  if (line.currency !== undefined && line.currency !== 'MAD') say('VALUE_CURRENCY', { currency: line.currency.slice(0, 20) });
  if (line.hsCode === null || line.hsCode === '') say('HS_MISSING');
  else if (!/^\d{6}$/.test(line.hsCode)) say('HS_INVALID', { code: line.hsCode.slice(0, 20) });
  if (!whole(line.quantity, 1, MAX_QUANTITY)) say('QUANTITY_INVALID', { max: MAX_QUANTITY });
  if (!whole(line.goodsValueMadMinor, 1, 1e12) || !whole(line.onceMadMinor ?? 0, 0, 1e12)) say('VALUE_INVALID');
  if (!whole(line.netWeightGrams, 1, MAX_GRAMS)) say('NET_WEIGHT_INVALID');
  if (!whole(line.grossWeightGrams, 1, MAX_GRAMS)) say('GROSS_WEIGHT_INVALID');
  else if (line.netWeightGrams > line.grossWeightGrams) say('NET_ABOVE_GROSS');
  for (const size of [line.lengthMm, line.widthMm, line.heightMm]) {
    if (!whole(size, 1, MAX_MM)) return say('SIZE_INVALID', { max: MAX_MM });
  }
}

function whole(value: number, from: number, to: number): boolean {
  return Number.isSafeInteger(value) && value >= from && value <= to;
}
