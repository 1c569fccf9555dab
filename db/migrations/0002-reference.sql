-- What a registrar may change on any day: the catalogue. Closed words are check constraints instead.

create table credential_type (
  code text primary key,
  disciplines text[] not null,
  kind text not null,
  issuer text not null,
  country text not null,
  name_fr text not null,
  name_en text not null,
  status text not null,
  since integer,
  validity_months integer,
  registration_number text,
  facts text not null default '',
  confidence text not null,
  position integer not null default 0,
  -- A credential in creation can be shown and explained, and cannot be held: see credential_holdable.
  holdable boolean not null generated always as (status <> 'in-creation') stored,
  constraint credential_type_code_holdable unique (code, holdable),
  constraint credential_type_disciplines_word check (disciplines <@ array['intimacy', 'eco-production']),
  constraint credential_type_kind_word check (kind in ('certification', 'registry', 'training', 'safety')),
  constraint credential_type_status_word check (status in ('active', 'in-creation', 'ended')),
  constraint credential_type_confidence_word check (confidence in ('sourced', 'check'))
);

create table label (
  code text primary key,
  name text not null,
  country text not null,
  facts text not null default '',
  position integer not null default 0
);

create table tool (
  code text primary key,
  name text not null,
  url text,
  position integer not null default 0
);

create table specialism (
  code text primary key,
  discipline text not null,
  name_fr text not null,
  name_en text not null,
  position integer not null default 0,
  constraint specialism_discipline_word check (discipline in ('intimacy', 'eco-production'))
);
