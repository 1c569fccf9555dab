-- A company is verified under its name: whoever verified one under its own must not write to people under another's.
create or replace function count_company_versions() returns trigger language plpgsql as $$
begin
  new.registration_version := old.registration_version
    + case when (new.legal_name, new.country, new.registration)
        is distinct from (old.legal_name, old.country, old.registration) then 1 else 0 end;
  new.details_version := old.details_version
    + case when (new.legal_name, new.country, new.registration, new.agreement, new.website,
                 new.contact_name, new.contact_function)
        is distinct from (old.legal_name, old.country, old.registration, old.agreement, old.website,
                          old.contact_name, old.contact_function) then 1 else 0 end;
  return new;
end $$;
