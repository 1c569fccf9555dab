-- What a person sent to prove a credential. The file goes ninety days after the decision; this row stays, with the hash.

create table credential_evidence (
  id uuid primary key default uuidv7(),
  credential_id uuid not null references credential on delete cascade,
  -- Null once the file is gone.
  file_id uuid references stored_file on delete set null,
  -- Of what was sent, before a picture was drawn anew: whoever has the original can make it again.
  sha256 text not null,
  uploaded_at timestamptz not null default now(),
  constraint credential_evidence_sha256_form check (sha256 ~ '^[0-9a-f]{64}$')
);
create index credential_evidence_credential on credential_evidence (credential_id, uploaded_at desc, id desc);
create index credential_evidence_sha256 on credential_evidence (sha256);
-- One document at a time: another takes its place.
create unique index credential_evidence_one_file on credential_evidence (credential_id) where file_id is not null;
create unique index credential_evidence_file on credential_evidence (file_id);

-- Each warning of an end leaves once: another end is warned of anew.
create table expiry_reminder (
  credential_id uuid not null references credential on delete cascade,
  ends_on date not null,
  days_before integer not null,
  sent_at timestamptz not null default now(),
  primary key (credential_id, ends_on, days_before)
);
