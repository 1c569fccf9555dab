import { toDateRange } from '../../column-types.ts'
import type { Trx } from '../../connect.ts'
import type { Day } from '../../vocabulary/day.ts'
import { calendarOf } from './calendars.ts'
import type { DemoTime } from './demo-time.ts'
import { coordinatorIdOf } from './identity.ts'
import { people } from './people.ts'

/** Calendars, marked days and weekly patterns of the cast. */
export const writeCalendars = async (
  trx: Trx,
  {
    time,
    spokenFor,
  }: {
    time: DemoTime
    /** Days that bookings of the demo speak of, by name. */
    spokenFor: ReadonlyMap<string, ReadonlySet<Day>>
  },
): Promise<void> => {
  const calendars = people.flatMap((person) => {
    const calendar = calendarOf(person, time, spokenFor.get(person.name) ?? new Set())
    return calendar ? [{ coordinatorId: coordinatorIdOf(person.name), ...calendar }] : []
  })
  await trx
    .insertInto('calendar')
    .values(calendars.map(({ blocks: _, ...head }) => ({ ...head, version: 1 })))
    .execute()
  await trx
    .insertInto('availabilityBlock')
    .values(
      calendars.flatMap(({ coordinatorId, blocks }) =>
        blocks.map(({ days, ...block }) => ({ coordinatorId, days: toDateRange(days), ...block })),
      ),
    )
    .execute()
  await trx
    .insertInto('weeklyRule')
    .values(
      people.flatMap(({ name, weekly = {} }) =>
        Object.entries(weekly).map(([weekday, rule]) => ({
          coordinatorId: coordinatorIdOf(name),
          weekday: Number(weekday),
          rule,
        })),
      ),
    )
    .execute()
}
