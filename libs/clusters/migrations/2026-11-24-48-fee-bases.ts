import type { Migration } from '#libs/platform';

export const clusters48: Migration = {
  id: '2026-11-24-48-fee-bases',
  sql: /* sql */ `
-- Each role of a cluster is paid by a part of the price, an amount for each piece, an amount for each kilogram, or several of them.
alter table clusters.fee drop constraint fee_bp_check,
  add column item_minor int not null default 0 check (item_minor between 0 and 500000),
  add column kg_minor int not null default 0 check (kg_minor between 0 and 500000),
  add check (bp between 0 and 3333 and bp + item_minor + kg_minor > 0);
-- PostgreSQL numbered this name: clusters.member has a check on its fee_bp that is called the same.
alter table clusters.member_fee drop constraint member_fee_bp_check1,
  add column item_minor int not null default 0 check (item_minor between 0 and 500000),
  add column kg_minor int not null default 0 check (kg_minor between 0 and 500000),
  add check (bp between 0 and 3333 and bp + item_minor + kg_minor > 0);
-- The sums over the roles, beside fee_bp.
alter table clusters.cluster
  add column fee_item_minor int not null default 0 check (fee_item_minor between 0 and 500000),
  add column fee_kg_minor int not null default 0 check (fee_kg_minor between 0 and 500000);
alter table clusters.member
  add column fee_item_minor int not null default 0 check (fee_item_minor between 0 and 500000),
  add column fee_kg_minor int not null default 0 check (fee_kg_minor between 0 and 500000);
-- What the cluster says and asks of its own for a member's product. It goes with the row.
alter table clusters.offer
  add column fee_item_minor int not null default 0 check (fee_item_minor between 0 and 500000),
  add column fee_kg_minor int not null default 0 check (fee_kg_minor between 0 and 500000),
  add column text jsonb,
  add column minimum_quantity int not null default 1 check (minimum_quantity between 1 and 1000),
  add column kept_back int not null default 0 check (kept_back between 0 and 100000);
`,
};
