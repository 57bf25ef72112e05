import type { Migration } from '#libs/platform';

export const catalog39a: Migration = {
  id: '2026-11-24-39a-certified-lots',
  sql: /* sql */ `
-- The pieces a certificate of a lot speaks for. Each is named once: a piece added when the lot is used up is not under it.
create table catalog.certified_lot (
  certificate_number text primary key,
  product_id uuid not null references catalog.product (id),
  size integer not null check (size > 0),
  named integer not null default 0 check (named between 0 and size)
);
create index certified_lot_of_product on catalog.certified_lot (product_id);

alter table catalog.unit add column certificate_number text references catalog.certified_lot (certificate_number);

-- True: only units of the very certificate on the listing can be sold.
alter table catalog.product
  add column certificate_of_lot boolean not null default false,
  add constraint lot_is_of_a_certificate check (not certificate_of_lot or certificate_number is not null);

-- Until now a piece's certificate covered its whole stock. What was on sale under one stays under it; what is added from now on is counted.
insert into catalog.certified_lot (certificate_number, product_id, size)
select c.number, p.id, greatest(coalesce(c.lot_size, 1), (select count(*) from catalog.unit u where u.product_id = p.id and u.state <> 'sold'))
from catalog.product p join certification.certificate c on c.number = p.certificate_number and c.piece_id = p.id
where not p.is_unique;
`,
};
