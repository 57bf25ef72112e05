import { hsCode, lineOfText } from '#libs/kernel';
import type { TradeLine } from './trade.js';

export const CORRECTABLE = ['title_en', 'title_fr', 'hs_code', 'net_weight_grams'] as const;
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
  return lineOfText(value, 300, 'value');
}

/** The line as papers say it. Quantities and prices are the offer's and cannot be corrected. */
export function corrected(line: TradeLine, corrections: readonly Correction[]): TradeLine {
  return corrections
    .filter((c) => c.line === line.number)
    .reduce<TradeLine>((l, { field, value }) => {
      if (field === 'title_en') return { ...l, title: { ...l.title, en: value } };
      if (field === 'title_fr') return { ...l, title: { ...l.title, fr: value } };
      if (field === 'hs_code') return { ...l, hsCode: value, commodityCode: null };
      return { ...l, netWeightGrams: Number(value) };
    }, line);
}
