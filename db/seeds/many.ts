import { sql } from 'kysely'
import type { Db, Trx } from '../connect.ts'
import { dayIn } from '../vocabulary/day.ts'
import type { Discipline } from '../vocabulary/discipline.ts'
import { createChance } from './chance.ts'
import { type Asker, makeAskers, makeBookings } from './many/bookings.ts'
import { makeCredentials } from './many/credentials.ts'
import { insertRows } from './many/insert-rows.ts'
import {
  type Moment,
  makeBlocks,
  makeCalendar,
  makeCoordinator,
  makeLanguages,
  makeWeekly,
} from './many/person.ts'

export interface ManySeed {
  /** The same number makes the same people. */
  seed?: number
  /** Their dates are counted from here. */
  now: Date
  /** Told after each batch how many people there are by now. */
  onProgress?: (done: number) => void
}

const perBatch = 5_000

/**
 * Writes `count` coordinators made by chance, with credentials, calendars, options and bookings, as the profession
 * is spread: a data set for measuring. Set by set, with every trigger at work: a few seconds per 10,000. The same
 * seed makes the same people, so that a second run adds only who is missing. Nobody can sign in as one of them.
 */
export const seedMany = async (
  db: Db,
  count: number,
  { seed = 1, now, onProgress = () => {} }: ManySeed,
): Promise<void> => {
  const moment = { now, today: dayIn('Europe/Paris', now) }
  for (let from = 0; from < count; from += perBatch) {
    const until = Math.min(from + perBatch, count)
    await db.transaction().execute(async (trx) => {
      await sql`set local statement_timeout = 0`.execute(trx)
      await writeBatch(trx, { from, until, seed, moment })
    })
    onProgress(until)
  }
  // Searches are planned by what the tables hold; the server would find out in a minute or so, and may be at it.
  await db.transaction().execute(async (trx) => {
    await sql`set local lock_timeout = 0`.execute(trx)
    await sql`analyze`.execute(trx)
  })
}

interface Batch {
  from: number
  until: number
  seed: number
  moment: Moment
}

const writeBatch = async (trx: Trx, { from, until, seed, moment }: Batch): Promise<void> => {
  const skills = await listByDiscipline(trx, 'specialism')
  const catalogue = await listByDiscipline(trx, 'credentialType')
  const askers = await makeAskers(trx, seed, moment)
  const made = Array.from({ length: until - from }, (_, step) =>
    makePerson({ place: from + step, seed, skills, catalogue, askers, moment }),
  )
  const all = <Part extends keyof Made>(part: Part) =>
    made.flatMap((one) => one[part] as Record<string, unknown>[])
  await insertRows(trx, 'account', all('account'))
  await insertRows(trx, 'coordinator', all('coordinator'))
  await insertRows(trx, 'coordinatorLanguage', all('languages'))
  await insertRows(trx, 'credential', all('credentials'))
  await insertRows(trx, 'credentialDecision', all('decisions'))
  await insertRows(trx, 'calendar', all('calendar'))
  await insertRows(trx, 'availabilityBlock', all('blocks'))
  await insertRows(trx, 'weeklyRule', all('weekly'))
  await insertRows(trx, 'booking', all('bookings'))
}

type Made = ReturnType<typeof makePerson>

const makePerson = ({
  place,
  seed,
  skills,
  catalogue,
  askers,
  moment,
}: {
  place: number
  seed: number
  skills: Record<Discipline, string[]>
  catalogue: Record<Discipline, string[]>
  askers: readonly Asker[]
  moment: Moment
}) => {
  const chance = createChance(`many ${seed} ${place}`)
  const coordinator = makeCoordinator(chance, place, skills, moment)
  const { id, accountId, displayName, createdAt } = coordinator
  const account = {
    id: accountId,
    email: `person-${seed}-${place}@many.test`,
    // No password has this hash.
    passwordHash: '!',
    displayName,
    role: 'coordinator',
    locale: 'fr',
    state: 'active',
    emailVerifiedAt: createdAt,
    sessionEpoch: 0,
    demo: false,
    createdAt,
    lastSeenOn: moment.today,
  }
  return {
    account: [account],
    coordinator: [coordinator],
    languages: makeLanguages(chance, id),
    ...makeCredentials(chance, id, coordinator.disciplines, catalogue, moment),
    calendar: makeCalendar(chance, id, moment),
    blocks: makeBlocks(chance, id, moment),
    weekly: makeWeekly(chance, id),
    bookings: makeBookings(chance, id, askers, moment),
  }
}

/** Codes of the catalogue that can be held or named, by discipline. */
const listByDiscipline = async (
  trx: Trx,
  table: 'specialism' | 'credentialType',
): Promise<Record<Discipline, string[]>> => {
  const rows =
    table === 'specialism'
      ? (
          await trx
            .selectFrom('specialism')
            .select(['code', 'discipline'])
            .orderBy('position')
            .orderBy('code')
            .execute()
        ).map(({ code, discipline }) => ({ code, disciplines: [discipline] }))
      : await trx
          .selectFrom('credentialType')
          .select(['code', 'disciplines'])
          .where('holdable', '=', true)
          .orderBy('position')
          .orderBy('code')
          .execute()
  const of = (discipline: Discipline) =>
    rows.filter(({ disciplines }) => disciplines.includes(discipline)).map(({ code }) => code)
  return { intimacy: of('intimacy'), 'eco-production': of('eco-production') }
}
