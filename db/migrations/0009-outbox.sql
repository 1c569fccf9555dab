-- Mail leaves through an outbox: the row is written with the work it tells of, and is the queue.

create table mail (
  id uuid primary key default uuidv7(),
  -- Fixed when queued, so that a mail sent twice by a crash is one mail to the reader.
  message_id text not null constraint mail_message_id_unique unique,
  account_id uuid references account on delete cascade,
  recipient text not null,
  template text not null,
  locale text not null,
  -- Sealed {subject, text, html}; emptied a week after sending.
  content_sealed bytea,
  state text not null default 'queued',
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default now(),
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  constraint mail_locale_word check (locale in ('fr', 'en')),
  constraint mail_state_word check (state in ('queued', 'sent', 'kept', 'failed'))
);
create index mail_due on mail (next_attempt_at) where state = 'queued';
create index mail_recipient on mail (recipient, created_at desc);

create function announce_mail() returns trigger language plpgsql as $$
begin
  perform pg_notify('mail', '');
  return null;
end $$;
create trigger mail_announced after insert on mail for each statement execute function announce_mail();

create table rate_limit (
  key varchar(255) primary key,
  points integer not null default 0,
  expire bigint
);
