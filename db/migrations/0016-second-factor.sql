-- A second proof of who signs in, and how fresh the proof behind a session is.

-- When the person last proved who they are in this session: at its opening, or by password or code since.
alter table session add column confirmed_at timestamptz;

create table second_factor (
  account_id uuid primary key references account on delete cascade,
  -- The secret shared with the person's own device (RFC 6238), sealed under a key of this account's own.
  secret_sealed bytea not null,
  created_at timestamptz not null default now(),
  -- Null while it is being set up: it counts from its first right code.
  confirmed_at timestamptz,
  -- The time step of the last code taken: neither that code nor an earlier one is taken again.
  last_step bigint
);

create table recovery_code (
  account_id uuid not null references second_factor on delete cascade,
  -- Keyed hash: the codes are shown once, and kept nowhere.
  code_digest text not null,
  used_at timestamptz,
  primary key (account_id, code_digest)
);

-- The password was right and a code is awaited. Not a session, and over in minutes.
create table sign_in_step (
  token_hash text primary key,
  account_id uuid not null references account on delete cascade,
  -- The account's at that moment: a password changed meanwhile ends it.
  epoch integer not null,
  attempts integer not null default 0,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint sign_in_step_attempts check (attempts between 0 and 5)
);
create index sign_in_step_account on sign_in_step (account_id);
create index sign_in_step_expires on sign_in_step (expires_at);
