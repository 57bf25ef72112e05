import { freeText, hsCode, lineOfText, type Locale, LOCALES } from '#libs/kernel';
import { catalogErrors } from '../catalog.errors.js';
import { checkPrice, readDirhams } from '../price/amount.js';
import { materials as materialWords } from '../trade-words/materials.js';
import { operations as operationWords } from '../trade-words/operations.js';
import { techniques as techniqueWords } from '../trade-words/techniques.js';
import type { Material, Product, Translations } from './product.js';

type Maybe<T> = T | null | undefined;

export interface MaterialInput {
  code: string;
  name?: Maybe<string>;
  percent: number;
  originCountry?: Maybe<string>;
  scientificName?: Maybe<string>;
  hsCode?: Maybe<string>;
  /** Dirhams as typed. */
  cost?: Maybe<string>;
  originProof?: Maybe<boolean>;
}

/** What a maker sends while writing a piece. Left out means unchanged, null means taken back: forms save themselves bit by bit. */
export interface DraftInput {
  title?: Maybe<Partial<Record<Locale, Maybe<string>>>>;
  story?: Maybe<Partial<Record<Locale, Maybe<string>>>>;
  branch?: Maybe<string>;
  techniques?: Maybe<readonly string[]>;
  materials?: Maybe<readonly MaterialInput[]>;
  operations?: Maybe<readonly string[]>;
  /** Dirhams as typed. */
  workCost?: Maybe<string>;
  hsCode?: Maybe<string>;
  /** Dirhams as typed. */
  price?: Maybe<string>;
  priceMinor?: Maybe<number>;
  netWeightGrams?: Maybe<number>;
  grossWeightGrams?: Maybe<number>;
  lengthMm?: Maybe<number>;
  widthMm?: Maybe<number>;
  heightMm?: Maybe<number>;
  unique?: Maybe<boolean>;
  leadTimeDays?: Maybe<number>;
  foodContact?: Maybe<boolean>;
}

export const LONGEST = { title: 120, story: 5000, materialName: 60, scientificName: 80 };
/** A parcel that air carriers take as one piece ends well below a tonne and six metres. */
const MOST = { grams: 1_000_000, mm: 10_000, days: 365, techniques: 8, materials: 10, operations: 20 };

/** The piece as it would be after these changes. Refuses what can never be right; what is only missing yet is for `missing()`. */
export function redraft(before: Product, input: DraftInput, branches: ReadonlyMap<string, unknown>): Product {
  const after: Product = {
    ...before,
    title: translations(before.title, input.title, 'title', (text, field) => lineOfText(text, LONGEST.title, field)),
    story: translations(before.story, input.story, 'story', (text, field) => freeText(text, LONGEST.story, field)),
    branch: changed(before.branch, input.branch, (code) => known(code, branches, 'input.branch')),
    techniques: input.techniques === undefined ? before.techniques : techniquesOf(input.techniques ?? []),
    materials: input.materials === undefined ? before.materials : materialsOf(input.materials ?? []),
    operations: input.operations === undefined ? before.operations : operationsOf(input.operations ?? []),
    workMinor: changed(before.workMinor, input.workCost, (typed) => costOf(typed, 'input.workCost')),
    hsCode: changed(before.hsCode, input.hsCode, (code) => hsCode(code, 'input.hsCode')),
    priceMinor: priceAfter(before.priceMinor, input),
    netWeightGrams: changed(before.netWeightGrams, input.netWeightGrams, whole(1, MOST.grams, 'netWeightGrams')),
    grossWeightGrams: changed(before.grossWeightGrams, input.grossWeightGrams, whole(1, MOST.grams, 'grossWeightGrams')),
    lengthMm: changed(before.lengthMm, input.lengthMm, whole(1, MOST.mm, 'lengthMm')),
    widthMm: changed(before.widthMm, input.widthMm, whole(1, MOST.mm, 'widthMm')),
    heightMm: changed(before.heightMm, input.heightMm, whole(1, MOST.mm, 'heightMm')),
    unique: input.unique ?? before.unique,
    leadTimeDays: input.leadTimeDays == null ? before.leadTimeDays : whole(0, MOST.days, 'leadTimeDays')(input.leadTimeDays),
    foodContact: input.foodContact ?? before.foodContact,
  };
  if (after.netWeightGrams !== null && after.grossWeightGrams !== null && after.grossWeightGrams < after.netWeightGrams) {
    throw catalogErrors.CATALOG_WEIGHT_ORDER({}, 'input.grossWeightGrams');
  }
  return after;
}

function changed<T, I>(before: T | null, input: Maybe<I>, read: (input: I) => T): T | null {
  return input === undefined ? before : input === null ? null : read(input);
}

function whole(min: number, max: number, name: string): (value: number) => number {
  return (value) => {
    if (!Number.isInteger(value) || value < min || value > max) throw catalogErrors.CATALOG_NUMBER_RANGE({ min, max }, `input.${name}`);
    return value;
  };
}

