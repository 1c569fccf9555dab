-- Reports of what people met here, the measures taken while they are examined, and what was decided.

create table report (
  id uuid primary key default uuidv7(),
  -- What is reported: a booking, its messages, a profile, or a company by its contact.
  subject text not null,
  booking_id uuid references booking on delete set null,
  coordinator_id uuid references coordinator on delete set null,
  company_id uuid references company on delete set null,
  reporter_id uuid references account on delete set null,
  reported_id uuid references account on delete set null,
  reason text not null,
  words_sealed bytea not null,
  state text not null default 'open',
  -- The thread and the moves of the booking stand still for both sides, from then until it is lifted.
  frozen_at timestamptz,
  -- The account reported can do nothing, by this report.
  suspended_at timestamptz,
  created_at timestamptz not null default now(),
  constraint report_subject_word check (subject in ('booking', 'messages', 'profile', 'company')),
  constraint report_reason_word check (reason in ('harassment', 'sexual-remarks', 'threats', 'discrimination', 'false-pretext', 'false-identity', 'false-credential', 'contact-misuse', 'other')),
  constraint report_state_word check (state in ('open', 'decided', 'contested', 'closed')),
  constraint report_freezes_booking check (frozen_at is null or booking_id is not null)
);
create index report_queue on report (state, created_at, id);
create index report_booking on report (booking_id);
create index report_reporter on report (reporter_id);
create index report_reported on report (reported_id);

-- One before and, where somebody contests, one after: the second is the last.
create table report_decision (
  id uuid primary key default uuidv7(),
  report_id uuid not null references report on delete cascade,
  outcome text not null,
  ground text not null,
  -- What was found, in words both sides read.
  facts_sealed bytea not null,
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  constraint report_decision_outcome_word check (outcome in ('no-action', 'warning', 'booking-stays-frozen', 'account-suspended')),
  constraint report_decision_ground_word check (ground in ('not-established', 'respect', 'purpose-of-the-registry', 'truthfulness', 'confidentiality', 'law'))
);
create index report_decision_report on report_decision (report_id, decided_at, id);

create table report_contest (
  report_id uuid not null references report on delete cascade,
  party text not null,
  words_sealed bytea not null,
  contested_at timestamptz not null default now(),
  -- Once for each side.
  primary key (report_id, party),
  constraint report_contest_party_word check (party in ('reporter', 'reported'))
);
