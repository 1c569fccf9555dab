-- How long what somebody was told is kept is a period as the others are: a registrar changes it, within bounds.

alter table retention_period
  drop constraint retention_period_rule_word,
  add constraint retention_period_rule_word check (rule in ('unproven-account', 'unused-account', 'unused-warning', 'ended-request', 'completed-booking', 'evidence', 'idempotency', 'mail-body', 'link', 'session', 'notification'));

insert into retention_period (rule, days, least_days, most_days) values ('notification', 90, 30, 365);
