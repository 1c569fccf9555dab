import type { Db, Trx } from '@repere/db'
import type { Deps } from '../deps.ts'
import { destroyKeys } from '../erasure/service.ts'
import { record } from '../events/service.ts'
import { isHeld } from '../reports/service.ts'
import { deleteBooking, listDueKeys } from './booking-repository.ts'
import { dayOf } from './rules.ts'

interface Held {
  bookingId?: string | null
  projectId?: string | null
}

/** Parts what may go from what a report holds back: open, or still to be contested. */
export const partHeld = async <Thing extends Held>(
  db: Db | Trx,
  things: readonly Thing[],
  now: Date,
): Promise<{ free: Thing[]; held: Thing[] }> => {
  const parted = { free: [] as Thing[], held: [] as Thing[] }
  for (const thing of things) parted[(await isThingHeld(db, thing, now)) ? 'held' : 'free'].push(thing)
  return parted
}

const isThingHeld = async (db: Db | Trx, { bookingId, projectId }: Held, now: Date): Promise<boolean> => {
  if (bookingId) return isHeld(db, { bookingId }, now)
  return projectId ? isHeld(db, { projectId }, now) : false
}

/** Forgets bookings whose time is over, each in a transaction of its own, unless a report holds it back. */
export const forgetBookings = async (
  { db }: Pick<Deps, 'db'>,
  ids: readonly string[],
  now: Date,
): Promise<number> => {
  let gone = 0
  for (const id of ids)
    gone += await db.transaction().execute(async (trx) => {
      if ((await isHeld(trx, { bookingId: id }, now)) || !(await deleteBooking(trx, id))) return 0
      await record(trx, {
        actor: 'clock',
        kind: 'booking.forgotten',
        subject: { kind: 'booking', id },
        at: now,
      })
      return 1
    })
  return gone
}

/** Keys of texts whose day has come, parted by whether a report holds them back. */
export const listKeys = async (db: Db | Trx, now: Date) =>
  partHeld(db, await listDueKeys(db, dayOf(now)), now)

/** Destroys the keys whose day has come: titles, briefs and words under them can never be read again. */
export const destroyDueKeys = async ({ db }: Pick<Deps, 'db'>, now: Date): Promise<number> => {
  let gone = 0
  for (const key of (await listKeys(db, now)).free)
    gone += await db.transaction().execute(async (trx) => {
      if (await isThingHeld(trx, key, now)) return 0
      const destroyed = await destroyKeys(trx, [key.id], now)
      if (destroyed === 0) return 0
      await record(trx, {
        actor: 'clock',
        kind: 'sealing-key.destroyed',
        subject: { kind: 'sealing-key', id: key.id },
        facts: { of: key.bookingId ? 'booking' : 'project' },
        at: now,
      })
      return destroyed
    })
  return gone
}
