-- What the application's role may do, laid anew after every migration. It owns nothing:
-- it can neither alter a table nor touch what the audit trail already says.
grant usage on schema public to :app;
grant select, insert, update, delete on all tables in schema public to :app;
grant usage, select on all sequences in schema public to :app;
grant execute on all functions in schema public to :app;
revoke update, delete, truncate on event, audit_seal, revision from :app;
-- A badge is what was decided: decisions are added and, with their subject, removed; never rewritten.
revoke update, truncate on credential_decision, company_decision, report_decision from :app;
revoke insert, update, delete, truncate on kysely_migration, kysely_migration_lock from :app;
revoke update, delete, truncate on erased_account from :app;
