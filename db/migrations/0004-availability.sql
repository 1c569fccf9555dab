-- Calendars. Days are civil dates; what others may see of a day is computed, the reason never shown.

create table calendar (
  coordinator_id uuid primary key references coordinator on delete cascade,
  confirmed_at timestamptz,
  known_until date,
  version integer not null default 0
);

create table availability_block (
  id uuid primary key default uuidv7(),
  coordinator_id uuid not null references coordinator on delete cascade,
  days daterange not null,
  kind text not null,
  source text not null default 'manual',
  note text,
  created_at timestamptz not null default now(),
  constraint availability_block_kind_word check (kind in ('unavailable', 'tentative', 'available')),
  constraint availability_block_source_word check (source in ('manual', 'travel', 'ics', 'booking')),
  constraint availability_block_days_finite check (
    not isempty(days) and not lower_inf(days) and not upper_inf(days)
    and isfinite(lower(days)) and isfinite(upper(days)) and upper(days) - lower(days) <= 1100)
);
create index availability_block_coordinator on availability_block (coordinator_id);

create table weekly_rule (
  coordinator_id uuid not null references coordinator on delete cascade,
  weekday integer not null,
  rule text not null,
  primary key (coordinator_id, weekday),
  constraint weekly_rule_weekday check (weekday between 1 and 7),
  constraint weekly_rule_rule_word check (rule in ('unavailable', 'remote-only'))
);

-- What the parts above and confirmed bookings add up to, kept by triggers and free of the clock:
-- the weekly pattern stays a bit mask (bit 0 is Monday), options lapse and so are read live from booking.
create table coordinator_days (
  coordinator_id uuid primary key references coordinator on delete cascade,
  -- Confirmed exclusive days, and blocks no override covers.
  taken datemultirange not null default '{}',
  tentative datemultirange not null default '{}',
  -- Overrides: they also lift the weekly pattern.
  opened datemultirange not null default '{}',
  weekly smallint not null default 0
);
create index coordinator_days_taken on coordinator_days using gist (taken);
