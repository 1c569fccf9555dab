-- Who agreed to be asked about work that is over. Nothing is written of it: a referee is somebody to talk to.

create table referee (
  id uuid primary key default uuidv7(),
  booking_id uuid not null unique references booking on delete cascade,
  state text not null,
  -- To whom the coordinator lets it be said.
  audience text not null default 'verified-productions',
  asked_at timestamptz not null,
  answered_at timestamptz,
  constraint referee_state_word check (state in ('asked', 'agreed', 'refused', 'withdrawn')),
  constraint referee_audience_word check (audience in ('verified-productions', 'after-acceptance', 'only-me')),
  constraint referee_answered check ((state = 'asked') = (answered_at is null))
);

-- A production that would like to be put in touch; contact is shown once the referee said yes.
create table referee_request (
  id uuid primary key default uuidv7(),
  referee_id uuid not null references referee on delete cascade,
  company_id uuid not null references company on delete cascade,
  state text not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  constraint referee_request_state_word check (state in ('asked', 'agreed', 'refused')),
  constraint referee_request_answered check ((state = 'asked') = (answered_at is null)),
  constraint referee_request_once unique (referee_id, company_id)
);
create index referee_request_company on referee_request (company_id);
