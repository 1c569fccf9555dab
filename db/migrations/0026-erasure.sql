-- Who was erased: an opaque id and when, nothing else. Replayed after a restore, so that the erased stay erased.

create table erased_account (
  account_id uuid primary key,
  because text not null,
  erased_at timestamptz not null,
  constraint erased_account_because_word check (because in ('asked', 'operator', 'unproven', 'unused'))
);
create index erased_account_at on erased_account (erased_at);

-- The words of somebody erased are gone from a thread; that they wrote, and when, stays for the other side.
alter table booking_message alter column body_sealed drop not null;
