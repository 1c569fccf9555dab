-- What was done to the search index as a whole: filled anew, or compared with the tables. What its operators look at.

create table search_upkeep (
  id uuid primary key default uuidv7(),
  work text not null constraint search_upkeep_work_word check (work in ('fill', 'comparison')),
  began_at timestamptz not null,
  ended_at timestamptz,
  -- People seen to so far, of how many: what a long one shows of its progress.
  done integer not null default 0,
  total integer not null,
  result text constraint search_upkeep_result_word check (result in ('done', 'stopped')),
  -- What a comparison found and put right.
  missing integer,
  different integer,
  extra integer,
  -- What documents and settings were made by: another one asks for a fill.
  made_by text,
  constraint search_upkeep_ended check ((ended_at is null) = (result is null))
);
create index search_upkeep_began on search_upkeep (began_at);
