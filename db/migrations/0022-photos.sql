-- A portrait, off unless its owner sends one: two sizes drawn anew, sealed like every file, under a random name that
-- changes with each picture. Search knows nothing of it.
create table photo (
  -- Random: it is the public name.
  id uuid primary key default gen_random_uuid(),
  coordinator_id uuid not null constraint photo_one_each unique references coordinator on delete cascade,
  large_file_id uuid not null references stored_file on delete cascade,
  small_file_id uuid not null references stored_file on delete cascade,
  created_at timestamptz not null
);
create index photo_large_file on photo (large_file_id);
create index photo_small_file on photo (small_file_id);
