import { z } from 'zod';
import { WAYS, WOOD } from '../trade/transport.js';
import { ORIGIN_REASONS } from './problem-words.js';

/** The data contracts papers are made of. They ask for what no paper can do without; finer faults are `checks.ts`. */
const said = z.string().trim().min(1, 'it is empty');
const maybe = z.string().nullable();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'it is not a day');
const minor = z.number().int().min(0);
const grams = z.number().int().min(0);

export const seller = z.object({
  name: said,
  nameArabic: maybe,
  address: z.array(z.string()),
  phone: maybe,
  email: maybe,
  ice: maybe,
  tradeRegister: maybe,
  taxNumber: maybe,
  signatory: maybe,
  capacity: maybe,
  city: z.string(),
  approvedExporter: maybe,
  registerNumber: maybe,
  exporterFile: maybe,
  representativeEori: maybe,
});

export const consignee = z.object({
  name: said,
  line1: said,
  line2: maybe,
  city: said,
  postalCode: maybe,
  region: maybe,
  country: z.string(),
  phone: z.string(),
});

export const buyer = z.object({ name: said, email: z.string(), kind: z.enum(['consumer', 'business']), taxId: maybe });

export const material = z.object({ name: said, percent: z.number().min(0).max(100).nullable(), originCountry: z.string(), scientificName: maybe });

/** What a centre's certificate vouches for, as papers cite it. */
export const evidence = z.object({
  number: said,
  label: maybe,
  grade: maybe,
  foodContact: z.boolean(),
  inspector: z.string(),
  validFrom: day,
  page: said,
  found: z.array(z.object({ rule: z.string(), name: z.string(), value: z.number(), unit: z.string() })),
});

/** `44,000` as other figures of the papers; what has decimals stays as it was measured. */
function grouped(value: number): string {
  return Number.isInteger(value) ? String(value).replace(/\B(?=(\d{3})+$)/g, ',') : String(value);
}

/** `Lead 0.2 mg/dm²`: the figures a certificate gives, all or those of some rules. */
export function foundValues(e: Pick<z.infer<typeof evidence>, 'found'>, rules?: readonly string[]): string[] {
  return e.found.filter((f) => rules === undefined || rules.includes(f.rule)).map((f) => `${f.name} ${grouped(f.value)} ${f.unit}`.trim());
}

/** What every paper says of a line. Papers add their own figures to it. */
export const described = z.object({
  number: z.number().int().min(1),
  title: z.object({ en: z.string(), fr: z.string(), ar: z.string() }),
  quantity: z.number().int().min(1, 'the quantity is zero'),
  materials: z.array(material),
  lengthMm: z.number().int().min(0),
  widthMm: z.number().int().min(0),
  heightMm: z.number().int().min(0),
});

export const line = described.extend({
  makerName: z.string(),
  hsCode: z.string(),
  commodityCode: maybe,
  originCountry: z.string().length(2, 'it is not a country code'),
  originRegion: z.string(),
  amountMinor: minor,
  currency: z.string().length(3, 'it is not a currency'),
  netWeightGrams: grams,
  certificateNumber: maybe,
  foodContact: z.boolean(),
  evidence: evidence.pick({ label: true, grade: true, foodContact: true, found: true }).nullable(),
  preference: z.boolean(),
});

export const charges = z.object({
  goodsMinor: minor,
  shippingMinor: minor,
  insuranceMinor: minor,
  dutyMinor: minor,
  taxMinor: minor,
  feeMinor: minor,
  totalMinor: minor,
});

export const customs = z.object({ basis: z.enum(['CIF', 'FOB']), valueMinor: minor, scheme: z.string() });

export const packing = z.object({ measured: z.boolean(), packages: z.number().int().min(1).nullable(), grossWeightGrams: grams });

/** How it travels. Papers of carriage quote all of it; the others take what they print. */
export const transport = z.object({
  way: z.enum(WAYS),
  carrier: maybe,
  number: maybe,
  from: maybe,
  to: maybe,
  vehicle: maybe,
  notify: maybe,
  containers: z.array(z.string()),
  wood: z.enum(WOOD).nullable(),
  woodMark: maybe,
});

export const incoterm = z.object({ code: said, version: said, place: said });
export const origin = z.object({
  proof: z.enum(['none', 'origin_declaration', 'eur1', 'us_declaration', 'arab_certificate', 'form_a', 'desk']),
  why: z.enum(ORIGIN_REASONS),
  mention: z.enum(['NONE', 'REVISED RULES', 'TRANSITIONAL RULES']),
  months: z.number().int().min(1).nullable(),
  reference: maybe,
});
export const invoiceReference = z.object({ number: said, issuedOn: day });
export const proForma = z.object({ number: said, issuedOn: day });

export type Seller = z.infer<typeof seller>;
export type Buyer = z.infer<typeof buyer>;
export type Consignee = z.infer<typeof consignee>;
export type Line = z.infer<typeof line>;
export type Described = z.infer<typeof described>;
export type Transport = z.infer<typeof transport>;
export type Packing = z.infer<typeof packing>;
export type Charges = z.infer<typeof charges>;
