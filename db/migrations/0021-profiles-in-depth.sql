-- What a profile says beyond the card: how a person moves and where they may work, the labels and tools they know,
-- the safeguards they bring, their credits, and with whom they agree to be shown as a mentoring pair.

-- Countries by their two letters, ISO 3166-1.
create function are_countries(codes text[]) returns boolean
  language sql immutable parallel safe
  return array_to_string(codes, ',') ~ '^([A-Z]{2}(,[A-Z]{2})*)?$';

alter table coordinator
  add column mobility text[] not null default '{}',
  add column countries text[] not null default '{}',
  add column work_permits text[] not null default '{}',
  -- Codes of the catalogue, as specialisms are.
  add column labels text[] not null default '{}',
  add column tools text[] not null default '{}',
  add column insured boolean not null default false,
  add column first_aid boolean not null default false,
  add column code_of_conduct text,
  add column code_of_conduct_link text,
  add constraint coordinator_mobility_word check (mobility <@ array['driving-licence', 'own-vehicle', 'train-first', 'long-stays', 'abroad']),
  add constraint coordinator_work_permits_word check (work_permits <@ array['eu-eea', 'ch', 'gb', 'ca', 'us', 'au']),
  add constraint coordinator_countries_form check (are_countries(countries)),
  add constraint coordinator_code_of_conduct_named check (code_of_conduct_link is null or code_of_conduct is not null);

-- What somebody worked on. A title under a promise of silence lies sealed, with production and link, until its day has passed.
create table credit (
  id uuid primary key default uuidv7(),
  coordinator_id uuid not null references coordinator on delete cascade,
  -- The person's own order, from 0.
  position integer not null,
  kind text not null,
  year integer not null,
  role text not null,
  title text,
  production text,
  link text,
  -- The last day on which nobody else reads the title.
  confidential_until date,
  sealed bytea,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  constraint credit_kind_word check (kind in ('feature', 'series', 'single-drama', 'short', 'documentary', 'entertainment', 'commercial', 'music-video', 'live-capture', 'theatre', 'opera', 'dance', 'game-vr', 'animation')),
  constraint credit_titled_or_sealed check (
    case when confidential_until is null then title is not null and sealed is null
    else sealed is not null and num_nonnulls(title, production, link) = 0 end)
);
create index credit_coordinator on credit (coordinator_id, position);

-- Two people who both agree to be shown together: one in training, one who leads. Shown once accepted, until one of them ends it.
create table mentoring_pair (
  id uuid primary key default uuidv7(),
  trainee_id uuid not null references coordinator on delete cascade,
  lead_id uuid not null references coordinator on delete cascade,
  discipline text not null,
  asked_by text not null,
  asked_at timestamptz not null,
  accepted_at timestamptz,
  ended_at timestamptz,
  constraint mentoring_pair_discipline_word check (discipline in ('intimacy', 'eco-production')),
  constraint mentoring_pair_asked_by_word check (asked_by in ('trainee', 'lead')),
  constraint mentoring_pair_two_people check (trainee_id <> lead_id)
);
create unique index mentoring_pair_one_live on mentoring_pair (trainee_id, lead_id, discipline) where ended_at is null;
create index mentoring_pair_lead on mentoring_pair (lead_id) where ended_at is null;
