-- Whom a coordinator takes no requests from. Nobody but the coordinator ever learns of it.

create table contact_block (
  id uuid primary key default uuidv7(),
  coordinator_id uuid not null references coordinator on delete cascade,
  -- A whole company, or the person behind an account whatever company they speak for: one of the two.
  company_id uuid references company on delete cascade,
  account_id uuid references account on delete cascade,
  created_at timestamptz not null default now(),
  constraint contact_block_one_party check (num_nonnulls(company_id, account_id) = 1),
  constraint contact_block_company_once unique (coordinator_id, company_id),
  constraint contact_block_account_once unique (coordinator_id, account_id)
);
create index contact_block_company on contact_block (company_id);
create index contact_block_account on contact_block (account_id);
