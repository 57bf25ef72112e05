import type { Migration } from '#libs/platform';

export const registry11: Migration = {
  id: '2026-11-24-11-claims',
  sql: /* sql */ `
-- The checklist of a claim. A line that changes gets an end and a successor.
create table registry.claim_item (
  code text not null,
  kind text not null check (kind in ('accept', 'text', 'document')),
  en text not null,
  fr text not null,
  ar text not null,
  required boolean not null,
  position smallint not null,
  valid_from date not null,
  valid_until date,
  primary key (code, valid_from)
);
insert into registry.claim_item (code, kind, required, position, valid_from, en, fr, ar) values
  ('terms', 'accept', true, 1, '2026-01-01', 'I accept the terms of the house', 'J’accepte les conditions de la maison', 'أقبل شروط الدار'),
  ('privacy', 'accept', true, 2, '2026-01-01', 'My register data may be shown to buyers: name, craft, region', 'Mes données du registre peuvent être montrées aux acheteurs : nom, métier, région', 'يمكن عرض معطياتي في السجل على المشترين: الاسم والحرفة والجهة'),
  ('phone', 'text', true, 3, '2026-01-01', 'Telephone', 'Téléphone', 'الهاتف'),
  ('address', 'text', true, 4, '2026-01-01', 'Address of the workshop', 'Adresse de l’atelier', 'عنوان الورشة'),
  ('identity-card', 'document', true, 5, '2026-01-01', 'National identity card', 'Carte nationale d’identité', 'البطاقة الوطنية للتعريف'),
  ('professional-card', 'document', false, 6, '2026-01-01', 'Professional card of the chamber', 'Carte professionnelle de la chambre', 'البطاقة المهنية للغرفة');

create table registry.claim (
  id uuid primary key,
  artisan_id uuid not null references registry.artisan,
  account_id uuid not null,
  region_code text not null references registry.region,
  state text not null check (state in ('open', 'submitted', 'returned', 'approved', 'refused', 'withdrawn')),
  answers jsonb not null,
  decision_reason text,
  opened_at timestamptz not null,
  submitted_at timestamptz,
  due_at timestamptz
);
create unique index one_open_claim on registry.claim (account_id) where state in ('open', 'submitted', 'returned');
create index claim_queue on registry.claim (region_code, due_at, id) where state = 'submitted';

-- Papers are private: the holder and the officers of the region alone read them.
create table registry.claim_document (
  id uuid primary key,
  claim_id uuid not null references registry.claim,
  item text not null,
  storage_key text not null,
  content_type text not null,
  sha256 text not null,
  size integer not null,
  at timestamptz not null
);
create index claim_document_claim on registry.claim_document (claim_id, at);

create table registry.claim_step (
  id bigint generated always as identity primary key,
  claim_id uuid not null references registry.claim,
  verb text not null,
  at timestamptz not null,
  account_id uuid,
  actor_name text not null,
  reason text
);
create index claim_step_claim on registry.claim_step (claim_id, id);
create trigger claim_step_append_only before update or delete on registry.claim_step for each row execute function platform.refuse_change();

-- Which end of a registration was announced to its holder.
create table registry.end_notice (
  artisan_id uuid not null references registry.artisan,
  valid_until date not null,
  at timestamptz not null,
  primary key (artisan_id, valid_until)
);

-- Tries to find oneself, so that nobody goes through the register by guessing.
create table registry.find_try (account_id uuid not null, at timestamptz not null);
create index find_try_account on registry.find_try (account_id, at);
`,
};