function known(code: string, words: ReadonlyMap<string, unknown>, field: string): string {
  if (!words.has(code)) throw catalogErrors.CATALOG_WORD_UNKNOWN({ word: code.slice(0, 40) }, field);
  return code;
}

/** An emptied box is a translation taken back, not an error. */
function translations(before: Translations, input: DraftInput['title'], name: string, read: (text: string, field: string) => string): Translations {
  if (input === undefined) return before;
  const after: Record<Locale, string | null> = input === null ? { en: null, fr: null, ar: null } : { ...before };
  for (const locale of LOCALES) {
    const text = input?.[locale];
    if (text !== undefined) after[locale] = text === null || text.trim() === '' ? null : read(text, `input.${name}.${locale}`);
  }
  return after;
}

function priceAfter(before: number | null, input: DraftInput): number | null {
  if (input.price != null && input.priceMinor != null) throw catalogErrors.CATALOG_PRICE_TWICE({}, 'input.price');
  if (input.price != null) return readDirhams(input.price, 'input.price');
  if (input.priceMinor != null) return checkPrice(input.priceMinor, 'input.priceMinor');
  return input.price === null || input.priceMinor === null ? null : before;
}

function techniquesOf(codes: readonly string[]): string[] {
  if (codes.length > MOST.techniques) throw catalogErrors.CATALOG_NUMBER_RANGE({ min: 0, max: MOST.techniques }, 'input.techniques');
  return [...new Set(codes.map((code, i) => known(code, techniqueWords, `input.techniques.${i}`)))];
}

function operationsOf(codes: readonly string[]): string[] {
  if (codes.length > MOST.operations) throw catalogErrors.CATALOG_NUMBER_RANGE({ min: 0, max: MOST.operations }, 'input.operations');
  return [...new Set(codes.map((code, i) => known(code, operationWords, `input.operations.${i}`)))];
}

/** A cost may be nothing at all, where a price may not: wool of one's own sheep. */
function costOf(typed: string, field: string): number {
  return /^0+([.,]0*)?$/.test(typed.trim()) ? 0 : readDirhams(typed, field);
}

function materialsOf(list: readonly MaterialInput[]): Material[] {
  if (list.length > MOST.materials) throw catalogErrors.CATALOG_NUMBER_RANGE({ min: 0, max: MOST.materials }, 'input.materials');
  const read = list.map((input, i) => materialOf(input, `input.materials.${i}`));
  const total = read.reduce((sum, material) => sum + material.percent, 0);
  // A form saves itself half filled: too little is for completeness.ts, too much is wrong already.
  if (total > 100) throw catalogErrors.CATALOG_MATERIALS_TOTAL({ total }, 'input.materials');
  return read;
}

function materialOf(input: MaterialInput, field: string): Material {
  const word = materialWords.get(known(input.code, materialWords, `${field}.code`))!;
  const country = (input.originCountry ?? 'MA').trim().toUpperCase();
  if (!/^[A-Z]{2}$/.test(country) || !isCountry(country)) throw catalogErrors.CATALOG_COUNTRY_UNKNOWN({ code: country.slice(0, 10) }, `${field}.originCountry`);
  if (!Number.isInteger(input.percent) || input.percent < 1 || input.percent > 100) throw catalogErrors.CATALOG_NUMBER_RANGE({ min: 1, max: 100 }, `${field}.percent`);
  const line = (text: Maybe<string>, max: number, name: string): string | null => (text == null || text.trim() === '' ? null : lineOfText(text, max, `${field}.${name}`));
  return {
    code: input.code,
    name: line(input.name, LONGEST.materialName, 'name'),
    percent: input.percent,
    originCountry: country,
    scientificName: line(input.scientificName, LONGEST.scientificName, 'scientificName') ?? word.scientificName ?? null,
    hsCode: input.hsCode == null || input.hsCode.trim() === '' ? null : materialCode(input.hsCode, `${field}.hsCode`),
    costMadMinor: input.cost == null || input.cost.trim() === '' ? null : costOf(input.cost, `${field}.cost`),
    originProof: input.originProof ?? false,
  };
}

/** A heading is enough: four digits, or the whole six. */
function materialCode(typed: string, field: string): string {
  const digits = typed.replace(/[\s.]/g, '');
  if (!/^(\d{4}|\d{6})$/.test(digits)) throw catalogErrors.CATALOG_MATERIAL_CODE({ code: typed.slice(0, 20) }, field);
  return digits;
}

const COUNTRY_NAMES = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
/** Codes that CLDR names although ISO 3166-1 gives them to no country (read 2026-11-24). */
const NOT_COUNTRIES = new Set(['EU', 'EZ', 'UN', 'ZZ', 'XA', 'XB', 'XK', 'QO', 'AC', 'CP', 'CQ', 'DG', 'EA', 'IC', 'TA']);

function isCountry(code: string): boolean {
  return COUNTRY_NAMES.of(code) !== undefined && !NOT_COUNTRIES.has(code);
}
