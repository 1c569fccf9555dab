-- A pause may say its last day. From the next one on, where the person lives, it is over, and nobody needs to end it.

alter table coordinator
  add column paused_until date,
  add constraint coordinator_paused_until check (paused_until is null or (paused_at is not null and isfinite(paused_until)));

-- The instant at which a pause with a last day is over.
create function pause_ends_at(paused_until date, time_zone text) returns timestamptz
  language sql stable parallel safe
  return (paused_until + 1)::timestamp at time zone time_zone;

create function is_paused(paused_at timestamptz, paused_until date, time_zone text, moment timestamptz) returns boolean
  language sql stable parallel safe
  return paused_at is not null and (paused_until is null or moment < pause_ends_at(paused_until, time_zone));
