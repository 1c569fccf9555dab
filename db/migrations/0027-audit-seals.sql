-- The seals of the audit trail: a chain over its entries in the order of their ids, written afterwards by one sealer.

create table audit_seal (
  -- No reference to event: a removed entry must be found by reading the chain, not be prevented from being one.
  event_id bigint primary key,
  hash bytea not null,
  constraint audit_seal_hash_whole check (octet_length(hash) = 32)
);
create trigger audit_seal_is_append_only before update or delete on audit_seal
  for each row execute function refuse_change();
create trigger audit_seal_is_never_emptied before truncate on audit_seal
  for each statement execute function refuse_change();

-- A writer has its transaction number before it draws the id of its first event. So whoever may still bring an id below
-- some committed one had a number when that one was read: once all numbers given out by then are over, nothing can
-- appear in between, and the sealer may go on. Without this, a transaction whose first write is an event would for an
-- instant hold an id and no number.
create function number_transaction() returns trigger language plpgsql as $$
begin
  perform pg_current_xact_id();
  return null;
end $$;
create trigger event_writer_is_numbered before insert on event
  for each statement execute function number_transaction();

-- Searching hundreds of thousands of entries, the latest first.
create index event_kind on event (kind, id);
create index event_actor on event (actor_id, id);
create index event_subject_alone on event (subject_id, id);
