import type { z } from 'zod';
import { WORDS } from './problem-words.js';
import { problem, type Problem } from './problems.js';
import type { Labels, Sheet } from './sheet.js';
import type { Trade } from '../trade/trade.js';

export const PAPER_KINDS = [
  'pro_forma',
  'commercial_invoice',
  'packing_list',
  'us_origin_declaration',
  'eur1_data',
  'eur1_form',
  'eur_med_data',
  'eur_med_form',
  'arab_certificate',
  'form_a_data',
  'cn22',
  'cn23',
  'dum_data',
  'exchange_commitment',
  'shipping_instructions',
  'air_waybill_draft',
  'cmr_draft',
  'bill_of_lading_draft',
  'wood_packaging',
  'fibre_label',
  'gpsr_data',
  'ceramics_declaration',
  'carpet_stamps',
  'piece_passports',
] as const;
export type PaperKind = (typeof PAPER_KINDS)[number];

/** What is settled before a paper is laid out: it is committed with the paper's row. */
export interface Issue {
  readonly number: string;
  readonly version: number;
  readonly issuedOn: string;
}

/** Papers refer to one another by number, so numbers are known before anything is quoted. */
export interface References {
  readonly invoiceNumber: string;
  readonly invoicedOn: string;
}

/**
 * A kind of paper. `quote` takes from the trade what the paper says and nothing more: when those figures
 * move the paper is stale, and when others move it is not.
 */
export interface Paper<D> {
  readonly kind: PaperKind;
  /** `CI` of `CI-2026-000001`; the pro forma keeps the order's number. */
  readonly series: string | null;
  readonly title: Required<Labels>;
  readonly contract: z.ZodType<D>;
  /** The box a field of the contract is printed in. */
  readonly boxes: Readonly<Record<string, string>>;
  /** The boxes are those of a form somebody else printed, and numbered by it. */
  readonly form?: true;
  /** Languages it is printed in; without it English and French, names and titles also in Arabic. */
  languages?(data: D): readonly string[];
  quote(trade: Trade, references: References): unknown;
  check(data: D): Problem[];
  lay(data: D, issue: Issue): Sheet;
}

/** A paper whose data's type is known to itself alone. */
export interface AnyPaper {
  readonly kind: PaperKind;
  readonly series: string | null;
  readonly title: Required<Labels>;
  quote(trade: Trade, references: References): unknown;
  problems(quoted: unknown): Problem[];
  /** The box a field of the data is printed in: `lines.hsCode`. */
  boxOf(path: string): string;
  languages(quoted: unknown): readonly string[];
  sheet(quoted: unknown, issue: Issue): Sheet;
}

/** Boxes and columns that carry the same name on every paper of the house. */
const HOUSE_BOXES: Readonly<Record<string, string>> = {
  seller: 'Exporter', sellerName: 'Exporter', consignee: 'Consignee', buyer: 'Buyer', country: 'Country of destination', importerReference: 'Importer’s reference', invoice: 'Invoice', incoterm: 'Terms of delivery',
  packing: 'Packages', 'packing.packages': 'Packages', 'packing.grossWeightGrams': 'Total gross weight', goodsMinor: 'Value of the goods', charges: 'Totals', reference: 'Proof of origin', origin: 'Proof of origin', identifier: 'Item number', transport: 'Carriage',
  lines: 'Goods', 'lines.title': 'Description', 'lines.materials': 'Description', 'lines.lengthMm': 'Description', 'lines.makerName': 'Maker', 'lines.hsCode': 'HS code', 'lines.commodityCode': 'HS code', 'lines.originCountry': 'Origin',
  'lines.quantity': 'Quantity', 'lines.netWeightGrams': 'Net weight', 'lines.grossWeightGrams': 'Gross weight', 'lines.amountMinor': 'Amount', 'lines.certificateNumber': 'Description',
};
const HOUSE_LANGUAGES = ['en', 'fr', 'ar'];

/** A fault of a contract that has words of its own, or what stands for the checker's: a reader of papers knows no types. */
function faultOf({ code, message }: { code?: string; message: string }): string {
  if (Object.hasOwn(WORDS, message)) return message;
  return code === 'invalid_type' ? 'it is empty' : 'it is not usable';
}

export function paper<D>(definition: Paper<D>): AnyPaper {
  const boxes = definition.form ? definition.boxes : { ...HOUSE_BOXES, ...definition.boxes };
  const boxOf = (path: readonly PropertyKey[]): string => {
    for (let n = path.length; n > 0; n--) {
      const box = boxes[path.slice(0, n).filter((key) => typeof key === 'string').join('.')];
      if (box !== undefined) return box;
    }
    return path.join('.');
  };
  return {
    kind: definition.kind,
    series: definition.series,
    title: definition.title,
    boxOf: (path) => boxOf(path.split('.')),
    quote: (trade, references) => {
      const quoted = definition.quote(trade, references);
      // What the contract does not name is dropped, so that it cannot make the paper stale.
      const parsed = definition.contract.safeParse(quoted);
      return parsed.success ? parsed.data : quoted;
    },
    problems: (quoted) => {
      const parsed = definition.contract.safeParse(quoted);
      if (parsed.success) return definition.check(parsed.data);
      return parsed.error.issues.map((issue) => problem('FIELD_MISSING', boxOf(issue.path), { detail: faultOf(issue) }));
    },
    languages: (quoted) => {
      const parsed = definition.contract.safeParse(quoted);
      return (parsed.success ? definition.languages?.(parsed.data) : undefined) ?? HOUSE_LANGUAGES;
    },
    sheet: (quoted, issue) => definition.lay(definition.contract.parse(quoted), issue),
  };
}
