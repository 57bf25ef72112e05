import type { Migration } from '#libs/platform';

export const exportDocuments70: Migration = {
  id: '2026-11-24-70-export-documents',
  sql: /* sql */ `
create schema export_documents;

-- What an exporter's box says beyond its name: given once, carried by every later paper.
create table export_documents.exporter (
  kind text not null check (kind in ('artisan', 'cluster')),
  id uuid not null,
  details jsonb not null,
  changed_at timestamptz not null,
  primary key (kind, id)
);

create table export_documents.file (
  id uuid primary key,
  order_id uuid not null unique,
  state text not null check (state in ('drawing', 'blocked', 'complete', 'sent')),
  -- How often it was completed.
  version integer not null default 0,
  buyer_account_id uuid,
  exporter_kind text not null,
  exporter_id uuid not null,
  -- The trade as the papers quote it now.
  trade jsonb,
  -- Measured when the goods were packed.
  packing jsonb,
  consignment_id uuid,
  -- The desk's word on origin: a movement certificate's number or its decision on a southern region.
  origin_reference text,
  -- Papers asked for beyond those the rules require.
  asked text[] not null default '{}',
  opened_at timestamptz not null,
  completed_at timestamptz
);
create index file_of_consignment on export_documents.file (consignment_id) where consignment_id is not null;
create index file_of_exporter on export_documents.file (exporter_kind, exporter_id) where state <> 'sent';

create table export_documents.paper (
  id uuid primary key,
  file_id uuid not null references export_documents.file,
  order_id uuid not null,
  kind text not null,
  number text not null,
  version integer not null check (version >= 1),
  state text not null check (state in ('required', 'rendering', 'ready', 'failed', 'stale', 'superseded')),
  issued_on date not null,
  -- What it says, and the fingerprint of that: when the trade would say something else, the paper is stale.
  quoted jsonb not null,
  quoted_sha256 text not null,
  problems jsonb not null default '[]',
  attempts integer not null default 0,
  storage_key text,
  sha256 text,
  size integer,
  pages integer,
  made_at timestamptz not null,
  -- When printing was last asked for: an errand that was lost is asked for again.
  asked_at timestamptz not null,
  printed_at timestamptz,
  unique (number, version),
  unique (file_id, kind, version),
  check (state not in ('ready', 'stale') or sha256 is not null),
  check (sha256 is null or (storage_key is not null and storage_key like '%' || sha256 || '%' and size > 0 and pages > 0))
);
create index paper_of_file on export_documents.paper (file_id, kind, version desc);
create index paper_unprinted on export_documents.paper (asked_at) where state in ('required', 'rendering');

-- What a line says on customs papers where the frozen offer cannot: the offer itself is never rewritten.
create table export_documents.correction (
  id uuid primary key,
  file_id uuid not null references export_documents.file,
  line integer not null,
  field text not null check (field in ('title_en', 'title_fr', 'hs_code', 'net_weight_grams')),
  value text not null,
  reason text not null,
  at timestamptz not null,
  account_id uuid,
  actor_name text not null
);
create index correction_of_file on export_documents.correction (file_id, at);
create trigger correction_append_only before update or delete on export_documents.correction for each row execute function platform.refuse_change();

-- A number, once given, stays with its order and kind. What was printed is never altered: it can only go stale and be superseded.
create function export_documents.keep_paper() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'paper % stays in its file', old.number using errcode = 'restrict_violation';
  end if;
  if (new.id, new.file_id, new.order_id, new.kind, new.number, new.version, new.made_at) is distinct from (old.id, old.file_id, old.order_id, old.kind, old.number, old.version, old.made_at) then
    raise exception 'paper % keeps its number, order and version', old.number using errcode = 'restrict_violation';
  end if;
  if old.sha256 is not null and (new.quoted, new.quoted_sha256, new.issued_on, new.sha256, new.storage_key, new.size, new.pages, new.printed_at)
     is distinct from (old.quoted, old.quoted_sha256, old.issued_on, old.sha256, old.storage_key, old.size, old.pages, old.printed_at) then
    raise exception 'paper % version % is printed and cannot change', old.number, old.version using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger paper_kept before update or delete on export_documents.paper for each row execute function export_documents.keep_paper();
`,
};
