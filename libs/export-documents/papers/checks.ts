import { amountIn, countryName, kilograms } from '../trade/figures.js';
import { UNION } from '../trade/origin.js';
import { problem, type Problem } from './problems.js';
import type { Charges, Consignee, Line, Packing, Seller } from './contract.js';

/** Words with at least three letters; “A rug of wool” has two. */
const WORD = /\p{Script=Latin}{3,}/gu;
/** Words that say nothing to customs, in the papers' two languages. */
const EMPTY = new Set(['gift', 'gifts', 'sample', 'samples', 'parts', 'clothes', 'goods', 'item', 'items', 'article', 'articles', 'cadeau', 'cadeaux', 'objet', 'divers', 'échantillon', 'the', 'and', 'for', 'with', 'des', 'les', 'une', 'pour', 'avec']);

const wordsOf = (text: string): string[] => (text.toLowerCase().match(WORD) ?? []).filter((word) => !EMPTY.has(word));

/**
 * Vague descriptions are the first cause of stopped parcels (WCO News on electronic advance data, read 2026-11-24).
 * What is printed in the box counts: the title and the materials below it.
 */
export function descriptions(lines: readonly Pick<Line, 'number' | 'title' | 'materials'>[], country: string): Problem[] {
  return lines.flatMap((l) => {
    const titles = [l.title.en, l.title.fr].filter((t) => wordsOf(t).length > 0);
    if ([l.title.en, l.title.fr].every((t) => !/\p{Script=Latin}{3,}/u.test(t))) return [problem('DESCRIPTION_SCRIPT', 'Description', { line: l.number, country: countryName(country) })];
    const materials = l.materials.flatMap((m) => wordsOf(m.name));
    const clear = titles.some((t) => new Set([...wordsOf(t), ...materials]).size >= 3);
    return clear ? [] : [problem('DESCRIPTION_VAGUE', 'Description', { line: l.number })];
  });
}

export function codes(lines: readonly Pick<Line, 'number' | 'hsCode'>[]): Problem[] {
  return lines.filter((l) => !/^(?!00)\d{6}$/.test(l.hsCode)).map((l) => problem('HS_CODE_WRONG', 'HS code', { line: l.number }));
}

export function values(lines: readonly Pick<Line, 'number' | 'amountMinor' | 'currency'>[], currency: string): Problem[] {
  return lines.flatMap((l) => [
    ...(l.amountMinor === 0 ? [problem('VALUE_ZERO', 'Amount', { line: l.number })] : []),
    ...(l.currency !== currency ? [problem('CURRENCIES_MIXED', 'Amount', { line: l.number, currency: l.currency, expected: currency })] : []),
  ]);
}

export function totals(lines: readonly Pick<Line, 'amountMinor'>[], c: Charges, currency: string): Problem[] {
  const goods = lines.reduce((sum, l) => sum + l.amountMinor, 0);
  const parts = c.goodsMinor + c.shippingMinor + c.insuranceMinor + c.dutyMinor + c.taxMinor + c.feeMinor;
  const differ = (box: string, a: number, b: number): Problem[] => (a === b ? [] : [problem('TOTAL_DIFFERS', box, { parts: amountIn(a, currency), total: amountIn(b, currency) })]);
  return [...differ('Goods', goods, c.goodsMinor), ...differ('Total', parts, c.totalMinor)];
}

export function weights(lines: readonly Pick<Line, 'number' | 'netWeightGrams'>[], packing: Packing): Problem[] {
  const net = lines.reduce((sum, l) => sum + l.netWeightGrams, 0);
  return [
    ...lines.filter((l) => l.netWeightGrams === 0).map((l) => problem('WEIGHT_ZERO', 'Net weight', { line: l.number })),
    ...(net > packing.grossWeightGrams ? [problem('NET_ABOVE_GROSS', 'Gross weight', { net: kilograms(net), gross: kilograms(packing.grossWeightGrams) })] : []),
    ...(packing.measured ? [] : [problem('WEIGHT_NOT_MEASURED', 'Gross weight')]),
  ];
}

/** Assigned codes as of ISO 3166-1, by asking the Unicode data Node carries for a name. */
export function country(c: Pick<Consignee, 'country'>): Problem[] {
  const known = /^[A-Z]{2}$/.test(c.country) && c.country !== 'ZZ' && countryName(c.country) !== c.country;
  return known ? [] : [problem('COUNTRY_UNKNOWN', 'Consignee', { country: c.country })];
}

/** What the seller's box lacks. Warnings: the desk may know the carrier does without. */
export function sellerDetails(s: Seller): Problem[] {
  const missing = [
    ...(s.address.length === 0 ? ['address'] : []),
    ...(s.ice === null ? ['ice'] : []),
    ...(s.phone === null ? ['telephone'] : []),
    ...(s.signatory === null ? ['signatory'] : []),
  ];
  return missing.length === 0 ? [] : [problem('SELLER_INCOMPLETE', 'Exporter', { missing })];
}

/** Ceramics for food are asked for their declaration in the Union and the United Kingdom; carpets for their stamp everywhere. */
export function proofs(lines: readonly Pick<Line, 'number' | 'hsCode' | 'foodContact' | 'evidence'>[], destination: string): Problem[] {
  const declared = destination === 'GB' || (UNION as readonly string[]).includes(destination);
  return lines.flatMap((l) => [
    ...(declared && l.foodContact && l.hsCode.startsWith('69') && !l.evidence?.foodContact ? [problem('FOOD_CONTACT_UNPROVEN', 'Description', { line: l.number })] : []),
    ...(l.hsCode.startsWith('57') && !l.evidence?.label ? [problem('CARPET_NOT_STAMPED', 'Description', { line: l.number })] : []),
  ]);
}
