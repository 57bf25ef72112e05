import { amountIn, countryName, kilograms } from '../trade/figures.js';
import { UNION } from '../trade/origin.js';
import { problem, type Problem } from './problems.js';
import type { Buyer, Charges, Consignee, Line, Packing, Seller } from './contract.js';

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
    if ([l.title.en, l.title.fr].every((t) => !/\p{Script=Latin}{3,}/u.test(t))) return [problem('DESCRIPTION_SCRIPT', 'Description', { line: l.number, country })];
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
    ...measured(packing, 'Gross weight'),
  ];
}

/** Before packing a weight is what makers declared, and the packages are not counted. */
export function measured(packing: Packing, box: string): Problem[] {
  return packing.measured ? [] : [problem('WEIGHT_NOT_MEASURED', box)];
}

/** Assigned codes as of ISO 3166-1, by asking the Unicode data Node carries for a name. */
export function country(c: Pick<Consignee, 'country'>): Problem[] {
  const known = /^[A-Z]{2}$/.test(c.country) && c.country !== 'ZZ' && countryName(c.country) !== c.country;
  return known ? [] : [problem('COUNTRY_UNKNOWN', 'Consignee', { country: c.country })];
}

/** Countries whose addresses have no postal code, among those the house may send to (UPU addressing; general knowledge, 2026-11-24). */
const WITHOUT_CODE = new Set(['AE', 'QA', 'HK', 'YE', 'LY', 'SY']);

/** An incomplete address is the third cause of held parcels (WCO News on electronic advance data, read 2026-11-24). */
export function addresses(c: Pick<Consignee, 'country' | 'postalCode' | 'region' | 'phone'>): Problem[] {
  const missing = [
    ...(c.postalCode === null && !WITHOUT_CODE.has(c.country) ? ['postal_code'] : []),
    ...((c.country === 'US' || c.country === 'CA') && c.region === null ? ['region'] : []),
    ...((c.phone.match(/\d/g) ?? []).length < 6 ? ['telephone'] : []),
  ];
  return missing.length === 0 ? [] : [problem('ADDRESS_INCOMPLETE', 'Consignee', { missing })];
}

/** A business clears under its own number; without it the carrier stops to ask (cause 10 of the domain's list). */
export function importerId(b: Buyer): Problem[] {
  return b.kind === 'business' && b.taxId === null ? [problem('IMPORTER_ID_MISSING', 'Buyer')] : [];
}

/** Duty paid for the buyer needs somebody registered where it is paid (cause 10); a low-value declaration under IOSS has its own number. */
export function representative(s: Seller, incoterm: string, scheme: string, destination: string): Problem[] {
  const asked = destination === 'GB' || (UNION as readonly string[]).includes(destination);
  return asked && incoterm === 'DDP' && scheme !== 'IOSS' && s.representativeEori === null ? [problem('REPRESENTATIVE_MISSING', 'Exporter')] : [];
}

/** Chapters that go by their material: a code that does not fit what the piece is made of is stopped. General knowledge, 2026-11-24. */
const MADE_OF: readonly { readonly prefix: string; readonly says: string; readonly material: RegExp }[] = [
  { prefix: '42', says: '42', material: /leather|cuir|skin|peau|raffia|textile|cotton|wool|canvas|jute|suede|hide|sheep|goat|kilim|palm|plastic|viscose|silk|polyester/i },
  { prefix: '44', says: '44', material: /wood|bois|thuya|thuja|cedar|c[eè]dre|walnut|noyer|oak|lemon|juniper|olive|bamboo|mdf|ply|ebony|citron|walnut|acajou|mahogany|beech|poplar/i },
  { prefix: '57', says: '57', material: /wool|laine|cotton|coton|silk|soie|hair|poil|viscose|jute|sisal|linen|lin\b|flax|hemp|sabra|acryl|polyester|polyam|yarn|fibre|fiber|textile|rag|boucherouite|metal/i },
  { prefix: '69', says: '69', material: /clay|ceramic|terre|earthenware|stoneware|gr[eè]s|porcelain|fa[iï]ence|terracotta|argile|pottery|zellij|zellige|glaze/i },
  { prefix: '7113', says: '7113', material: /silver|gold|argent|\bor\b|platinum|vermeil/i },
  { prefix: '74', says: '74', material: /copper|brass|bronze|cuivre|laiton|maillechort|nickel silver|alpaca/i },
];

export function materialsFit(lines: readonly Pick<Line, 'number' | 'hsCode' | 'materials'>[]): Problem[] {
  return lines.flatMap((l) => {
    const rule = MADE_OF.find((r) => l.hsCode.startsWith(r.prefix));
    if (rule === undefined || l.materials.length === 0 || l.materials.some((m) => rule.material.test(`${m.name} ${m.scientificName ?? ''}`))) return [];
    return [problem('HS_MATERIAL_DIFFERS', 'HS code', { line: l.number, code: l.hsCode, material: l.materials.map((m) => m.name) })];
  });
}

/** What the seller's box lacks. Warnings: the desk may know the carrier does without. */
export function sellerDetails(s: Seller): Problem[] {
  const missing = [
    ...(s.address.length === 0 ? ['address'] : []),
    ...(s.ice === null ? ['ice'] : []),
    ...(s.phone === null ? ['telephone'] : []),
    ...(s.signatory === null ? ['signatory'] : []),
    ...(s.exporterFile === null ? ['exporter_file'] : []),
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
