import type { Migration } from '#libs/platform';

export const identity07: Migration = {
  id: '2026-11-24-07-audit-pages',
  sql: /* sql */ `
-- The trail is read by who, by what and by which thing, in the order of its ids, which carry the time. Two indexes by the clock make way.
create index audit_of_subject on platform.audit (subject_id, id);
create index audit_of_kind on platform.audit (subject_type, id);
create index audit_of_account on platform.audit (account_id, id);
create index audit_of_action on platform.audit (action, id);
create index audit_of_actions on platform.audit (split_part(action, '.', 1), id);
drop index platform.audit_subject;
drop index platform.audit_account;
`,
};
