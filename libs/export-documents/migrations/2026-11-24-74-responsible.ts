import type { Migration } from '#libs/platform';

export const exportDocuments74: Migration = {
  id: '2026-11-24-74-responsible',
  sql: /* sql */ `
-- Who answers in the Union is shown in the offer and is shipping's to know from here on; what exporters said of it goes along.
do $$ begin
  -- This room's own specs stand without the rooms below.
  if to_regclass('shipping.own_responsible') is not null then
    insert into shipping.own_responsible (exporter_kind, exporter_id, said, changed_at)
      select kind, id, details ->> 'responsiblePerson', changed_at from export_documents.exporter where coalesce(details ->> 'responsiblePerson', '') <> ''
      on conflict do nothing;
  end if;
end $$;
update export_documents.exporter set details = details - 'responsiblePerson' where details ? 'responsiblePerson';
`,
};
