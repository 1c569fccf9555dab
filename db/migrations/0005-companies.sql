-- Productions' companies. The state is computed from registrars' decisions on the registration as it stands.

create table company (
  id uuid primary key default uuidv7(),
  account_id uuid constraint company_account_unique unique references account on delete set null,
  legal_name text not null,
  country text not null,
  registration text not null,
  agreement text not null,
  website text,
  contact_name text not null,
  contact_function text not null,
  contact_phone text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint company_country_code check (country ~ '^[A-Z]{2}$'),
  constraint company_agreement_word check (agreement in ('3097', '2642', '2412', '1285', '3090', 'foreign', 'other'))
);

create table company_decision (
  id uuid primary key default uuidv7(),
  company_id uuid not null references company on delete cascade,
  decision text not null,
  -- What was judged: a company that changes them is unverified again.
  country text not null,
  registration text not null,
  reason text not null default '',
  decided_by uuid not null,
  decided_at timestamptz not null default now(),
  constraint company_decision_word check (decision in ('verify', 'refuse', 'suspend', 'restore'))
);
create index company_decision_company on company_decision (company_id, decided_at desc, id desc);

create view company_standing as
  select
    company.id as company_id,
    case
      when held.decision = 'suspend' then 'suspended'
      when judged.decision = 'verify' then 'verified'
      when judged.decision = 'refuse' then 'refused'
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
    select decision from company_decision
    where company_decision.company_id = company.id and decision in ('verify', 'refuse')
      and company_decision.country = company.country and company_decision.registration = company.registration
    order by decided_at desc, id desc limit 1
  ) judged on true;
