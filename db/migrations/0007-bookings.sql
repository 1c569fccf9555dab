-- A booking: one request to one coordinator, and all that follows from it. Never two confirmed on one day.

create table booking (
  id uuid primary key default uuidv7(),
  coordinator_id uuid not null references coordinator,
  company_id uuid not null references company,
  project_id uuid not null references project,
  sealing_key_id uuid not null references sealing_key,
  kind text not null,
  state text not null,
  version integer not null default 1,
  terms_version integer not null default 1,
  days datemultirange not null,
  exclusive_days datemultirange not null,
  -- Snapshot of the asked phases: [{id, kind, days, remote, exclusive}]. Editing the project changes nothing here.
  phases jsonb not null,
  employment_form text,
  rate_amount_cents integer,
  rate_currency text,
  rate_per text,
  -- Reply times, option length, cancellation bands as they stood when it was made.
  policy jsonb not null,
  -- The absolute limit for answering; expires_at is the shorter clock that runs now.
  reply_by_limit timestamptz not null,
  expires_at timestamptz,
  requested_at timestamptz not null,
  -- When it became an option: rank per day is derived from it, never stored.
  placed_at timestamptz,
  confirmed_at timestamptz,
  ended_at timestamptz,
  reason_code text,
  reason_sealed bytea,
  constraint booking_kind_word check (kind in ('option', 'firm')),
  constraint booking_state_word check (state in ('requested', 'countered', 'option', 'confirmed', 'completed', 'declined', 'withdrawn', 'expired', 'released', 'cancelled', 'voided')),
  constraint booking_employment_form_word check (employment_form in ('cddu', 'cdd', 'cdi', 'invoice', 'umbrella-company', 'foreign')),
  constraint booking_rate_currency_word check (rate_currency in ('EUR', 'CHF', 'GBP', 'USD', 'CAD')),
  constraint booking_rate_per_word check (rate_per in ('day', 'week', 'package')),
  constraint booking_rate_whole check (num_nonnulls(rate_amount_cents, rate_currency, rate_per) in (0, 3) and coalesce(rate_amount_cents, 0) >= 0),
  constraint booking_days_finite check (
    not isempty(days) and not lower_inf(days) and not upper_inf(days)
    and isfinite(lower(days)) and isfinite(upper(days)) and upper(days) - lower(days) <= 1100),
  constraint booking_exclusive_within check (exclusive_days <@ days),
  constraint booking_open_expires check (state not in ('requested', 'countered', 'option') or expires_at is not null),
  constraint booking_option_placed check (state <> 'option' or placed_at is not null),
  constraint booking_confirmed_at check (state not in ('confirmed', 'completed') or confirmed_at is not null),
  -- The promise of the product. Callers lock the coordinator first: alone this is safe but deadlocks under contention.
  constraint booking_no_overlap exclude using gist (coordinator_id with =, exclusive_days with &&) where (state = 'confirmed')
);
create index booking_coordinator on booking (coordinator_id, state);
create index booking_company on booking (company_id, requested_at desc);
create index booking_project on booking (project_id);
create index booking_due on booking (expires_at) where state in ('requested', 'countered', 'option');
create index booking_option_days on booking using gist (coordinator_id, exclusive_days) where state = 'option';

create table booking_message (
  id uuid primary key default uuidv7(),
  booking_id uuid not null references booking on delete cascade,
  author_id uuid not null,
  party text not null,
  body_sealed bytea not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  constraint booking_message_party_word check (party in ('coordinator', 'production'))
);
create index booking_message_booking on booking_message (booking_id, created_at);

create table idempotency (
  account_id uuid not null references account on delete cascade,
  operation text not null,
  key text not null,
  -- Keyed hash of the request; the answer is sealed.
  request_digest text not null,
  status integer not null,
  answer_sealed bytea not null,
  created_at timestamptz not null default now(),
  primary key (account_id, operation, key)
);
create index idempotency_created on idempotency (created_at);
