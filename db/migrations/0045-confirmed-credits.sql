-- What a production confirms once a booking is over: as what somebody worked, and for how many days. A fact and no opinion.

create table confirmed_credit (
  id uuid primary key default uuidv7(),
  -- The booking is forgotten after its time; what was worked stays with the person.
  booking_id uuid unique references booking on delete set null,
  coordinator_id uuid not null references coordinator on delete cascade,
  company_id uuid references company on delete set null,
  outcome text not null,
  discipline text not null,
  kind text not null,
  year integer not null,
  -- Null when the work did not take place as booked.
  role text,
  days_on_set integer,
  title_sealed bytea,
  -- The last day on which nobody but the two sides reads the title.
  title_hidden_until date,
  confirmed_at timestamptz not null,
  changed_at timestamptz not null,
  -- The person chooses to show it; nothing appears by itself.
  shown_at timestamptz,
  -- The same work among the credits that the person declared: shown, this one stands in its place.
  credit_id uuid references credit on delete set null,
  constraint confirmed_credit_outcome_word check (outcome in ('confirmed', 'not-as-booked')),
  constraint confirmed_credit_discipline_word check (discipline in ('intimacy', 'eco-production')),
  constraint confirmed_credit_kind_word check (kind in ('feature', 'series', 'single-drama', 'short', 'documentary', 'entertainment', 'commercial', 'music-video', 'live-capture', 'theatre', 'opera', 'dance', 'game-vr', 'animation')),
  constraint confirmed_credit_role_word check (role in ('trainee', 'assistant', 'coordinator', 'lead')),
  constraint confirmed_credit_days_whole check (days_on_set between 0 and 1100),
  constraint confirmed_credit_told check (
    case outcome when 'confirmed' then num_nulls(role, days_on_set, title_sealed) = 0
    else num_nonnulls(role, days_on_set, title_sealed, title_hidden_until, shown_at, credit_id) = 0 end)
);
create index confirmed_credit_coordinator on confirmed_credit (coordinator_id);
create index confirmed_credit_company on confirmed_credit (company_id);
create index confirmed_credit_credit on confirmed_credit (credit_id) where credit_id is not null;
