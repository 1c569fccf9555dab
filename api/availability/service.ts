import type { Trx } from '@repere/db'
import { type Day, type DayRange, dayIn, daysOf } from '@repere/db/vocabulary/day.ts'
import type { DayState } from '@repere/db/vocabulary/day-state.ts'
import type { Deps } from '../deps.ts'
import { recorderOf } from '../events/service.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { ensureProfile } from '../profiles/service.ts'
import {
  type Calendar,
  confirmCalendar,
  emptyCalendar,
  findOwner,
  listDayStates,
  listHeldDays,
  loadCalendar,
  replaceWritten,
  turnVersion,
  type WrittenCalendar,
} from './repository.ts'
import { type DayReason, horizonMonths, isWithinHorizon, reasonsOf, staleOn } from './rules.ts'
import { findPrevious, keepPrevious } from './undo-repository.ts'

type Stand = Pick<Deps, 'db' | 'clock'>

/** A calendar with the day on which it goes stale, in its owner's time zone. */
export interface OwnCalendarView extends Calendar {
  staleOn: Day | null
}

const inParis = 'Europe/Paris'

export const readCalendar = async ({ db }: Stand, account: SignedIn): Promise<OwnCalendarView> => {
  const owner = await findOwner(db, account.id)
  if (!owner) return { ...emptyCalendar, staleOn: null }
  return toView(await loadCalendar(db, owner.id), owner.timeZone)
}

/** Replaces what was written by hand and confirms the calendar. Refuses a stale version. */
export const writeCalendar = async (
  { db, clock }: Stand,
  account: SignedIn,
  { version = 0, ...written }: WrittenCalendar & { version?: number | undefined },
): Promise<OwnCalendarView> => {
  const now = clock.now()
  const timeZone = (await findOwner(db, account.id))?.timeZone ?? inParis
  refuseBeyondHorizon(written.knownUntil, dayIn(timeZone, now))
  return db.transaction().execute(async (trx) => {
    const id = await ensureProfile(trx, account, now)
    await replace(trx, id, version, written, now)
    await tell(trx, account, id, 'calendar.written', now, factsOf(version + 1, written))
    return toView(await loadCalendar(trx, id), timeZone)
  })
}

/** Brings back what was written before the last change. Refuses a stale version, and when nothing is left to bring back. */
export const undo = async (
  { db, clock }: Stand,
  account: SignedIn,
  version: number,
): Promise<OwnCalendarView> => {
  const now = clock.now()
  return db.transaction().execute(async (trx) => {
    const id = await ensureProfile(trx, account, now)
    if ((await loadCalendar(trx, id)).version !== version) return refuse('calendar-changed')
    const previous = (await findPrevious(trx, id, version)) ?? refuse('nothing-to-undo')
    await replace(trx, id, version, previous, now)
    await tell(trx, account, id, 'calendar.undone', now, factsOf(version + 1, previous))
    const timeZone = (await findOwner(trx, account.id))?.timeZone ?? inParis
    return toView(await loadCalendar(trx, id), timeZone)
  })
}

/** Puts one written calendar in the place of another, which is kept until the next change. */
const replace = async (
  trx: Trx,
  id: string,
  version: number,
  written: WrittenCalendar,
  now: Date,
): Promise<void> => {
  const former = await loadCalendar(trx, id)
  const { knownUntil } = written
  if (!(await turnVersion(trx, id, version, { knownUntil, now }))) refuse('calendar-changed')
  await keepPrevious(trx, id, former, { replacedBy: version + 1, now })
  await replaceWritten(trx, id, written)
}

const factsOf = (version: number, { blocks, knownUntil }: WrittenCalendar) => ({
  version,
  blocks: blocks.length,
  knownUntil,
})

/** "Still right": confirms the calendar as of now, and says until when it is known if that is told. */
export const confirm = async (
  { db, clock }: Stand,
  account: SignedIn,
  knownUntil: Day | undefined,
): Promise<OwnCalendarView> => {
  const now = clock.now()
  const timeZone = (await findOwner(db, account.id))?.timeZone ?? inParis
  refuseBeyondHorizon(knownUntil ?? null, dayIn(timeZone, now))
  return db.transaction().execute(async (trx) => {
    const id = await ensureProfile(trx, account, now)
    const former = await loadCalendar(trx, id)
    await confirmCalendar(trx, id, { knownUntil, now })
    const { version } = await loadCalendar(trx, id)
    if (version !== former.version) await keepPrevious(trx, id, former, { replacedBy: version, now })
    await tell(trx, account, id, 'calendar.confirmed', now, { knownUntil: knownUntil ?? null })
    return toView(await loadCalendar(trx, id), timeZone)
  })
}

/** Each day of a window as others would read it, with its reasons for the owner's eyes. */
export const readDays = async (
  { db, clock }: Stand,
  account: SignedIn,
  window: DayRange,
): Promise<{ date: Day; state: DayState; reasons: DayReason[] }[]> => {
  const days = daysOf([window])
  const owner = await findOwner(db, account.id)
  if (!owner) return days.map((date) => ({ date, state: 'unknown', reasons: [] }))
  const now = clock.now()
  const states = await listDayStates(db, owner.id, days, { today: dayIn(owner.timeZone, now), now })
  const bookings = await listHeldDays(db, owner.id, window, now)
  const calendar = { ...(await loadCalendar(db, owner.id)), bookings }
  return days.map((date) => ({
    date,
    state: states.get(date) ?? 'unknown',
    reasons: reasonsOf(calendar, date),
  }))
}

const toView = (calendar: Calendar, timeZone: string): OwnCalendarView => ({
  ...calendar,
  staleOn: calendar.confirmedAt && staleOn(dayIn(timeZone, calendar.confirmedAt)),
})

const refuseBeyondHorizon = (knownUntil: Day | null, today: Day): void => {
  if (knownUntil && !isWithinHorizon(knownUntil, today))
    refuse('invalid-request', {
      errors: [{ pointer: '/knownUntil', detail: `must be within ${horizonMonths} months` }],
    })
}

const tell = recorderOf('coordinator', 'coordinator')
