-- « Still right? »: when somebody was last asked whether their calendar holds. One row a person, so that two workers,
-- or one that died half-way, never ask twice.

create table calendar_question (
  coordinator_id uuid primary key references coordinator on delete cascade,
  asked_at timestamptz not null
);
