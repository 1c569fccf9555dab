-- A registrar's question on a declared credential or a company, and what its owner answers. One thread each, sealed.

create table inquiry (
  id uuid primary key default uuidv7(),
  credential_id uuid constraint inquiry_credential_unique unique references credential on delete cascade,
  company_id uuid constraint inquiry_company_unique unique references company on delete cascade,
  -- The thread's own data key, wrapped by the application's secret.
  wrapped_key bytea not null,
  opened_at timestamptz not null default now(),
  constraint inquiry_one_subject check (num_nonnulls(credential_id, company_id) = 1)
);

create table inquiry_message (
  id uuid primary key default uuidv7(),
  inquiry_id uuid not null references inquiry on delete cascade,
  -- Opaque: the registrar's account may be gone.
  author_id uuid not null,
  party text not null,
  body_sealed bytea not null,
  sent_at timestamptz not null default now(),
  constraint inquiry_message_party_word check (party in ('registrar', 'owner'))
);
create index inquiry_message_inquiry on inquiry_message (inquiry_id, sent_at, id);

-- Where a thread stands: since when its owner has a question to answer, and when they last answered.
create view inquiry_standing as
  select
    inquiry.id as inquiry_id,
    inquiry.credential_id,
    inquiry.company_id,
    last_answer.sent_at as answered_at,
    -- The first question that no answer has followed.
    (
      select min(sent_at) from inquiry_message
      where inquiry_message.inquiry_id = inquiry.id and party = 'registrar'
        and (last_answer.sent_at is null or inquiry_message.sent_at > last_answer.sent_at)
    ) as asked_at
  from inquiry
  left join lateral (
    select max(sent_at) as sent_at from inquiry_message
    where inquiry_message.inquiry_id = inquiry.id and party = 'owner'
  ) last_answer on true;
