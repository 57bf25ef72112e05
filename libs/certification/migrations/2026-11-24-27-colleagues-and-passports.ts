import type { Migration } from '#libs/platform';

export const certification27: Migration = {
  id: '2026-11-24-27-colleagues-and-passports',
  sql: /* sql */ `
-- Who works with whom, as the clusters say it: an inspector does not judge the work of her own.
create table certification.cluster_member (
  cluster_id uuid not null,
  artisan_id uuid not null,
  member boolean not null,
  at timestamptz not null,
  primary key (cluster_id, artisan_id)
);
create index cluster_member_artisan on certification.cluster_member (artisan_id) where member;

-- A passport is signed anew when an export file of its pieces is complete. The editions before stay genuine; a second list of
-- bits says that a newer one stands.
create table certification.passport_edition (
  certificate_id uuid not null references certification.certificate,
  edition integer not null check (edition >= 1),
  -- Its place in the list of what was superseded.
  refresh_index bigint generated always as identity unique,
  at timestamptz not null,
  primary key (certificate_id, edition)
);
create trigger passport_edition_append_only before update or delete on certification.passport_edition for each row execute function platform.refuse_change();

create table certification.passport_export (
  certificate_id uuid not null references certification.certificate,
  order_id uuid not null,
  version integer not null check (version >= 1),
  number text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  at timestamptz not null,
  primary key (certificate_id, order_id, version)
);
create trigger passport_export_append_only before update or delete on certification.passport_export for each row execute function platform.refuse_change();
`,
};
