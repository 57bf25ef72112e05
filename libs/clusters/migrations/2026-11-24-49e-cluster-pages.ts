import type { Migration } from '#libs/platform';

export const clusters49e: Migration = {
  id: '2026-11-24-49e-cluster-pages',
  sql: /* sql */ `
-- Every filter of a list has an index in the list's own order: what is rare costs a page, not a walk through all there is.
create index member_of_state on clusters.member (cluster_id, state, changed_at desc, artisan_id desc);
create index offer_of_maker on clusters.offer (cluster_id, artisan_id, offered_at desc, product_id desc);
create index offer_paused on clusters.offer (cluster_id, offered_at desc, product_id desc) where paused_at is not null;
create index allotment_of_state on clusters.allotment (cluster_id, state, opened_at desc, order_id desc, line desc);
create index lot_of_state on clusters.lot (artisan_id, state, offered_at desc, id desc);
create index sale_of_state on clusters.collective_sale (cluster_id, state, opens_at desc, id desc);
create index cluster_of_region on clusters.cluster (region_code, name, id);
create index cluster_of_branch on clusters.cluster (branch, name, id);
-- What the ones above begin with.
drop index clusters.offer_member;
drop index clusters.allotment_cluster;
drop index clusters.lot_of_artisan;
drop index clusters.collective_sale_of_cluster;
`,
};
