import type { Db } from '../connect.ts'
import type { Sealer } from '../sealing.ts'
import { toAccount } from './demo/accounts.ts'
import { demoPassword } from './demo/cast.ts'
import { createDemoTime } from './demo/demo-time.ts'
import { daysSpokenFor, playBookings } from './demo/played.ts'
import { refreshBookings } from './demo/refresh-bookings.ts'
import { keepAccounts, refreshCalendars } from './demo/refresh-calendars.ts'
import { registrar, registrarId } from './demo/registrar.ts'
import { writeTrail } from './demo/trail.ts'
import { trailOfBooking } from './demo/trail-of-bookings.ts'
import { trailOfRegistry } from './demo/trail-of-registry.ts'
import { writeBookings } from './demo/write-bookings.ts'
import { writeCalendars } from './demo/write-calendars.ts'
import { writeCompanies } from './demo/write-companies.ts'
import { writeCredentials } from './demo/write-credentials.ts'
import { writeDepth } from './demo/write-depth.ts'
import { writePeople } from './demo/write-people.ts'
import { writeProjects } from './demo/write-projects.ts'

export { cast } from './demo/cast.ts'
export { demoPassword }

export interface DemoSeed {
  /** Every date of the demo is counted from here. */
  now: Date
  /** Hashing lives above this folder, and so is handed in. */
  hashPassword(password: string): Promise<string>
  sealer: Sealer
}

/**
 * Writes the cast of the demo in one transaction: coordinators, companies, projects, bookings in every state. The
 * same people with the same ids every time; only the dates follow `now`. Does nothing, and says so by false, where
 * a demo account exists already.
 */
export const seedDemo = async (db: Db, { now, hashPassword, sealer }: DemoSeed): Promise<boolean> => {
  const passwordHash = await hashPassword(demoPassword)
  const time = createDemoTime(now)
  const played = playBookings(time)
  return db.transaction().execute(async (trx) => {
    if (await isSeeded(trx)) return false
    await trx
      .insertInto('account')
      .values(toAccount(registrar, passwordHash, time))
      .execute()
    await writePeople(trx, { time, passwordHash })
    await writeCredentials(trx, { time, registrarId })
    await writeDepth(trx, { time, sealer })
    await writeCalendars(trx, { time, spokenFor: daysSpokenFor(played) })
    await writeCompanies(trx, { time, passwordHash, registrarId })
    await writeProjects(trx, { time, sealer })
    await writeBookings(trx, { time, sealer, played })
    await writeTrail(trx, [
      ...(await trailOfRegistry(trx, sealer)),
      ...played.flatMap((one) => trailOfBooking(one, time)),
    ])
    return true
  })
}

/**
 * Keeps the demo young, at each of its starts and before the worker's: calendars are confirmed again and known
 * further, pending deadlines run anew. Does nothing, and says so by false, where there is no demo.
 */
export const refreshDemo = async (
  db: Db,
  { now, sealer }: Pick<DemoSeed, 'now' | 'sealer'>,
): Promise<boolean> => {
  const time = createDemoTime(now)
  return db.transaction().execute(async (trx) => {
    if (!(await isSeeded(trx))) return false
    await refreshCalendars(trx, time)
    await refreshBookings(trx, { time, sealer })
    await keepAccounts(trx, time)
    return true
  })
}

const isSeeded = async (db: Db): Promise<boolean> => {
  const account = db.selectFrom('account').select('id').where('demo', '=', true).limit(1)
  return (await account.executeTakeFirst()) !== undefined
}
