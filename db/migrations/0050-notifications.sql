-- What somebody is told, as the page lists it: written with the work it tells of, and with its mail where one leaves.

create table notification (
  id uuid primary key default uuidv7(),
  account_id uuid not null references account on delete cascade,
  kind text not null,
  -- The page it opens: words of the site and opaque ids.
  path text not null,
  -- Sealed, in both languages: a heading and a line.
  content_sealed bytea not null,
  -- As the person had chosen when it was written.
  delivery text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  -- In which morning's mail it was: set with that mail, so that no notice is in two.
  digested_at timestamptz,
  constraint notification_kind_word check (kind in ('deadlines', 'commitments', 'registry', 'security', 'answers', 'movements', 'messages', 'calendar', 'credentials', 'profile')),
  constraint notification_delivery_word check (delivery in ('at-once', 'digest', 'app'))
);
create index notification_list on notification (account_id, created_at desc, id desc);
create index notification_unread on notification (account_id, path) where read_at is null;
create index notification_digest on notification (account_id, created_at)
  where delivery = 'digest' and read_at is null and digested_at is null;
create index notification_age on notification (created_at);

-- Only what differs from a mail at once.
create table notice_preference (
  account_id uuid not null references account on delete cascade,
  kind text not null,
  delivery text not null,
  primary key (account_id, kind),
  constraint notice_preference_kind_word check (kind in ('answers', 'movements', 'messages', 'calendar', 'credentials', 'profile')),
  constraint notice_preference_delivery_word check (delivery in ('at-once', 'digest', 'app'))
);
