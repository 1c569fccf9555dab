-- The people of the registry: profile, consent to publish, credentials and what was decided on them.

create function known_regions() returns text[]
  language sql immutable parallel safe
  return array['FR-ARA', 'FR-BFC', 'FR-BRE', 'FR-CVL', 'FR-20R', 'FR-GES', 'FR-HDF', 'FR-IDF', 'FR-NOR', 'FR-NAQ', 'FR-OCC', 'FR-PDL', 'FR-PAC', 'FR-971', 'FR-972', 'FR-973', 'FR-974', 'FR-976', 'BE-BRU', 'BE-VLG', 'BE-WAL', 'LU', 'CH', 'MC', 'DE', 'AT', 'IT', 'ES', 'PT', 'GB', 'IE', 'NL', 'DK', 'SE', 'NO', 'FI', 'PL', 'CZ', 'HU', 'RO', 'GR', 'HR', 'MA', 'TN', 'CA-QC', 'CA', 'US', 'AU', 'ZA'];

create function known_languages() returns text[]
  language sql immutable parallel safe
  return array['fr', 'en', 'ar', 'br', 'ca', 'co', 'cs', 'da', 'de', 'el', 'es', 'eu', 'fa', 'fi', 'he', 'hi', 'hr', 'hu', 'it', 'ja', 'ko', 'lb', 'nl', 'no', 'oc', 'pl', 'pt', 'ro', 'ru', 'sr', 'sv', 'ta', 'tr', 'uk', 'vi', 'wo', 'zh', 'lsf', 'bsl', 'asl'];

create table coordinator (
  id uuid primary key default uuidv7(),
  -- Null once the person was erased: bookings keep "coordinator removed".
  account_id uuid constraint coordinator_account_unique unique references account on delete set null,
  -- Fixed at the first save, so that links keep.
  slug text not null constraint coordinator_slug_unique unique,
  display_name text not null,
  title_form text not null default '',
  pronouns text,
  headline_fr text,
  headline_en text,
  bio_fr text,
  bio_en text,
  disciplines text[] not null default '{}',
  level_intimacy text,
  level_eco_production text,
  base_region text,
  regions text[] not null default '{}',
  specialisms text[] not null default '{}',
  media text[] not null default '{}',
  employment_forms text[] not null default '{}',
  remote_prep boolean not null default false,
  notice_days integer,
  mentoring text not null default 'none',
  days_on_set integer,
  productions_count integer,
  working_since integer,
  rate_from_cents integer,
  rate_to_cents integer,
  rate_currency text not null default 'EUR',
  legal_name text,
  phone text,
  time_zone text not null default 'Europe/Paris',
  days_visibility text not null default 'everyone',
  -- Field name to audience, for the fields whose audience the person may choose.
  visibility jsonb not null default '{}',
  indexing_allowed boolean not null default false,
  published_at timestamptz,
  paused_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint coordinator_slug_form check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  constraint coordinator_disciplines_word check (disciplines <@ array['intimacy', 'eco-production']),
  constraint coordinator_level_intimacy_word check (level_intimacy in ('in-training', 'experienced')),
  constraint coordinator_level_eco_production_word check (level_eco_production in ('assistant', 'coordinator', 'lead')),
  constraint coordinator_base_region_known check (base_region = any (known_regions())),
  constraint coordinator_regions_known check (regions <@ known_regions()),
  constraint coordinator_media_word check (media <@ array['feature', 'series', 'single-drama', 'short', 'documentary', 'entertainment', 'commercial', 'music-video', 'live-capture', 'theatre', 'opera', 'dance', 'game-vr', 'animation']),
  constraint coordinator_employment_forms_word check (employment_forms <@ array['cddu', 'cdd', 'cdi', 'invoice', 'umbrella-company', 'foreign']),
  constraint coordinator_mentoring_word check (mentoring in ('none', 'takes-shadows', 'seeks-lead')),
  constraint coordinator_rate_currency_word check (rate_currency in ('EUR', 'CHF', 'GBP', 'USD', 'CAD')),
  constraint coordinator_days_visibility_word check (days_visibility in ('everyone', 'verified-productions')),
  constraint coordinator_counts check (
    coalesce(notice_days, 0) >= 0 and coalesce(days_on_set, 0) >= 0 and coalesce(productions_count, 0) >= 0
    and coalesce(rate_from_cents, 0) >= 0 and coalesce(rate_to_cents, 0) >= coalesce(rate_from_cents, 0))
);
create index coordinator_regions on coordinator using gin (regions);
create index coordinator_specialisms on coordinator using gin (specialisms);
create index coordinator_disciplines on coordinator using gin (disciplines);

create table coordinator_language (
  coordinator_id uuid not null references coordinator on delete cascade,
  code text not null,
  level text not null,
  primary key (coordinator_id, code),
  constraint coordinator_language_code_known check (code = any (known_languages())),
  constraint coordinator_language_level_word check (level in ('native', 'C2', 'C1', 'B2', 'B1', 'A2', 'A1'))
);
create index coordinator_language_code on coordinator_language (code, coordinator_id);

-- The one rule of who is public. A suspended account is not, whatever its profile says.
create view published_coordinator as
  select coordinator.id as coordinator_id
  from coordinator
  join account on account.id = coordinator.account_id and account.state = 'active'
  where coordinator.published_at is not null;

create table consent (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  kind text not null,
  wording text not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz,
  constraint consent_kind_word check (kind in ('publication'))
);
create index consent_account on consent (account_id, kind);

create table credential (
  id uuid primary key default uuidv7(),
  coordinator_id uuid not null references coordinator on delete cascade,
  code text not null,
  holdable boolean not null default true constraint credential_holdable check (holdable),
  number text,
  issued_on date,
  expires_on date,
  declared_at timestamptz not null default now(),
  removed_at timestamptz,
  constraint credential_code_held foreign key (code, holdable) references credential_type (code, holdable),
  constraint credential_dates check (expires_on >= issued_on)
);
create unique index credential_one_live on credential (coordinator_id, code) where removed_at is null;
create index credential_code on credential (code) where removed_at is null;

create table credential_decision (
  id uuid primary key default uuidv7(),
  credential_id uuid not null references credential on delete cascade,
  decision text not null,
  reason text not null default '',
  valid_until date,
  -- Opaque: the registrar's account may be gone.
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  constraint credential_decision_word check (decision in ('document-seen', 'confirm', 'refuse', 'withdraw'))
);
create index credential_decision_credential on credential_decision (credential_id, decided_at desc, id desc);

-- The badge is computed from the decisions, never stored. `ends_on` is the last day it holds.
create view credential_standing as
  select
    credential.id as credential_id,
    credential.coordinator_id,
    credential.code,
    case last.decision
      when 'document-seen' then 'document-seen'
      when 'confirm' then 'confirmed'
      when 'withdraw' then 'withdrawn'
      else 'declared'
    end as standing,
    coalesce(last.decision = 'refuse', false) as refused,
    least(last.valid_until, credential.expires_on) as ends_on,
    last.decided_at,
    last.decided_by,
    last.valid_until
  from credential
  left join lateral (
    select * from credential_decision
    where credential_decision.credential_id = credential.id
    order by decided_at desc, id desc limit 1
  ) last on true
  where credential.removed_at is null;

-- Expiry by the clock: from the day after `ends_on`.
create function credential_state(standing text, ends_on date, today date) returns text
  language sql immutable parallel safe
  return case when standing <> 'withdrawn' and ends_on < today then 'expired' else standing end;
