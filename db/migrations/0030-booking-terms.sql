-- What the two sides of a booking propose to each other, whose turn it is, and what a challenge does to their clocks.

-- The terms of a booking, version by version: first as asked, then every counter-offer and trim.
create table booking_terms (
  booking_id uuid not null references booking on delete cascade,
  version integer not null,
  -- The side that proposed it.
  party text not null,
  proposed_at timestamptz not null,
  days datemultirange not null,
  exclusive_days datemultirange not null,
  phases jsonb not null,
  employment_form text,
  rate_amount_cents integer,
  rate_currency text,
  rate_per text,
  primary key (booking_id, version),
  constraint booking_terms_party_word check (party in ('coordinator', 'production')),
  constraint booking_terms_employment_form_word check (employment_form in ('cddu', 'cdd', 'cdi', 'invoice', 'umbrella-company', 'foreign')),
  constraint booking_terms_rate_currency_word check (rate_currency in ('EUR', 'CHF', 'GBP', 'USD', 'CAD')),
  constraint booking_terms_rate_per_word check (rate_per in ('day', 'week', 'package')),
  constraint booking_terms_rate_whole check (num_nonnulls(rate_amount_cents, rate_currency, rate_per) in (0, 3) and coalesce(rate_amount_cents, 0) >= 0)
);

-- The latest terms stand on the booking itself.
insert into booking_terms
select id, terms_version, case when state = 'countered' then 'coordinator' else 'production' end,
  coalesce(placed_at, requested_at), days, exclusive_days, phases, employment_form, rate_amount_cents, rate_currency, rate_per
from booking;

alter table booking
  -- The side that proposed the terms as they stand: the turn is the other's.
  add terms_by text not null default 'production',
  -- Since when the clock that expires_at ends has been running; null before this was kept.
  add clock_since timestamptz,
  -- An open challenge: on the booking that challenges, and on each option that must answer it (challenged_by names
  -- the first). own_expires_at is the clock as it ran before, to go on with when the challenge is over.
  add challenge_until timestamptz,
  add challenged_by uuid references booking,
  add own_expires_at timestamptz,
  -- An extension that was asked for and awaits its answer, and how many were ever asked for.
  add extension_asked_until timestamptz,
  add extensions integer not null default 0,
  add constraint booking_terms_by_word check (terms_by in ('coordinator', 'production')),
  add constraint booking_challenge_whole check (
    (challenge_until is null) = (own_expires_at is null) and (challenged_by is null or challenge_until is not null)),
  add constraint booking_challenge_open check (challenge_until is null or (state = 'option') or (state = 'requested') or (state = 'countered')),
  add constraint booking_extension_open check (extension_asked_until is null or state = 'option');
update booking set terms_by = 'coordinator' where state = 'countered';
create index booking_challenge on booking (coordinator_id) where challenge_until is not null;
create index booking_challenged_by on booking (challenged_by) where challenged_by is not null;
