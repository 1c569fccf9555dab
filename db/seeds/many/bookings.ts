import { toMultirange } from '../../column-types.ts'
import type { Trx } from '../../connect.ts'
import { addDays, type Day, daysOf, rangesOf } from '../../vocabulary/day.ts'
import { type Chance, createChance } from '../chance.ts'
import { policy } from '../demo/lives.ts'
import { type Moment, uuidBy } from './person.ts'

/** A company with a project, for the options and bookings of the many. */
export interface Asker {
  companyId: string
  projectId: string
  sealingKeyId: string
}

/**
 * Companies nobody signs in for, with one project each. Their texts say nothing and their keys are gone from the
 * start, as after the end of a shoot.
 */
export const makeAskers = async (trx: Trx, seed: number, { now }: Moment): Promise<Asker[]> => {
  const chance = createChance(`askers ${seed}`)
  const askers = Array.from({ length: 20 }, () => ({
    companyId: uuidBy(chance),
    projectId: uuidBy(chance),
    sealingKeyId: uuidBy(chance),
  }))
  await trx
    .insertInto('sealingKey')
    .values(askers.map(({ sealingKeyId }) => ({ id: sealingKeyId, purpose: 'project', destroyedAt: now })))
    .onConflict((row) => row.doNothing())
    .execute()
  await trx
    .insertInto('company')
    .values(
      askers.map(({ companyId }, place) => ({
        id: companyId,
        legalName: `Société d’essai ${place + 1}`,
        country: 'FR',
        registration: `essai-${seed}-${place + 1}`,
        agreement: 'other',
        contactName: 'Personne',
        contactFunction: 'essai',
      })),
    )
    .onConflict((row) => row.doNothing())
    .execute()
  const nothing = Buffer.alloc(28)
  await trx
    .insertInto('project')
    .values(
      askers.map(({ companyId, projectId, sealingKeyId }) => ({
        id: projectId,
        companyId,
        sealingKeyId,
        titleSealed: nothing,
        briefSealed: nothing,
        type: 'series',
        discipline: 'intimacy',
      })),
    )
    .onConflict((row) => row.doNothing())
    .execute()
  return askers
}

/** One person in five has a confirmed booking, one in five a live option: on weekdays of the year to come. */
export const makeBookings = (
  chance: Chance,
  coordinatorId: string,
  askers: readonly Asker[],
  moment: Moment,
) => {
  const confirmed =
    chance.next() < 0.2 ? [makeBooking(chance, coordinatorId, askers, moment, 'confirmed')] : []
  const option = chance.next() < 0.2 ? [makeBooking(chance, coordinatorId, askers, moment, 'option')] : []
  return [...confirmed, ...option]
}

const makeBooking = (
  chance: Chance,
  coordinatorId: string,
  askers: readonly Asker[],
  { now, today }: Moment,
  state: 'confirmed' | 'option',
) => {
  const from = addDays(today, chance.between(5, 330))
  const run: Day[] = daysOf([{ from, to: addDays(from, chance.between(2, 12)) }])
  const days = run.filter((_, place) => place === 0 || chance.next() < 0.7)
  const hoursOn = (hours: number) => new Date(now.getTime() + hours * 3_600_000)
  return {
    id: uuidBy(chance),
    ...chance.pick(askers),
    coordinatorId,
    kind: 'option',
    state,
    days: toMultirange(rangesOf(days)),
    exclusiveDays: toMultirange(rangesOf(days)),
    phases: [{ id: uuidBy(chance), kind: 'shoot', days, remote: false, exclusive: true }],
    policy,
    replyByLimit: hoursOn(chance.between(-40, 0)),
    expiresAt: state === 'option' ? hoursOn(chance.between(24, 168)) : null,
    requestedAt: hoursOn(chance.between(-200, -120)),
    placedAt: hoursOn(chance.between(-119, -60)),
    confirmedAt: state === 'confirmed' ? hoursOn(chance.between(-59, -1)) : null,
  }
}
