import type { Migration } from '#libs/platform';

export const registry19f: Migration = {
  id: '2026-11-24-19f-papers-until',
  sql: /* sql */ `
-- Papers of a request are kept for a time and no longer: docs/adr/0017-papers-of-a-request.md. The row stays, the file goes.
alter table registry.claim add column papers_until timestamptz;
alter table registry.claim_document alter column storage_key drop not null, add column forgotten_at timestamptz,
  add constraint claim_document_forgotten check ((storage_key is null) = (forgotten_at is not null));
create index claim_papers_until on registry.claim (papers_until) where papers_until is not null;
update registry.claim c set papers_until = coalesce((select max(s.at) from registry.claim_step s where s.claim_id = c.id), c.opened_at)
    + case when c.state in ('approved', 'undone') then interval '365 days' when c.state in ('open', 'returned') then interval '180 days' else interval '90 days' end
  where c.state <> 'submitted' and exists (select from registry.claim_document d where d.claim_id = c.id);
`,
};
