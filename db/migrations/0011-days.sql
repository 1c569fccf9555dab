-- From the parts of a calendar to its days: the projection coordinator_days, and what others see of a day.

create function refresh_days(ids uuid[]) returns void language plpgsql as $$
begin
  if ids is null then return; end if;
  insert into coordinator_days (coordinator_id, taken, tentative, opened, weekly)
  select
    person.id,
    (coalesce(block.unavailable, '{}') - coalesce(block.available, '{}')) + coalesce(held.days, '{}'),
    coalesce(block.tentative, '{}'),
    coalesce(block.available, '{}'),
    coalesce(pattern.mask, 0)
  from (select distinct unnest(ids) as id order by 1) sorted
  join coordinator person on person.id = sorted.id
  left join lateral (
    select
      range_agg(days) filter (where kind = 'unavailable') as unavailable,
      range_agg(days) filter (where kind = 'tentative') as tentative,
      range_agg(days) filter (where kind = 'available') as available
    from availability_block where coordinator_id = person.id
  ) block on true
  left join lateral (
    select range_agg(exclusive_days) as days from booking
    where coordinator_id = person.id and state = 'confirmed'
  ) held on true
  left join lateral (
    select bit_or(1 << (weekday - 1))::smallint as mask from weekly_rule where coordinator_id = person.id
  ) pattern on true
  on conflict (coordinator_id) do update
    set taken = excluded.taken, tentative = excluded.tentative, opened = excluded.opened, weekly = excluded.weekly
    where (coordinator_days.taken, coordinator_days.tentative, coordinator_days.opened, coordinator_days.weekly)
      is distinct from (excluded.taken, excluded.tentative, excluded.opened, excluded.weekly);
end $$;

create function days_changed_by_insert() returns trigger language plpgsql as $$
begin
  perform refresh_days((select array_agg(distinct coordinator_id) from changed));
  return null;
end $$;
create function days_changed_by_update() returns trigger language plpgsql as $$
begin
  perform refresh_days((select array_agg(distinct coordinator_id) from (select coordinator_id from changed union select coordinator_id from was) both_sides));
  return null;
end $$;
create function days_changed_by_delete() returns trigger language plpgsql as $$
begin
  perform refresh_days((select array_agg(distinct coordinator_id) from was));
  return null;
end $$;

do $$
declare
  source text;
begin
  foreach source in array array['availability_block', 'weekly_rule', 'booking', 'calendar'] loop
    execute format('create trigger %1$s_inserted_days after insert on %1$I referencing new table as changed
      for each statement execute function days_changed_by_insert()', source);
    if source <> 'calendar' then
      execute format('create trigger %1$s_updated_days after update on %1$I referencing old table as was new table as changed
        for each statement execute function days_changed_by_update()', source);
      execute format('create trigger %1$s_deleted_days after delete on %1$I referencing old table as was
        for each statement execute function days_changed_by_delete()', source);
    end if;
  end loop;
end $$;

-- A calendar nobody confirmed for 45 days says nothing any more. The first such day, in the person's time zone.
create function stale_on(confirmed_at timestamptz, time_zone text) returns date
  language sql stable parallel safe
  return (confirmed_at at time zone time_zone)::date + 45;

-- What others see of each asked day, in the order of the rules: taken, held, unknown, free.
-- Beyond 18 months nothing is known. `moment` decides which options still live.
create function day_states(ids uuid[], asked date[], today date, moment timestamptz)
  returns table (coordinator_id uuid, day date, state text)
  language sql stable parallel safe as $$
  select
    person.id,
    asked_day.day,
    case
      when days.taken @> asked_day.day then 'unavailable'
      when days.weekly & (1 << (extract(isodow from asked_day.day)::int - 1)) <> 0 and not days.opened @> asked_day.day then 'unavailable'
      when days.tentative @> asked_day.day then 'option'
      when exists (
        select from booking
        where booking.coordinator_id = person.id and booking.state = 'option'
          and booking.expires_at > moment and booking.exclusive_days @> asked_day.day
      ) then 'option'
      when asked_day.day < today or calendar.known_until is null or asked_day.day > calendar.known_until
        or asked_day.day >= (today + interval '18 months')::date
        or calendar.confirmed_at is null or today >= stale_on(calendar.confirmed_at, person.time_zone) then 'unknown'
      else 'free'
    end
  from unnest(ids) as wanted (id)
  join coordinator person on person.id = wanted.id
  cross join unnest(asked) as asked_day (day)
  left join calendar on calendar.coordinator_id = person.id
  left join coordinator_days days on days.coordinator_id = person.id
$$;
