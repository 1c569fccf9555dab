-- Thousands of invitations wait behind the mail that somebody is waiting for.

alter table mail add column bulk boolean not null default false;
alter table mail add column invitation_id uuid references invitation on delete cascade;

drop index mail_due;
create index mail_due on mail (bulk, next_attempt_at, id) where state = 'queued';
create index mail_invitation on mail (invitation_id, id) where invitation_id is not null;
