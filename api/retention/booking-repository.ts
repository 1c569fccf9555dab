import type { Db, Trx } from '@repere/db'
import { liveStates } from '@repere/db/vocabulary/booking.ts'
import { sql } from 'kysely'

/** Requests that led to nothing, or work that was agreed: each has its own period. */
export type Ended = 'request' | 'booking'

/** Bookings that ended before an instant, the earliest first. What was confirmed once counts as agreed work. */
export const listEnded = async (db: Db | Trx, kind: Ended, before: Date): Promise<string[]> => {
  const rows = await db
    .selectFrom('booking')
    .select('id')
    .where('state', 'not in', liveStates)
    .where('confirmedAt', kind === 'booking' ? 'is not' : 'is', null)
    .where('endedAt', '<', before)
    .orderBy('endedAt')
    .orderBy('id')
    .limit(10_000)
    .execute()
  return rows.map(({ id }) => id)
}

/** Deletes a booking with its thread and its key; and its parties, where it was the last that hollow ones stood for. */
export const deleteBooking = async (trx: Trx, id: string): Promise<boolean> => {
  const gone = await trx
    .deleteFrom('booking')
    .where('id', '=', id)
    .returning(['sealingKeyId', 'coordinatorId', 'companyId'])
    .executeTakeFirst()
  if (!gone) return false
  await trx.deleteFrom('sealingKey').where('id', '=', gone.sealingKeyId).execute()
  const isFree = sql<boolean>`not exists (select from booking where booking.coordinator_id = coordinator.id)`
  await trx
    .deleteFrom('coordinator')
    .where('id', '=', gone.coordinatorId)
    .where('accountId', 'is', null)
    .where(isFree)
    .execute()
  await trx
    .deleteFrom('company')
    .where('id', '=', gone.companyId)
    .where('accountId', 'is', null)
    .where(sql<boolean>`not exists (select from booking where booking.company_id = company.id)`)
    .execute()
  return true
}

/** Keys of texts whose day has come, with what they seal. */
export const listDueKeys = (db: Db | Trx, today: string) =>
  db
    .selectFrom('sealingKey')
    .leftJoin('booking', 'booking.sealingKeyId', 'sealingKey.id')
    .leftJoin('project', 'project.sealingKeyId', 'sealingKey.id')
    .select(['sealingKey.id', 'booking.id as bookingId', 'project.id as projectId'])
    .where('sealingKey.wrapped', 'is not', null)
    .where('sealingKey.destroyAfter', '<', today)
    .orderBy('sealingKey.destroyAfter')
    .orderBy('sealingKey.id')
    .limit(10_000)
    .execute()
