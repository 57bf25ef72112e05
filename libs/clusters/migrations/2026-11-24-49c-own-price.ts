import type { Migration } from '#libs/platform';

export const clusters49c: Migration = {
  id: '2026-11-24-49c-own-price',
  sql: /* sql */ `
-- The cluster's own price for a member's piece, where she lets it set one. Null: as she accepted, also when she accepts something else.
alter table clusters.offer
  add column asked_bp int check (asked_bp between 0 and 3333),
  add column asked_item_minor int check (asked_item_minor between 0 and 500000);
update clusters.offer o set
    asked_bp = case when o.fee_bp <> m.fee_bp then o.fee_bp end,
    asked_item_minor = case when o.fee_item_minor <> m.fee_item_minor then o.fee_item_minor end
  from clusters.member m where m.cluster_id = o.cluster_id and m.artisan_id = o.artisan_id;
-- The same of offers that wait for the end of a sale.
update clusters.collective_piece p set before = p.before || jsonb_build_object('asked', jsonb_build_object(
    'bp', case when (p.before #>> '{fee,bp}')::int <> m.fee_bp then (p.before #>> '{fee,bp}')::int end,
    'itemMinor', case when (p.before #>> '{fee,itemMinor}')::int <> m.fee_item_minor then (p.before #>> '{fee,itemMinor}')::int end))
  from clusters.collective_sale s, clusters.member m
  where s.id = p.sale_id and m.cluster_id = s.cluster_id and m.artisan_id = p.artisan_id and p.before is not null;
`,
};
