import { toMultirange } from '@repere/db'
import { type Day, rangesOf, weekdayOf } from '@repere/db/vocabulary/day.ts'
import { type RawBuilder, type Sql, sql } from 'kysely'
import { horizonOf } from '../coordinators/calendar.ts'
import type { Availability, Viewer } from '../coordinators/filters.ts'

type Predicate = RawBuilder<boolean>

/** The asked days against calendars: `c` the coordinator, `k` the calendar, `d` its days, `o` the live options. */
export interface AskedDays {
  /** Who takes part at all. */
  where: Predicate
  /** How many of the asked days are free; 0 where nobody may know. */
  coverage: RawBuilder<number>
  /** Which of them, as a multirange; empty where nobody may know. */
  free: RawBuilder<string>
}

/**
 * The days held by options that live at a moment, as `o`: looked up person by person, since few have any and no
 * planner guesses right how many people are left when a multirange was compared.
 */
export const joinLiveOptions = (moment: Date): RawBuilder<unknown> => sql`
  left join lateral (
    select range_agg(booking.exclusive_days) as days from booking
    where booking.coordinator_id = c.id and booking.state = 'option' and booking.expires_at > ${moment}
  ) o on true`

/** The same order of rules as `day_states`, for all asked days of a person at once: multiranges instead of days. */
export const askDays = (
  days: readonly Day[],
  availability: Availability,
  viewer: Viewer,
  { today, moment }: { today: Day; moment: Date },
): AskedDays => {
  const asked = multirange(days)
  const known = sql`case
    when k.known_until >= ${today}::date and ${today}::date < stale_on(k.confirmed_at, c.time_zone)
    then datemultirange(daterange(${today}::date, least(k.known_until + 1, ${horizonOf(today)}::date)))
    else '{}' end`
  const off = weeklyOff(days)
  const held = sql`d.tentative + coalesce(o.days, '{}')`
  const free = sql`${asked} * (${known}) - d.taken - (${off}) - (${held})`
  const seen: Predicate = viewer.seesAllDays ? sql`true` : sql`c.days_visibility = 'everyone'`
  const matches: Record<Availability, Predicate> = {
    free: sql`${seen} and ${asked} <@ (${known}) and not d.taken && ${asked}
      and not (${held}) && ${asked} and isempty(${off})`,
    optionable: sql`${seen} and not d.taken && ${asked} and isempty(${off})
      and ${asked} - (${known}) <@ (${held})`,
    some: sql`${seen} and not isempty(${free})`,
    any: sql`true`,
  }
  return {
    where: sql`not is_paused(c.paused_at, c.paused_until, c.time_zone, ${moment}) and ${matches[availability]}`,
    coverage: sql`case when ${seen} then coalesce((
      select sum(upper(run) - lower(run)) from unnest(${free}) as run), 0)::int else 0 end`,
    free: sql`case when ${seen} then coalesce(${free}, '{}') else '{}' end`,
  }
}

/** The asked days that fall on somebody's weekdays off and that no override opens. */
const weeklyOff = (days: readonly Day[]): ReturnType<Sql> => {
  const byWeekday = [1, 2, 3, 4, 5, 6, 7].map((weekday) => days.filter((day) => weekdayOf(day) === weekday))
  const parts = byWeekday.flatMap((asked, bit) =>
    asked.length === 0
      ? []
      : [sql`case when d.weekly & ${1 << bit} <> 0 then ${multirange(asked)} else '{}' end`],
  )
  return sql`case when d.weekly = 0 then '{}'::datemultirange else (${sql.join(parts, sql` + `)}) - d.opened end`
}

export const multirange = (days: readonly Day[]) => sql`${toMultirange(rangesOf(days))}::datemultirange`
