import type { BookingPhase, BookingPolicy } from '../../tables/booking.ts'
import type { BookingState } from '../../vocabulary/booking.ts'
import { addDays, type Day } from '../../vocabulary/day.ts'
import type { Booking, Step } from './booking.ts'
import type { DemoTime } from './demo-time.ts'

/** What a booking of the demo is made with, and keeps. */
export const policy: BookingPolicy = {
  replyHours: 72,
  optionDays: 7,
  cancellation: [
    { lessThanDays: 2, percent: 100 },
    { lessThanDays: 7, percent: 50 },
    { lessThanDays: 14, percent: 25 },
  ],
}

const hourMs = 3_600_000
const dayMs = 24 * hourMs

/** `2d4h`, `67h48` or `3d` before the demo's start. */
export const instantOf = (before: string, time: DemoTime): Date => {
  const [, days = 0, hours = 0, minutes = 0] = /^(?:(\d+)d)?(?:(\d+)h(\d+)?)?$/.exec(before) ?? []
  if (!days && !hours) throw new Error(`not a time of the demo: ${before}`)
  return time.ago({ days: Number(days), hours: Number(hours), minutes: Number(minutes) })
}

const leadsTo: Record<Exclude<Step['move'], 'accept'>, BookingState> = {
  counter: 'countered',
  decline: 'declined',
  withdraw: 'withdrawn',
  confirm: 'confirmed',
  release: 'released',
  cancel: 'cancelled',
  void: 'voided',
  expire: 'expired',
  complete: 'completed',
}

export type LivedStep = Step & { at: Date; to: BookingState }

/** A booking as its moves have made it. */
export interface Life {
  state: BookingState
  version: number
  termsVersion: number
  requestedAt: Date
  replyByLimit: Date
  /** Until when the first answer was awaited. */
  replyBy: Date
  expiresAt: Date | null
  placedAt: Date | null
  confirmedAt: Date | null
  endedAt: Date | null
  steps: LivedStep[]
}

const inParis = (day: Day): number => Date.parse(`${day}T00:00:00+01:00`)

/** Plays the moves of a booking one by one, by the clocks of its policy. `days` are all it asks for. */
export const live = ({ asked, kind, steps = [] }: Booking, days: readonly Day[], time: DemoTime): Life => {
  const requestedAt = instantOf(asked, time)
  const [first = time.today, last = first] = [days[0], days.at(-1)]
  // Midnight in Paris, an hour of summer time being of no account here.
  const replyByLimit = new Date(inParis(first) - dayMs)
  const within = (from: Date, ms: number) => new Date(Math.min(from.getTime() + ms, replyByLimit.getTime()))
  const replyMs = policy.replyHours * hourMs
  const life: Life = {
    state: 'requested',
    version: 1,
    termsVersion: 1,
    requestedAt,
    replyByLimit,
    replyBy: within(requestedAt, replyMs),
    expiresAt: within(requestedAt, replyMs),
    placedAt: null,
    confirmedAt: null,
    endedAt: null,
    steps: [],
  }
  const momentOf = (step: Step): Date => {
    if ('before' in step) return instantOf(step.before, time)
    return step.move === 'expire' ? (life.expiresAt ?? requestedAt) : new Date(inParis(addDays(last, 2)))
  }
  for (const step of steps) {
    const at = momentOf(step)
    const to = step.move === 'accept' ? (kind === 'firm' ? 'confirmed' : 'option') : leadsTo[step.move]
    life.steps.push({ ...step, at, to })
    life.state = to
    life.version += 1
    if (to === 'countered') Object.assign(life, { termsVersion: 2, expiresAt: within(at, replyMs) })
    else if (to === 'option')
      Object.assign(life, { placedAt: at, expiresAt: within(at, policy.optionDays * dayMs) })
    else if (to === 'confirmed') Object.assign(life, { confirmedAt: at, expiresAt: null })
    else if (to !== 'completed') life.endedAt = at
  }
  return life
}

export const daysOfPhases = (phases: readonly BookingPhase[]): Day[] =>
  [...new Set(phases.flatMap(({ days }) => days))].sort()

export const exclusiveDaysOf = (phases: readonly BookingPhase[]): Day[] =>
  daysOfPhases(phases.filter(({ exclusive }) => exclusive))
