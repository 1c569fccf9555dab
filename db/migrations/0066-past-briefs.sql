-- Wordings of a brief that were replaced after somebody had been asked under them. Sealed under the project's key, so
-- that they become unreadable with it.

create table past_brief (
  project_id uuid not null references project on delete cascade,
  -- The version of the project that was the last to say it so.
  version integer not null,
  brief_sealed bytea not null,
  replaced_at timestamptz not null,
  primary key (project_id, version)
);
