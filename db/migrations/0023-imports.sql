-- Lists of people that a registrar brings: each line becomes an invitation to claim, never a profile.

create table import_list (
  id uuid primary key default uuidv7(),
  -- Opaque: the registrar's account may be gone. Null for the operator.
  created_by uuid,
  created_at timestamptz not null default now(),
  -- Who invites, and where the list comes from: the people on it are told both.
  inviter text not null,
  source text not null,
  -- The language in which they are written to.
  locale text not null,
  encoding text not null,
  separator text not null,
  -- Sealed list of the headings; what each column fills is in `mapping`, by position.
  headings_sealed bytea,
  mapping jsonb not null,
  state text not null default 'draft',
  row_count integer not null,
  ready_count integer not null default 0,
  problem_count integer not null default 0,
  skipped_count integer not null default 0,
  invited_count integer not null default 0,
  checked_at timestamptz,
  started_at timestamptz,
  ended_at timestamptz,
  constraint import_list_locale_word check (locale in ('fr', 'en')),
  constraint import_list_encoding_word check (encoding in ('utf-8', 'utf-16', 'windows-1252', 'mixed')),
  constraint import_list_separator_word check (separator in ('comma', 'semicolon', 'tab')),
  constraint import_list_state_word check (state in ('draft', 'checking', 'checked', 'sending', 'done', 'cancelled')),
  constraint import_list_ended check ((ended_at is not null) = (state = 'done' or state = 'cancelled'))
);
create index import_list_created on import_list (created_at desc);
create index import_list_working on import_list (created_at) where state in ('checking', 'sending');

create table import_row (
  import_id uuid not null references import_list on delete cascade,
  -- Its place in the file, the headings being 1.
  number integer not null,
  -- The sealed cells; gone once the invitation holds what is needed of them.
  content_sealed bytea,
  state text not null default 'waiting',
  -- Codes only: [{"code", "column"}].
  problems jsonb not null default '[]',
  -- Keyed: compares addresses without storing them.
  address_hash text,
  primary key (import_id, number),
  constraint import_row_state_word check (state in ('waiting', 'ready', 'problem', 'skipped', 'invited'))
);
create index import_row_state on import_row (import_id, state, number);
create index import_row_address on import_row (import_id, address_hash) where state = 'ready';

create table invitation (
  id uuid primary key default uuidv7(),
  import_id uuid not null references import_list on delete cascade,
  row_number integer not null,
  -- SHA-256 of the mailed token, which is never stored.
  token_hash text not null constraint invitation_token_unique unique,
  address_hash text,
  -- Sealed name, address and what prefills the draft; gone as soon as the person answers.
  content_sealed bytea,
  locale text not null,
  created_at timestamptz not null default now(),
  mailed_at timestamptz not null default now(),
  expires_at timestamptz not null,
  closed_at timestamptz,
  closed_because text,
  account_id uuid references account on delete set null,
  constraint invitation_locale_word check (locale in ('fr', 'en')),
  constraint invitation_closed_because_word check (closed_because in ('claimed', 'revoked', 'refused', 'replaced')),
  constraint invitation_closed check ((closed_at is null) = (closed_because is null))
);
-- Nobody is invited twice at the same time, whatever the lists and however often a worker dies.
create unique index invitation_one_open on invitation (address_hash) where closed_at is null;
create index invitation_import on invitation (import_id, row_number);
create index invitation_account on invitation (account_id);

-- Who asked not to be written to again: a keyed hash, so that nothing here says who.
create table mail_refusal (
  address_hash text primary key,
  refused_at timestamptz not null default now()
);

create function announce_import() returns trigger language plpgsql as $$
begin
  perform pg_notify('imports', '');
  return null;
end $$;
create trigger import_announced after update of state on import_list
  for each statement execute function announce_import();
