-- Projects of a company, with phases on scattered days. Titles and briefs are sealed: films leak.

create table project (
  id uuid primary key default uuidv7(),
  company_id uuid not null references company on delete cascade,
  sealing_key_id uuid not null references sealing_key,
  title_sealed bytea not null,
  code_name_sealed bytea,
  brief_sealed bytea not null,
  -- Whether the brief says anything yet, so that lists need not open it.
  described boolean not null default false,
  type text not null,
  discipline text not null,
  regions text[] not null default '{}',
  languages text[] not null default '{}',
  employment_form text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint project_type_word check (type in ('feature', 'series', 'single-drama', 'short', 'documentary', 'entertainment', 'commercial', 'music-video', 'live-capture', 'theatre', 'opera', 'dance', 'game-vr', 'animation')),
  constraint project_discipline_word check (discipline in ('intimacy', 'eco-production')),
  constraint project_employment_form_word check (employment_form in ('cddu', 'cdd', 'cdi', 'invoice', 'umbrella-company', 'foreign')),
  constraint project_regions_known check (regions <@ known_regions()),
  constraint project_languages_known check (languages <@ known_languages())
);
create index project_company on project (company_id, updated_at desc);

create table project_phase (
  id uuid primary key default uuidv7(),
  project_id uuid not null references project on delete cascade,
  position integer not null,
  kind text not null,
  days datemultirange not null,
  remote boolean not null default false,
  exclusive boolean not null,
  constraint project_phase_position unique (project_id, position) deferrable initially deferred,
  constraint project_phase_kind_word check (kind in ('script-reading', 'prep', 'casting-support', 'rehearsal', 'shoot', 'wrap', 'post', 'report')),
  constraint project_phase_days_finite check (
    not isempty(days) and not lower_inf(days) and not upper_inf(days)
    and isfinite(lower(days)) and isfinite(upper(days)) and upper(days) - lower(days) <= 1100)
);
