import type { Migration } from '#libs/platform';

export const registry19: Migration = {
  id: '2026-11-24-19-register-pages',
  sql: /* sql */ `
-- Every filter of a list has an index in the list's own order, so that a page costs the same however many rows there are.
create index claim_waiting on registry.claim (due_at, id) where state = 'submitted';
create index claim_newest on registry.claim (opened_at desc, id desc);
create index claim_region_state on registry.claim (region_code, state, opened_at desc, id desc);
create index claim_state on registry.claim (state, opened_at desc, id desc);
-- One's own request.
create index claim_of_account on registry.claim (account_id, opened_at desc, id desc);
create index mandate_of_agent_state on registry.mandate (agent_kind, agent_id, state, proposed_at desc, id desc);

-- Whose proposal it is, kept with it: what a chamber asked in years is not gathered from all its mandates.
alter table registry.consent add column agent_kind text, add column agent_id text;
update registry.consent c set agent_kind = m.agent_kind, agent_id = m.agent_id from registry.mandate m where m.id = c.mandate_id;
alter table registry.consent alter column agent_kind set not null, alter column agent_id set not null;
create index consent_of_agent on registry.consent (agent_kind, agent_id, asked_at desc, id desc);
create index consent_of_agent_state on registry.consent (agent_kind, agent_id, state, asked_at desc, id desc);
create index consent_artisan_state on registry.consent (artisan_id, state, asked_at desc, id desc);
`,
};
