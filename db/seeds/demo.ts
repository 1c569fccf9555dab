import type { Db } from '../connect.ts'
import type { Sealer } from '../sealing.ts'
import { accountIdOf, toAccount } from './demo/accounts.ts'
import { createDemoTime } from './demo/demo-time.ts'
import { demoEmail } from './demo/identity.ts'
import { keepAccounts, refreshCalendars } from './demo/refresh.ts'
import { writeCalendars } from './demo/write-calendars.ts'
import { writeCompanies } from './demo/write-companies.ts'
import { writeCredentials } from './demo/write-credentials.ts'
import { writePeople } from './demo/write-people.ts'

/** The password of every demo account. */
export const demoPassword = 'demo-repere-2027'

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
export const seedDemo = async (db: Db, { now, hashPassword }: DemoSeed): Promise<boolean> => {
  const passwordHash = await hashPassword(demoPassword)
  const time = createDemoTime(now)
  return db.transaction().execute(async (trx) => {
    const seeded = await trx
      .selectFrom('account')
      .select('id')
      .where('demo', '=', true)
      .limit(1)
      .executeTakeFirst()
    if (seeded) return false
    const registrar = { name: 'Sacha Aubertin', email: demoEmail('registrar'), role: 'registrar' as const }
    await trx
      .insertInto('account')
      .values(toAccount(registrar, passwordHash, time))
      .execute()
    const registrarId = accountIdOf(registrar.name)
    await writePeople(trx, { time, passwordHash })
    await writeCredentials(trx, { time, registrarId })
    await writeCalendars(trx, { time, spokenFor: new Map() })
    await writeCompanies(trx, { time, passwordHash, registrarId })
    return true
  })
}

/** Keeps the demo young, at each of its starts: calendars are confirmed again and known further. */
export const refreshDemo = async (db: Db, now: Date): Promise<void> => {
  const time = createDemoTime(now)
  await db.transaction().execute(async (trx) => {
    await refreshCalendars(trx, time)
    await keepAccounts(trx, time)
  })
}
