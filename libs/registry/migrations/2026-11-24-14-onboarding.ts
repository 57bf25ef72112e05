import type { Migration } from '#libs/platform';

export const registry14: Migration = {
  id: '2026-11-24-14-onboarding',
  sql: /* sql */ `
-- Two more kinds of line: a contact proved by a code, and bank details, which lie sealed in the room of payments.
alter table registry.claim_item drop constraint claim_item_kind_check, add constraint claim_item_kind_check check (kind in ('accept', 'text', 'document', 'contact', 'bank'));
-- A telephone is no longer only written down: a code is read on it, or on a letter.
update registry.claim_item set valid_until = '2026-11-23' where code = 'phone' and valid_until is null;
insert into registry.claim_item (code, kind, required, position, valid_from, en, fr, ar) values
  ('contact', 'contact', true, 3, '2026-11-24', 'A telephone or an address that you can be reached by', 'Un téléphone ou une adresse où vous joindre', 'هاتف أو بريد يمكن الاتصال بك عبره'),
  ('bank', 'bank', false, 7, '2026-11-24', 'Bank account (RIB) for your payments', 'Compte bancaire (RIB) pour vos paiements', 'الحساب البنكي (RIB) لتحويل مستحقاتك');

-- A line that the chamber did not ask for in one case: who said so, and why.
create table registry.claim_waiver (
  claim_id uuid not null references registry.claim,
  item text not null,
  reason text not null,
  at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  primary key (claim_id, item)
);
create trigger claim_waiver_append_only before update or delete on registry.claim_waiver for each row execute function platform.refuse_change();
`,
};
