-- Accounts, sessions, single-use links, and the keys under which confidential text is sealed.

create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

create collation if not exists french (provider = icu, locale = 'fr-FR');

-- unaccent() depends on a dictionary and so is only stable; wrapped, it may serve in indexes.
create function fold_accents(value text) returns text
  language sql immutable strict parallel safe
  return public.unaccent('public.unaccent', lower(value));

create table account (
  id uuid primary key default uuidv7(),
  email text not null constraint account_email_unique unique,
  password_hash text not null,
  display_name text not null,
  role text not null,
  locale text not null default 'fr',
  state text not null default 'active',
  email_verified_at timestamptz,
  -- Raised to end every session at once (password or role change).
  session_epoch integer not null default 0,
  demo boolean not null default false,
  created_at timestamptz not null default now(),
  last_seen_on date not null default current_date,
  constraint account_email_folded check (email = lower(email)),
  constraint account_role_word check (role in ('coordinator', 'production', 'registrar')),
  constraint account_locale_word check (locale in ('fr', 'en')),
  constraint account_state_word check (state in ('active', 'suspended'))
);

create table session (
  -- SHA-256 of the cookie's token, hexadecimal: the token itself is never stored.
  id text primary key,
  -- What the owner's list of sessions shows and ends.
  public_id uuid not null default uuidv7() constraint session_public_id_unique unique,
  account_id uuid not null references account on delete cascade,
  epoch integer not null default 0,
  -- The absolute limit; idling is judged by last_seen_at.
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now()
);
create index session_account on session (account_id);
create index session_expires on session (expires_at);

create table account_token (
  token_hash text primary key,
  account_id uuid not null references account on delete cascade,
  purpose text not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  constraint account_token_purpose_word check (purpose in ('verify-email', 'reset-password'))
);
create index account_token_account on account_token (account_id);

-- A data key wrapped by the application's secret. Destroying `wrapped` makes all it sealed unreadable.
create table sealing_key (
  id uuid primary key default uuidv7(),
  purpose text not null,
  wrapped bytea,
  created_at timestamptz not null default now(),
  destroy_after date,
  destroyed_at timestamptz,
  constraint sealing_key_purpose_word check (purpose in ('project', 'booking')),
  constraint sealing_key_destroyed check ((wrapped is null) = (destroyed_at is not null))
);
