-- Why a day is taken, as a word; and the calendar as it stood before the last change, so that it can be taken back.

alter table availability_block
  add column reason text,
  add constraint availability_block_reason_word check (reason in ('booked-elsewhere', 'leave', 'training', 'personal')),
  add constraint availability_block_reason_of_taken check (reason is null or kind = 'unavailable');

-- What somebody had written before the version that replaced it. The next change takes its place.
create table calendar_previous (
  coordinator_id uuid primary key references coordinator on delete cascade,
  replaced_by integer not null,
  -- [{from, to, kind, source, reason, note}] of the manual and travel blocks.
  blocks jsonb not null,
  weekly jsonb not null,
  known_until date,
  replaced_at timestamptz not null
);
