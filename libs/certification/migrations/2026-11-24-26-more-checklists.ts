import type { Migration } from '#libs/platform';
import { MARKS, MORE_RULES, MORE_VARIANTS } from './more-checklists.js';

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]::text[]`;
  return `'${String(value).replaceAll("'", "''")}'`;
};
const insert = (table: string, columns: string, rows: readonly (readonly unknown[])[]): string =>
  `insert into certification.${table} (${columns}) values\n  ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(',\n  ')};`;

/** The rules of the other branches, and the marks, as they stood on 24 November 2026. */
export const certification26: Migration = {
  id: '2026-11-24-26-more-checklists',
  sql: [
    insert('variant', 'product_type, code, en, fr, ar, food_contact, position', MORE_VARIANTS.map((row, i) => [...row, 100 + i])),
    insert(
      'rule',
      'product_type, code, variants, kind, en, fr, ar, unit, required, plausible_min, plausible_max, limit_max, limit_exclusive, form, flagged, lifted_by, position, valid_from, valid_until, source, checked_on, confidence',
      MORE_RULES.map((r, i) => [
        r.type, r.code, r.variants, r.kind, ...r.says, r.unit, r.required ?? true, r.plausible?.[0], r.plausible?.[1], r.max ?? r.below, r.below !== undefined, r.form, r.flagged, r.liftedBy,
        1000 + i, r.from ?? '2026-11-24', r.until, r.source, '2026-11-24', r.confidence ?? 'sourced',
      ]),
    ),
    insert('mark', 'code, scheme, level, en, fr, ar, product_type, centre_id, valid_from, source, checked_on, confidence', MARKS),
  ].join('\n'),
};
