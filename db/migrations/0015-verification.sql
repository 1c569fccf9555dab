-- What can be verified by others, and for how long a verification holds.

-- A code by which anybody may check one credential, given and taken back by its owner.
create table verification (
  id uuid primary key default uuidv7(),
  credential_id uuid not null references credential on delete cascade,
  -- Sixty random bits. Kept readable, since its owner shows and prints it again; it opens nothing but a public page.
  code text not null constraint verification_code_unique unique,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  constraint verification_code_form check (code ~ '^[0-9A-HJKMNP-TV-Z]{12}$')
);
create unique index verification_one_live on verification (credential_id) where revoked_at is null;

-- A decision on a company judges it as it stood. Each change of what identifies it, or of anything a registrar reads,
-- begins a new version, so that a company which goes back to an earlier registration is looked at anew.
alter table company
  add column registration_version integer not null default 1,
  add column details_version integer not null default 1;
alter table company_decision
  add column registration_version integer,
  add column details_version integer;

update company_decision set
  registration_version = case
    when company_decision.country = company.country and company_decision.registration = company.registration
      and not exists (
        select from event
        where event.subject_kind = 'company' and event.subject_id = company.id and event.kind = 'company.changed'
          and (event.facts -> 'changed' @> '["registration"]' or event.facts -> 'changed' @> '["country"]')
          and event.at > company_decision.decided_at)
    then 1 else 0 end,
  details_version = case when company.updated_at <= company_decision.decided_at then 1 else 0 end
from company where company.id = company_decision.company_id;

alter table company_decision
  alter column registration_version set not null,
  alter column details_version set not null;

create function count_company_versions() returns trigger language plpgsql as $$
begin
  new.registration_version := old.registration_version
    + case when (new.country, new.registration) is distinct from (old.country, old.registration) then 1 else 0 end;
  new.details_version := old.details_version
    + case when (new.legal_name, new.country, new.registration, new.agreement, new.website,
                 new.contact_name, new.contact_function)
        is distinct from (old.legal_name, old.country, old.registration, old.agreement, old.website,
                          old.contact_name, old.contact_function) then 1 else 0 end;
  return new;
end $$;
create trigger company_versions before update on company
  for each row execute function count_company_versions();

-- Whoever writes a decision: it judges the company as it stands, and nothing if it names another registration.
create function judge_company_as_it_stands() returns trigger language plpgsql as $$
declare
  judged company%rowtype;
begin
  select * into judged from company where id = new.company_id;
  new.registration_version := case
    when new.country = judged.country and new.registration = judged.registration then judged.registration_version
    else 0 end;
  new.details_version := coalesce(judged.details_version, 0);
  return new;
end $$;
create trigger company_decision_versions before insert on company_decision
  for each row execute function judge_company_as_it_stands();

create or replace view company_standing as
  select
    company.id as company_id,
    case
      when held.decision = 'suspend' then 'suspended'
      when judged.decision = 'verify' then 'verified'
      -- What was refused and then corrected waits for a registrar again.
      when judged.decision = 'refuse' and judged.details_version = company.details_version then 'refused'
      else 'unverified'
    end as state,
    last.decided_at,
    last.reason
  from company
  left join lateral (
    select decided_at, reason from company_decision
    where company_decision.company_id = company.id order by decided_at desc, id desc limit 1
  ) last on true
  left join lateral (
    select decision from company_decision
    where company_decision.company_id = company.id and decision in ('suspend', 'restore')
    order by decided_at desc, id desc limit 1
  ) held on true
  left join lateral (
    select decision, details_version from company_decision
    where company_decision.company_id = company.id and decision in ('verify', 'refuse')
      and company_decision.registration_version = company.registration_version
    order by decided_at desc, id desc limit 1
  ) judged on true;
