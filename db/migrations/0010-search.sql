-- The index follows the truth through a dirty set, kept by statement-level triggers so that every write path counts.

create sequence search_version;

create table search_dirty (
  coordinator_id uuid primary key,
  version bigint not null,
  dirtied_at timestamptz not null default clock_timestamp()
);

-- What the index was last told of a person, and when time alone will change it.
create table search_indexed (
  coordinator_id uuid primary key,
  document_hash text not null,
  next_change_at timestamptz,
  indexed_at timestamptz not null default now()
);
create index search_indexed_due on search_indexed (next_change_at);

create function mark_dirty(ids uuid[]) returns void language plpgsql as $$
begin
  if ids is null then return; end if;
  -- In the order of ids, so that two writers never wait for each other in a ring.
  insert into search_dirty (coordinator_id, version, dirtied_at)
  select id, nextval('search_version'), clock_timestamp()
  from (select distinct unnest(ids) as id order by 1) sorted where id is not null
  on conflict (coordinator_id) do update set version = excluded.version, dirtied_at = excluded.dirtied_at;
  perform pg_notify('search_dirty', '');
end $$;

-- The people a statement touched: tg_argv[0] is the column that names them.
create function touched_by_insert() returns trigger language plpgsql as $$
declare ids uuid[];
begin
  execute format('select array_agg(distinct %I) from changed', tg_argv[0]) into ids;
  perform mark_dirty(ids);
  return null;
end $$;
create function touched_by_update() returns trigger language plpgsql as $$
declare ids uuid[];
begin
  execute format('select array_agg(distinct id) from (select %1$I as id from changed union select %1$I from was) both_sides', tg_argv[0]) into ids;
  perform mark_dirty(ids);
  return null;
end $$;
create function touched_by_delete() returns trigger language plpgsql as $$
declare ids uuid[];
begin
  execute format('select array_agg(distinct %I) from was', tg_argv[0]) into ids;
  perform mark_dirty(ids);
  return null;
end $$;

do $$
declare
  source record;
begin
  for source in select * from (values
    ('coordinator', 'id'), ('coordinator_language', 'coordinator_id'), ('credential', 'coordinator_id'),
    ('calendar', 'coordinator_id'), ('coordinator_days', 'coordinator_id'), ('booking', 'coordinator_id')
  ) as sources (name, person) loop
    execute format('create trigger %1$s_inserted_dirties after insert on %1$I referencing new table as changed
      for each statement execute function touched_by_insert(%2$L)', source.name, source.person);
    execute format('create trigger %1$s_updated_dirties after update on %1$I referencing old table as was new table as changed
      for each statement execute function touched_by_update(%2$L)', source.name, source.person);
    execute format('create trigger %1$s_deleted_dirties after delete on %1$I referencing old table as was
      for each statement execute function touched_by_delete(%2$L)', source.name, source.person);
  end loop;
end $$;

create function decision_dirties() returns trigger language plpgsql as $$
begin
  perform mark_dirty((select array_agg(coordinator_id) from credential where id in (select credential_id from changed)));
  return null;
end $$;
create trigger credential_decision_inserted_dirties after insert on credential_decision referencing new table as changed
  for each statement execute function decision_dirties();

create function account_dirties() returns trigger language plpgsql as $$
begin
  perform mark_dirty((
    select array_agg(coordinator.id) from coordinator
    join changed on changed.id = coordinator.account_id
    join was on was.id = changed.id and was.state is distinct from changed.state));
  return null;
end $$;
create trigger account_updated_dirties after update on account referencing old table as was new table as changed
  for each statement execute function account_dirties();

-- A catalogue edit may reach everyone who holds the credential or names the specialism; rebuilding those is cheap.
create function catalogue_dirties() returns trigger language plpgsql as $$
begin
  perform mark_dirty((select array_agg(coordinator_id) from credential where code in (select code from changed)));
  return null;
end $$;
create trigger credential_type_updated_dirties after update on credential_type referencing new table as changed
  for each statement execute function catalogue_dirties();
