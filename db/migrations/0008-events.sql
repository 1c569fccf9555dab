-- The audit trail: opaque ids and codes only, written in the transaction of what it records, never changed.

create table event (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  -- Null for the clock and the operator.
  actor_id uuid,
  actor_role text not null,
  kind text not null,
  subject_kind text not null,
  subject_id uuid not null,
  -- Codes, counts, days and versions. No names, no free text.
  facts jsonb not null default '{}',
  constraint event_actor_role_word check (actor_role in ('coordinator', 'production', 'registrar', 'clock', 'operator', 'visitor'))
);
create index event_subject on event (subject_kind, subject_id, id);
create index event_at on event (at);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit trail only grows: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;

create trigger event_is_append_only before update or delete on event
  for each row execute function refuse_change();
create trigger event_is_never_emptied before truncate on event
  for each statement execute function refuse_change();
