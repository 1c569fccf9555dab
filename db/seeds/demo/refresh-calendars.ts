import { sql } from 'kysely'
import type { Trx } from '../../connect.ts'
import { calendarHead } from './calendars.ts'
import type { DemoTime } from './demo-time.ts'
import { coordinatorIdOf } from './identity.ts'
import { people } from './people.ts'

/** Confirms the calendars again and rolls how far they are known; those meant to be stale are left to age. */
export const refreshCalendars = async (trx: Trx, time: DemoTime): Promise<void> => {
  const heads = people.flatMap((person) => {
    const head = person.calendar === 'stale' ? undefined : calendarHead(person, time)
    return head ? [{ id: coordinatorIdOf(person.name), ...head }] : []
  })
  await sql`
    update calendar
    set confirmed_at = greatest(calendar.confirmed_at, fresh.confirmed_at),
      known_until = greatest(calendar.known_until, fresh.known_until)
    from unnest(
      ${heads.map(({ id }) => id)}::uuid[],
      ${heads.map(({ confirmedAt }) => confirmedAt.toISOString())}::timestamptz[],
      ${heads.map(({ knownUntil }) => knownUntil)}::date[]
    ) as fresh (id, confirmed_at, known_until)
    where calendar.coordinator_id = fresh.id`.execute(trx)
}

/** Accounts nobody uses are let go in time; those of the demo count as used. */
export const keepAccounts = async (trx: Trx, time: DemoTime): Promise<void> => {
  await trx.updateTable('account').set({ lastSeenOn: time.today }).where('demo', '=', true).execute()
}
