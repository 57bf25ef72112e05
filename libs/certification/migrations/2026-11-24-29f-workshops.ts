import type { Migration } from '#libs/platform';
import { WORKSHOP_RULES } from './workshop-checklist.js';

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;

/** A maker herself is certified: her workshop and her way of working, whatever she makes. */
export const certification29f: Migration = {
  id: '2026-11-24-29f-workshops',
  sql: /* sql */ `
-- Every product type is a branch of the register, but for the workshop, which has a name of its own.
alter table certification.product_type drop constraint product_type_code_fkey;
alter table certification.product_type add column branch text generated always as (case when code <> 'workshop' then code end) stored references registry.branch (code);
alter table certification.product_type add column en text, add column fr text, add column ar text;
alter table certification.product_type add constraint named_unless_a_branch check (num_nonnulls(en, fr, ar) = case when branch is null then 3 else 0 end);

insert into certification.product_type (code, piece_years, type_years, en, fr, ar) values ('workshop', 2, 2, 'Whole workshop', 'Atelier entier', 'الورشة بأكملها');
insert into certification.variant (product_type, code, en, fr, ar, food_contact, position) values
  ('workshop', 'craft', 'Workshop and way of working', 'Atelier et façon de travailler', 'الورشة وطريقة العمل', false, 1000);
insert into certification.rule (product_type, code, kind, en, fr, ar, required, position, valid_from, source, checked_on, confidence) values
  ${WORKSHOP_RULES.map((rule, i) => `('workshop', ${text(rule.code)}, '${rule.kind}', ${rule.says.map(text).join(', ')}, ${rule.required}, ${2000 + i}, '2026-11-24', ${text(rule.source)}, '2026-11-24', '${rule.confidence}')`).join(',\n  ')};
update certification.centre set product_types = array_append(product_types, 'workshop');

-- A workshop is no piece, and no lot of them.
alter table certification.inspection add constraint workshop_whole check (product_type <> 'workshop' or (piece_id is null and lot_size is null));
alter table certification.certificate add constraint workshop_whole check (product_type <> 'workshop' or (piece_id is null and lot_size is null and not food_contact));
`,
};
