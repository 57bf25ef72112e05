import type { Migration } from '#libs/platform';
import { CENTRES, GRADES, RULES, TYPES, VARIANTS } from './checklists.js';

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]::text[]`;
  return `'${String(value).replaceAll("'", "''")}'`;
};
const insert = (table: string, columns: string, rows: readonly (readonly unknown[])[]): string =>
  `insert into certification.${table} (${columns}) values\n  ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(',\n  ')};`;

/** The checklists as they stood on 24 November 2026. Later changes of law are later migrations. */
export const certification21: Migration = {
  id: '2026-11-24-21-checklists',
  sql: [
    insert('product_type', 'code, piece_years, type_years', TYPES),
    insert('variant', 'product_type, code, en, fr, ar, food_contact, position', VARIANTS.map((row, i) => [...row, i])),
    insert('centre', 'id, prefix, en, fr, ar, region_code, product_types', CENTRES),
    insert(
      'rule',
      'product_type, code, variants, kind, en, fr, ar, unit, required, plausible_min, plausible_max, limit_max, limit_exclusive, position, valid_from, source, checked_on, confidence',
      RULES.map((r, i) => [
        r.type, r.code, r.variants ?? null, r.kind, ...r.says, r.unit ?? null, r.required ?? true, r.plausible?.[0], r.plausible?.[1], r.max ?? r.below, r.below !== undefined, i,
        r.from ?? '2020-07-30', r.source, '2026-11-24', r.confidence ?? 'sourced',
      ]),
    ),
    insert('carpet_grade', 'family, grade, min_knots_per_m2, min_knots_width, min_knots_height, over_knots_per_m2, over_warps_per_dm, over_wefts_per_cm, over_grams_per_m2, valid_from, source, checked_on, confidence', GRADES),
  ].join('\n'),
};
