import type { Migration } from '#libs/platform';

export const certification23: Migration = {
  id: '2026-11-24-23-inspection-photographs',
  sql: /* sql */ `
create table certification.inspection_photograph (
  id uuid primary key,
  inspection_id uuid not null references certification.inspection,
  storage_key text not null,
  sha256 text not null,
  width integer not null,
  height integer not null,
  at timestamptz not null,
  account_id uuid,
  inspector_name text not null
);
create index inspection_photograph_inspection on certification.inspection_photograph (inspection_id, at, id);
create trigger inspection_photograph_append_only before update or delete on certification.inspection_photograph
  for each row execute function platform.refuse_change();
`,
};
