-- The secret address under which a calendar program reads a coordinator's bookings. One at a time.

create table calendar_feed (
  coordinator_id uuid primary key references coordinator on delete cascade,
  token_hash text not null,
  -- Whether holds are shown beside bookings, and whether productions are named.
  options boolean not null,
  names boolean not null,
  created_at timestamptz not null,
  last_read_at timestamptz,
  constraint calendar_feed_token unique (token_hash)
);
