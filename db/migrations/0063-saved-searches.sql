-- A search somebody keeps, and whom it has shown already: only people new to it are told of.

create table saved_search (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  -- The search in its one exact form, sealed: words may name somebody, and days say when a film is made.
  query_sealed bytea not null,
  -- Keyed: whether the account keeps this search already, without opening them all.
  query_digest text not null,
  -- As its owner calls it; without a name it is called by what it asks.
  name_sealed bytea,
  -- The last day it asks for; null when it asks for none.
  ends_on date,
  created_at timestamptz not null,
  -- When it was last compared with who is found: told of once a morning, however many workers there are.
  looked_at timestamptz not null,
  paused_at timestamptz,
  ended_at timestamptz,
  ended_because text,
  -- Deleted, and for a day brought back by one click.
  deleted_at timestamptz,
  constraint saved_search_ended_because_word check (ended_because in ('days-past', 'not-understood')),
  constraint saved_search_ended_whole check ((ended_at is null) = (ended_because is null))
);
create unique index saved_search_once on saved_search (account_id, query_digest) where deleted_at is null;
create index saved_search_due on saved_search (looked_at)
  where paused_at is null and ended_at is null and deleted_at is null;
create index saved_search_deleted on saved_search (deleted_at) where deleted_at is not null;
create index saved_search_ended on saved_search (ended_at) where ended_at is not null;

create table saved_search_seen (
  saved_search_id uuid not null references saved_search on delete cascade,
  coordinator_id uuid not null references coordinator on delete cascade,
  -- When they were told of as new; null for who was found when the search was kept.
  told_at timestamptz,
  primary key (saved_search_id, coordinator_id)
);
create index saved_search_seen_person on saved_search_seen (coordinator_id);
create index saved_search_seen_told on saved_search_seen (saved_search_id, told_at desc) where told_at is not null;

-- A kind of notice of its own: its owner chooses how to hear of it, and ends all of them by one click.
alter table notification drop constraint notification_kind_word;
alter table notification add constraint notification_kind_word check (kind in ('deadlines', 'commitments', 'registry', 'security', 'answers', 'movements', 'messages', 'calendar', 'credentials', 'profile', 'searches'));
alter table notice_preference drop constraint notice_preference_kind_word;
alter table notice_preference add constraint notice_preference_kind_word check (kind in ('answers', 'movements', 'messages', 'calendar', 'credentials', 'profile', 'searches'));
