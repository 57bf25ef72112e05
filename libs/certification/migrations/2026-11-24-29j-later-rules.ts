import type { Migration } from '#libs/platform';
import { LATER_RULES, SUCCESSORS, type Successor } from './later-rules.js';

const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return `array[${value.map(literal).join(', ')}]::text[]`;
  return `'${String(value).replaceAll("'", "''")}'`;
};
const or = (value: unknown, column: string): string => (value === null ? column : literal(value));

/** The version in force is given its last day, unless somebody has published a later one. */
const succeed = ({ type, code, says, required, flagged }: Successor): string => `
with before as (
  update certification.rule set valid_until = '2026-11-24' where product_type = ${literal(type)} and code = ${literal(code)} and centre_id is null and valid_until is null and valid_from <= '2026-11-24' returning *
)
insert into certification.rule (product_type, code, variants, kind, en, fr, ar, unit, required, plausible_min, plausible_max, limit_max, limit_exclusive, form, flagged, lifted_by, position, valid_from, source, checked_on, confidence)
select product_type, code, variants, kind, ${['en', 'fr', 'ar'].map((column, i) => or(says?.[i] ?? null, column)).join(', ')}, unit, ${or(required, 'required')}, plausible_min, plausible_max, limit_max, limit_exclusive, form, ${or(flagged, 'flagged')}, lifted_by, position,
  '2026-11-25', source, '2026-11-24', confidence from before;`;

export const certification29j: Migration = {
  id: '2026-11-24-29j-later-rules',
  sql: [
    `insert into certification.rule (product_type, code, variants, kind, en, fr, ar, unit, required, plausible_min, plausible_max, limit_max, limit_exclusive, position, valid_from, valid_until, source, checked_on, confidence) values\n  ${LATER_RULES.map(
      (r, i) => `(${[r.type, r.code, r.variants, r.kind, ...r.says, r.unit, r.required ?? true, r.plausible?.[0], r.plausible?.[1], r.max, false, 2000 + i, r.from ?? '2026-11-25', r.until, r.source, '2026-11-24', r.confidence ?? 'sourced'].map(literal).join(', ')})`,
    ).join(',\n  ')};`,
    ...SUCCESSORS.map(succeed),
  ].join('\n'),
};
