import type { Migration } from '#libs/platform';

export const exportDocuments71: Migration = {
  id: '2026-11-24-71-transport',
  sql: /* sql */ `
-- How the goods travel, as the exporter or the desk put it on record; null while it is a parcel nobody has handed over.
alter table export_documents.file add column transport jsonb;

-- What left with the goods stays as it was: a file that was sent is not opened again, and no paper of it changes or is added.
create function export_documents.keep_sent_file() returns trigger language plpgsql as $$
begin
  if old.state = 'sent' and (tg_op = 'DELETE' or (new.state, new.order_id, new.version, new.trade, new.packing, new.transport, new.origin_reference, new.asked)
     is distinct from (old.state, old.order_id, old.version, old.trade, old.packing, old.transport, old.origin_reference, old.asked)) then
    raise exception 'the file of order % was sent and cannot change', old.order_id using errcode = 'restrict_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger file_sent_kept before update or delete on export_documents.file for each row execute function export_documents.keep_sent_file();

create function export_documents.keep_sent_paper() returns trigger language plpgsql as $$
begin
  if exists (select 1 from export_documents.file f where f.id = new.file_id and f.state = 'sent') then
    raise exception 'paper % was sent and cannot change', new.number using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger paper_sent_kept before insert or update on export_documents.paper for each row execute function export_documents.keep_sent_paper();
`,
};
