import type { Migration } from '#libs/platform';

export const orders53: Migration = {
  id: '2026-11-24-53-claims',
  sql: /* sql */ `
-- The owner of an order moves once: from a guest to the account that opened it with the key of its letter.
create or replace function orders.keep_pro_forma() returns trigger language plpgsql as $$
begin
  if new.state is distinct from old.state and pg_trigger_depth() < 2 then
    raise exception 'the state of an order moves by its history' using errcode = 'restrict_violation';
  end if;
  if (new.id, new.basket_id, new.number, new.exporter_id, new.pro_forma, new.placed_at)
     is distinct from (old.id, old.basket_id, old.number, old.exporter_id, old.pro_forma, old.placed_at) then
    raise exception 'a pro forma is frozen when the order is placed' using errcode = 'restrict_violation';
  end if;
  if (new.owner is distinct from old.owner) <> (old.claimed_at is null and new.claimed_at is not null) then
    raise exception 'an order moves to an account once' using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
`,
};
