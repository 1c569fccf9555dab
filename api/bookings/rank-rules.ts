import type { BookingState } from '@repere/db/vocabulary/booking.ts'
import { type Day, type DayRange, daysOf, includesDay } from '@repere/db/vocabulary/day.ts'
import type { Obstacle } from './move-rules.ts'

/** A live option or a confirmation of the coordinator's, as far as other bookings need to know of it. */
export interface Holding {
  id: string
  companyId: string
  state: BookingState
  exclusiveDays: readonly DayRange[]
  placedAt: Date | null
  expiresAt: Date | null
  /** While it takes part in a challenge. */
  challengeUntil: Date | null
  /** The booking that it must answer. */
  challengedBy: string | null
  challengeHours: number | null
  /** Stands still by a report: nobody can answer for it. */
  frozen: boolean
}

export interface Rank {
  date: Day
  /** 1 is the first option. */
  rank: number
  /** How many live options hold the day. */
  of: number
}

const isOption = (holding: Holding) => holding.state === 'option'

/** Earlier first. Placing runs under a lock and never twice in one instant; the id settles what copies of data may hold. */
const byPlacing = (a: Holding, b: Holding): number =>
  (a.placedAt?.getTime() ?? 0) - (b.placedAt?.getTime() ?? 0) || (a.id < b.id ? -1 : 1)

/** The rank of an option on each of its exclusive days, among live options; empty for anything else. */
export const ranksOf = (id: string, holdings: readonly Holding[]): Rank[] => {
  const options = holdings.filter(isOption).sort(byPlacing)
  const own = options.find((option) => option.id === id)
  if (!own) return []
  return daysOf(own.exclusiveDays).map((date) => {
    const holders = options.filter((option) => includesDay(option.exclusiveDays, date))
    return { date, rank: holders.indexOf(own) + 1, of: holders.length }
  })
}

/** The exclusive days of a booking that a confirmation of another booking holds. */
export const takenDays = (
  booking: Pick<Holding, 'id' | 'exclusiveDays'>,
  holdings: readonly Holding[],
): Day[] => {
  const confirmed = holdings.filter(({ id, state }) => id !== booking.id && state === 'confirmed')
  return daysOf(booking.exclusiveDays).filter((day) =>
    confirmed.some((other) => includesDay(other.exclusiveDays, day)),
  )
}

/** The exclusive days of a booking on which another company holds a live option. */
export const heldDays = (
  booking: Pick<Holding, 'id' | 'companyId' | 'exclusiveDays'>,
  holdings: readonly Holding[],
): Day[] => {
  const options = holdings.filter((other) => isOption(other) && other.companyId !== booking.companyId)
  return daysOf(booking.exclusiveDays).filter((day) =>
    options.some((other) => includesDay(other.exclusiveDays, day)),
  )
}

/** Holds one of these days. */
const meets = (one: Pick<Holding, 'exclusiveDays'>, other: Pick<Holding, 'exclusiveDays'>): boolean =>
  one.exclusiveDays.some((own) =>
    other.exclusiveDays.some(({ from, to }) => from <= own.to && own.from <= to),
  )

/**
 * The live options that stand before a booking on one of its days: for an option those placed earlier; for a request,
 * which has no place yet, those of other companies.
 */
export const optionsAhead = (
  booking: Pick<Holding, 'id' | 'companyId' | 'exclusiveDays' | 'state'>,
  holdings: readonly Holding[],
): Holding[] => {
  const inOrder = holdings.filter(isOption).sort(byPlacing)
  const own = inOrder.findIndex(({ id }) => id === booking.id)
  const before =
    booking.state === 'option'
      ? inOrder.slice(0, Math.max(own, 0))
      : inOrder.filter(({ companyId }) => companyId !== booking.companyId)
  return before.filter((option) => meets(option, booking))
}

/** What others' bookings put in the way of this one. */
export const obstaclesAmong = (
  booking: Pick<Holding, 'id' | 'companyId' | 'exclusiveDays'>,
  holdings: readonly Holding[],
): Obstacle[] => {
  const obstacles: Obstacle[] = []
  if (takenDays(booking, holdings).length > 0) obstacles.push('dates-taken')
  if (heldDays(booking, holdings).length > 0) obstacles.push('days-held')
  if (ranksOf(booking.id, holdings).some(({ rank }) => rank > 1)) obstacles.push('not-first-option')
  return obstacles
}

/**
 * Who moved up when what a coordinator holds changed, and on which days: a better rank, or a day no longer taken. Only
 * who shares a day with something that is held no more, or not as it was, can have.
 */
export const movedUp = (
  before: readonly Holding[],
  after: readonly Holding[],
): { id: string; days: Day[] }[] => {
  const now = new Map(after.map((holding) => [holding.id, holding]))
  const then = new Map(before.map((holding) => [holding.id, holding]))
  const given = before.filter((holding) => !isHeldAlike(holding, now.get(holding.id)))
  return after.filter(isOption).flatMap((option) => {
    const earlier = then.get(option.id)
    if (!earlier || !isOption(earlier) || !given.some((one) => meets(one, option))) return []
    const ranksBefore = new Map(ranksOf(option.id, before).map(({ date, rank }) => [date, rank]))
    const takenAfter = takenDays(option, after)
    const freed = takenDays(earlier, before).filter((day) => !takenAfter.includes(day))
    const days = ranksOf(option.id, after)
      .filter(({ date }) => !takenAfter.includes(date))
      .filter(({ date, rank }) => freed.includes(date) || rank < (ranksBefore.get(date) ?? rank))
      .map(({ date }) => date)
    return days.length > 0 ? [{ id: option.id, days }] : []
  })
}

const isHeldAlike = (one: Holding, other: Holding | undefined): boolean =>
  other !== undefined &&
  one.state === other.state &&
  one.placedAt?.getTime() === other.placedAt?.getTime() &&
  one.exclusiveDays.length === other.exclusiveDays.length &&
  one.exclusiveDays.every(
    ({ from, to }, index) =>
      other.exclusiveDays[index]?.from === from && other.exclusiveDays[index].to === to,
  )
