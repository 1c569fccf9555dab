-- Registrars edit the catalogue. An entry has an identity and a version; it is retired, never deleted.

alter table credential_type
  add column id uuid not null default uuidv7() constraint credential_type_id_unique unique,
  add column facts_fr text not null default '',
  add column source_url text,
  add column checked_on date,
  add column version integer not null default 1,
  add column retired_at timestamptz;

alter table label
  add column id uuid not null default uuidv7() constraint label_id_unique unique,
  -- Null where the name is the same in both languages.
  add column name_en text,
  add column facts_fr text not null default '',
  add column source_url text,
  add column confidence text not null default 'sourced',
  add column checked_on date,
  add column version integer not null default 1,
  add column retired_at timestamptz,
  add constraint label_confidence_word check (confidence in ('sourced', 'check'));

alter table tool
  add column id uuid not null default uuidv7() constraint tool_id_unique unique,
  add column name_en text,
  add column version integer not null default 1,
  add column retired_at timestamptz;

alter table specialism
  add column id uuid not null default uuidv7() constraint specialism_id_unique unique,
  add column version integer not null default 1,
  add column retired_at timestamptz;

-- What a registry asks before it lists somebody. A count that is not known stays empty.
create table threshold (
  id uuid primary key default uuidv7(),
  code text not null constraint threshold_code_unique unique,
  credential_code text references credential_type (code),
  name_fr text not null,
  name_en text not null,
  years integer,
  credits integer,
  days_on_set integer,
  productions integer,
  facts_fr text not null default '',
  facts text not null default '',
  source_url text,
  confidence text not null,
  checked_on date,
  position integer not null default 0,
  version integer not null default 1,
  retired_at timestamptz,
  constraint threshold_confidence_word check (confidence in ('sourced', 'check')),
  constraint threshold_counts check (years > 0 and credits > 0 and days_on_set > 0 and productions > 0)
);

-- Every entry of the five lists, for what is done alike to all of them.
create view catalogue_entry as
  select id, 'credentials' as list, code, version from credential_type
  union all select id, 'labels', code, version from label
  union all select id, 'tools', code, version from tool
  union all select id, 'specialisms', code, version from specialism
  union all select id, 'thresholds', code, version from threshold;

-- Each change of an editable thing, as it was before and after: what history shows, and what can be put back.
create table revision (
  id uuid primary key default uuidv7(),
  subject_kind text not null,
  subject_id uuid not null,
  version integer not null,
  change text not null,
  -- Null when it was added.
  before jsonb,
  after jsonb not null,
  -- Opaque: the registrar's account may be gone.
  changed_by uuid not null,
  changed_at timestamptz not null,
  constraint revision_version_unique unique (subject_id, version),
  constraint revision_subject_kind_word check (subject_kind in ('credentials', 'labels', 'tools', 'specialisms', 'thresholds', 'job-sheets')),
  constraint revision_change_word check (change in ('added', 'edited', 'retired', 'restored', 'moved', 'opened', 'put-back'))
);

create function refuse_revision_change() returns trigger language plpgsql as $$
begin
  raise exception 'the history of an entry only grows: % refused', tg_op using errcode = 'insufficient_privilege';
end $$;
create trigger revision_is_append_only before update or delete on revision
  for each row execute function refuse_revision_change();
create trigger revision_is_never_emptied before truncate on revision
  for each statement execute function refuse_revision_change();

-- The index holds names and issuers: only a change of those reaches people, not a new place in the list.
drop trigger credential_type_updated_dirties on credential_type;
create or replace function catalogue_dirties() returns trigger language plpgsql as $$
begin
  perform mark_dirty((
    select array_agg(credential.coordinator_id) from credential
    join changed on changed.code = credential.code
    join was on was.code = changed.code
    where (was.name_fr, was.name_en, was.issuer) is distinct from (changed.name_fr, changed.name_en, changed.issuer)));
  return null;
end $$;
create trigger credential_type_updated_dirties after update on credential_type
  referencing old table as was new table as changed
  for each statement execute function catalogue_dirties();

create function specialism_dirties() returns trigger language plpgsql as $$
declare renamed text[];
begin
  select array_agg(changed.code) into renamed from changed join was on was.code = changed.code
    where (was.name_fr, was.name_en) is distinct from (changed.name_fr, changed.name_en);
  if renamed is not null then
    perform mark_dirty((select array_agg(id) from coordinator where specialisms && renamed));
  end if;
  return null;
end $$;
create trigger specialism_updated_dirties after update on specialism
  referencing old table as was new table as changed
  for each statement execute function specialism_dirties();
