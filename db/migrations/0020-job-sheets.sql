-- The text on each profession, in both languages, edited by registrars. One document: sections, rules, sources.
create table job_sheet (
  discipline text primary key,
  id uuid not null default uuidv7() constraint job_sheet_id_unique unique,
  content jsonb not null,
  version integer not null default 1,
  changed_at timestamptz not null default now(),
  constraint job_sheet_discipline_word check (discipline in ('intimacy', 'eco-production'))
);
