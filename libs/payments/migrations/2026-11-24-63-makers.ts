import type { Migration } from '#libs/platform';

export const payments63: Migration = {
  id: '2026-11-24-63-payments-makers',
  sql: /* sql */ `
-- A cluster is paid by its works, each an earning of its own; a maker of a shared order by the pieces she made.
alter table payments.earning
  add column role text not null default '' check (role in ('', 'coordinator', 'collection', 'quality', 'packing')),
  add column pieces int check (pieces > 0),
  drop constraint earning_order_id_line_beneficiary_kind_beneficiary_id_key,
  add unique (order_id, line, beneficiary_kind, beneficiary_id, role);

-- The split as the pro forma promised it, once the lots of a shared order have said who made what.
alter table payments.order_money add column promised jsonb;
`,
};
