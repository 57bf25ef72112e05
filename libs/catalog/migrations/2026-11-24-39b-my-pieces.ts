import type { Migration } from '#libs/platform';

export const catalog39b: Migration = {
  id: '2026-11-24-39b-my-pieces',
  sql: /* sql */ `
-- The names of a piece as they are looked for. Beside each place in her list, so that a name is found in the index alone.
alter table catalog.product add column title_sought text generated always as (platform.fold(coalesce(title_en, '') || ' ' || coalesce(title_fr, '') || ' ' || coalesce(title_ar, ''))) stored;
drop index catalog.product_of_artisan;
create index product_of_artisan on catalog.product (artisan_id, created_at desc, id desc) include (title_sought);
create index product_of_artisan_in_state on catalog.product (artisan_id, state, created_at desc, id desc) include (title_sought);

-- What one maker has on sale, in the orders of the shop.
create index product_newest_of_maker on catalog.product (artisan_id, listed_at desc, id desc) where state = 'listed';
create index product_of_maker_by_price on catalog.product (artisan_id, goods_minor, id) where state = 'listed';
`,
};
