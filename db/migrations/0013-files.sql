-- Files lie outside the database, sealed, each under a key of its own: this row without its key opens nothing.

alter table sealing_key drop constraint sealing_key_purpose_word;
alter table sealing_key add constraint sealing_key_purpose_word check (purpose in ('project', 'booking', 'file'));

create table stored_file (
  -- Random: it names the file on the disk, and tells nobody what was stored when.
  id uuid primary key default gen_random_uuid(),
  -- Null once the account is gone: such a file is let go of.
  account_id uuid references account on delete set null,
  sealing_key_id uuid not null references sealing_key,
  media_type text not null,
  size_bytes integer not null,
  -- As the person called it, under the file's own key.
  name_sealed bytea not null,
  created_at timestamptz not null default now(),
  constraint stored_file_media_type_word check (media_type in ('application/pdf', 'image/jpeg', 'image/png')),
  constraint stored_file_size check (size_bytes > 0)
);
create index stored_file_account on stored_file (account_id);
