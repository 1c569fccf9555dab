-- Whom a production kept while searching: on every device it signs in from, until it lets go of them.

create table shortlist_entry (
  account_id uuid not null references account on delete cascade,
  coordinator_id uuid not null references coordinator on delete cascade,
  -- The order in which they were kept.
  place integer generated always as identity,
  kept_at timestamptz not null,
  primary key (account_id, coordinator_id)
);
create index shortlist_entry_coordinator on shortlist_entry (coordinator_id);

-- Whoever unpublishes leaves every list for good: publishing again puts nobody back where they did not ask to be.
create function leave_shortlists() returns trigger language plpgsql as $$
begin
  delete from shortlist_entry where coordinator_id = new.id;
  return null;
end $$;
create trigger coordinator_leaves_shortlists after update of published_at on coordinator
  for each row when (old.published_at is not null and new.published_at is null)
  execute function leave_shortlists();
