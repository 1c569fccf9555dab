-- How long what is kept for a while is kept: data, since a registrar may change it on any day, within bounds.

create table retention_period (
  rule text primary key,
  days integer not null,
  -- What the product leans on, or the law: nobody sets a period outside of these.
  least_days integer not null,
  most_days integer not null,
  changed_at timestamptz,
  -- Opaque: the registrar's account may be gone.
  changed_by uuid,
  constraint retention_period_rule_word check (rule in ('unproven-account', 'unused-account', 'unused-warning', 'ended-request', 'completed-booking', 'evidence', 'idempotency', 'mail-body', 'link', 'session')),
  constraint retention_period_within check (days between least_days and most_days)
);

insert into retention_period (rule, days, least_days, most_days) values
  ('unproven-account', 7, 1, 30),
  ('unused-account', 730, 180, 730),
  ('unused-warning', 30, 14, 90),
  ('ended-request', 365, 90, 730),
  ('completed-booking', 1826, 365, 3652),
  ('evidence', 90, 7, 365),
  ('idempotency', 1, 1, 7),
  ('mail-body', 7, 1, 30),
  ('link', 7, 1, 30),
  ('session', 15, 14, 60);

-- Counts only when later than the last visit: whoever came back is warned anew before anything is erased.
alter table account add column warned_on date;

create index sealing_key_due on sealing_key (destroy_after) where wrapped is not null;
