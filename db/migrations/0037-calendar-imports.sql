-- Days read from a calendar file: shown first, then applied. Of the file itself nothing is kept.

create table calendar_import (
  id uuid primary key default uuidv7(),
  coordinator_id uuid not null references coordinator on delete cascade,
  stand text not null,
  scope text not null,
  -- The days that were looked at; what lies outside was left out.
  read_window daterange not null,
  -- The days found, until they are applied: from then on they are blocks with the source ics.
  busy datemultirange,
  tentative datemultirange,
  events integer not null,
  left_out jsonb not null default '{}',
  read_at timestamptz not null,
  applied_at timestamptz,
  constraint calendar_import_one_each unique (coordinator_id, stand),
  constraint calendar_import_stand_word check (stand in ('preview', 'applied')),
  constraint calendar_import_scope_word check (scope in ('every-event', 'half-days')),
  constraint calendar_import_days_before_applied check (
    (stand = 'preview') = (busy is not null) and (stand = 'preview') = (tentative is not null)
    and (stand = 'applied') = (applied_at is not null))
);
