-- What the fallback search engine reads of a published person: one narrow row each, small enough to be read whole for
-- every search. Written by the worker from the tables, as the document of the search server is.

-- Where a code has its bit in the rows. Numbered as they are met, and never again: rows would speak of another code.
create table search_code (
  kind text not null constraint search_code_kind_word
    check (kind in ('discipline', 'region', 'language', 'specialism', 'credential')),
  code text not null,
  place smallint not null constraint search_code_place_counted check (place >= 0),
  primary key (kind, code),
  unique (kind, place)
);

create table search_row (
  -- Without a reference: whoever is deleted must not wait for the worker, nor the worker for them.
  coordinator_id uuid primary key,
  -- From when to when it says what the tables say: then an option lapses, a credential ends, a calendar is stale.
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  disciplines bigint not null,
  regions bigint not null,
  base_region bigint not null,
  languages bigint not null,
  specialisms bigint not null,
  -- Codes of credentials in force that reach each state at least.
  declared bigint not null,
  seen bigint not null,
  confirmed bigint not null,
  rank smallint not null,
  confirmed_on date,
  paused boolean not null,
  days_public boolean not null,
  free datemultirange not null,
  held datemultirange not null
);
create index search_row_ends on search_row (valid_until);
create index search_row_begins on search_row (valid_from);

-- A row holds until the next change of its person: until it is written anew, the tables themselves are asked.
alter table search_dirty add column in_rows boolean not null default false;
create index search_dirty_unwritten on search_dirty (coordinator_id) where not in_rows;

create or replace function mark_dirty(ids uuid[]) returns void language plpgsql as $$
begin
  if ids is null then return; end if;
  -- In the order of ids, so that two writers never wait for each other in a ring.
  insert into search_dirty (coordinator_id, version, dirtied_at)
  select id, nextval('search_version'), clock_timestamp()
  from (select distinct unnest(ids) as id order by 1) sorted where id is not null
  on conflict (coordinator_id) do update
    set version = excluded.version, dirtied_at = excluded.dirtied_at, in_rows = false;
  perform pg_notify('search_dirty', '');
end $$;

-- Whoever is public already has no row yet.
select mark_dirty((select array_agg(coordinator_id) from published_coordinator));
