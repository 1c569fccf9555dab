-- What registrars write often, as texts that they edit themselves: one per case, in both languages.

create table reason_template (
  id uuid primary key default uuidv7(),
  purpose text not null,
  -- A template for a withdrawal may bring its code.
  withdrawal_code text,
  name_fr text not null,
  name_en text not null,
  text_fr text not null,
  text_en text not null,
  position integer not null default 0,
  version integer not null default 1,
  updated_at timestamptz not null default now(),
  -- Retired, never deleted: the seeds would bring it back, and the trail speaks of it.
  retired_at timestamptz,
  constraint reason_template_purpose_word check (purpose in ('credential-document-seen', 'credential-confirm', 'credential-refuse', 'credential-withdraw', 'credential-question', 'company-verify', 'company-refuse', 'company-suspend', 'company-restore', 'company-question')),
  constraint reason_template_withdrawal_code_word check (withdrawal_code in ('issuer-withdrew', 'document-false', 'holder-asked', 'registered-in-error')),
  constraint reason_template_code_withdraws check (withdrawal_code is null or purpose = 'credential-withdraw')
);
