import { hsCode, lineOfText } from '#libs/kernel';
import { exportDocumentsErrors } from '../export-documents.errors.js';
import type { TradeLine } from './trade.js';

export const CORRECTABLE = ['title_en', 'title_fr', 'title_ar', 'hs_code', 'net_weight_grams', 'materials'] as const;
export type CorrectedField = (typeof CORRECTABLE)[number];

/** One word of the desk or the exporter on one field of one line; the last on a field counts. */
export interface Correction {
  readonly line: number;
  readonly field: CorrectedField;
  readonly value: string;
}

/** The value as it may be kept, or the refusal of its own rule. */
export function readCorrection(field: CorrectedField, value: string): string {
  if (field === 'hs_code') return hsCode(value, 'value');
  if (field === 'net_weight_grams') return String(Math.min(Math.max(Math.trunc(Number(value)) || 0, 0), 1_000_000_000));
  if (field === 'materials') return readMaterials(value).map((m) => `${m.percent} % ${m.name}`).join(', ');
  return lineOfText(value, 300, 'value');
}

/** `60 % viscose, 40 % cotton`: what a laboratory found, a hundred in all. */
function readMaterials(value: string): { percent: number; name: string }[] {
  const found = lineOfText(value, 300, 'value').split(',').map((part) => /^\s*(\d{1,3}(?:\.\d)?)\s*%?\s+(.+?)\s*$/.exec(part));
  const parts = found.flatMap((match) => (match ? [{ percent: Number(match[1]), name: match[2]! }] : []));
  const whole = parts.reduce((sum, part) => sum + part.percent * 10, 0) === 1000;
  if (parts.length !== found.length || !whole) throw exportDocumentsErrors.EXPORT_MATERIALS_UNREADABLE({}, 'value');
  return parts;
}

/** The line as papers say it. Quantities and prices are the offer's and cannot be corrected. */
export function corrected(line: TradeLine, corrections: readonly Correction[]): TradeLine {
  return corrections
    .filter((c) => c.line === line.number)
    .reduce<TradeLine>((l, { field, value }) => {
      if (field === 'title_en') return { ...l, title: { ...l.title, en: value } };
      if (field === 'title_fr') return { ...l, title: { ...l.title, fr: value } };
      if (field === 'title_ar') return { ...l, title: { ...l.title, ar: value } };
      // A laboratory names fibres, not where they grew: origin stays as the maker declared it, in the same order.
      if (field === 'materials') return { ...l, making: null, materials: readMaterials(value).map((m, i) => ({ ...m, originCountry: (l.materials[i] ?? l.materials.at(-1))?.originCountry ?? l.originCountry, scientificName: l.materials[i]?.scientificName ?? null })) };
      if (field === 'hs_code') return { ...l, hsCode: value, commodityCode: null };
      return { ...l, netWeightGrams: Number(value) };
    }, line);
}
