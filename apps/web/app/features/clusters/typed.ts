import { ROLES, type Fee, type FeeSums } from './queries.js';

/** What a form's boxes say, in the figures the house counts in. */
export function hundredths(text: string): number {
  const plain = text.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660)).replace(/[\s %]/g, '').replace(/[,٫]/, '.');
  if (plain === '') return 0;
  // What cannot be read goes on as no number, and is refused where the rule is.
  return /^\d+(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : -1;
}

export function whole(text: string, otherwise: number): number {
  const plain = text.trim().replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660));
  if (plain === '') return otherwise;
  return /^\d{1,9}$/.test(plain) ? Number(plain) : -1;
}

/** Four boxes for each role: percent of the price, dirhams a piece, a kilogram, an order. */
export function feesTyped(form: FormData): Fee[] {
  const of = (name: string): number => hundredths(String(form.get(name) ?? ''));
  return ROLES.map((role) => ({ role, bp: of(`${role}-part`), itemMinor: of(`${role}-item`), kgMinor: of(`${role}-kg`), orderMinor: of(`${role}-order`) })).filter(
    (fee) => fee.bp !== 0 || fee.itemMinor !== 0 || fee.kgMinor !== 0 || fee.orderMinor !== 0,
  );
}

/** The box in which a part of the fees was typed, `fees.1.itemMinor`. */
export function feeBox(fees: readonly Fee[], field: string): string {
  const [, at, part] = /^fees\.(\d+)\.(bp|itemMinor|kgMinor|orderMinor)$/.exec(field) ?? [];
  const boxes: Readonly<Record<string, string>> = { bp: 'part', itemMinor: 'item', kgMinor: 'kg', orderMinor: 'order' };
  return at === undefined || part === undefined ? field : `${fees[Number(at)]?.role}-${boxes[part]}`;
}

/** The fee that stood on the page when she pressed. */
export function feeRead(form: FormData): { feeBp: number; feeItemMinor: number; feeKgMinor: number; feeOrderMinor: number } {
  const of = (name: string): number => Number(form.get(name)) || 0;
  return { feeBp: of('feeBp'), feeItemMinor: of('feeItemMinor'), feeKgMinor: of('feeKgMinor'), feeOrderMinor: of('feeOrderMinor') };
}

export function isSameFee(a: FeeSums, b: FeeSums): boolean {
  return a.feeBp === b.feeBp && a.feeItemMinor === b.feeItemMinor && a.feeKgMinor === b.feeKgMinor && a.feeOrderMinor === b.feeOrderMinor;
}

/** The last part of a piece's address, however much of it was pasted. */
export function slugIn(address: string): string {
  return /([a-z0-9-]+)\/?(?:[?#].*)?$/.exec(address.trim())?.[1] ?? '';
}

/** One outlet on each line: its name, a comma, its town. */
export function outletsTyped(text: string): { name: string; city: string }[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [name = '', ...city] = line.split(/[,،]/);
      return { name: name.trim(), city: city.join(',').trim() };
    });
}
