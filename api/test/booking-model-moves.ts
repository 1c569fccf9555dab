import {
  type Answer,
  aheadOf,
  ceiling,
  end,
  hour,
  type Model,
  type ModelBooking,
  ranks,
  review,
  startOf,
  takenDays,
  workingHoursLater,
} from './booking-model.ts'

export const who = ['coordinator', 0, 1] as const
export type Who = (typeof who)[number]
type Side = 'coordinator' | 'production'
export interface Made {
  name: string
  /** Of a counter-offer. */
  rate?: number
  /** Days to keep, or to go on with. */
  days?: string[]
  extendBy?: number
}

const requests = ['requested', 'countered']
/** By whom, from where; `turn`: only when it is theirs. In the order of the buttons. */
const told: Record<string, { by: Side[]; from: string[]; turn?: true }> = {
  accept: { by: ['coordinator'], from: ['requested'] },
  'accept-counter': { by: ['coordinator', 'production'], from: ['countered'], turn: true },
  counter: { by: ['coordinator', 'production'], from: requests, turn: true },
  decline: { by: ['coordinator', 'production'], from: requests, turn: true },
  withdraw: { by: ['production'], from: requests },
  press: { by: ['coordinator'], from: requests, turn: true },
  confirm: { by: ['production'], from: ['option'] },
  challenge: { by: ['production'], from: ['option'] },
  trim: { by: ['production'], from: ['option'] },
  extend: { by: ['production'], from: ['option'] },
  'accept-extension': { by: ['coordinator'], from: ['option'] },
  'refuse-extension': { by: ['coordinator'], from: ['option'] },
  release: { by: ['coordinator', 'production'], from: ['option'] },
  cancel: { by: ['coordinator', 'production'], from: ['confirmed'] },
}
export const moveNames = Object.keys(told)

const ends: Record<string, string> = {
  decline: 'declined',
  withdraw: 'withdrawn',
  release: 'released',
  cancel: 'cancelled',
}

/** Why a move means nothing at the moment. */
const isMissing = (model: Model, booking: ModelBooking, name: string): boolean => {
  const isAlone = aheadOf(model, booking, model.now).length === 0
  if (name === 'press') return booking.kind !== 'firm' || isAlone
  if (name === 'challenge') return isAlone
  if (name === 'trim') return booking.days.length < 2
  if (name === 'extend') return booking.extensionAsked !== null
  if (name === 'accept-extension' || name === 'refuse-extension') return booking.extensionAsked === null
  return false
}

const extended = (booking: ModelBooking, days: number) =>
  Math.min(booking.expiresAt + days * 24 * hour, startOf(booking.days[0]) - 48 * hour)

const obstacle = (model: Model, booking: ModelBooking, name: string): string | undefined => {
  const isTaken = takenDays(model, booking).length > 0
  const ahead = aheadOf(model, booking, model.now)
  const isAccepting = name === 'accept' || name === 'accept-counter'
  if (isAccepting && booking.kind === 'firm') {
    if (isTaken) return 'dates-taken'
    return ahead.length > 0 ? 'days-held' : undefined
  }
  if (name === 'confirm') {
    if (isTaken) return 'dates-taken'
    return ranks(model, booking).some(({ rank }) => rank > 1) ? 'not-first-option' : undefined
  }
  if (name === 'challenge' || name === 'press') {
    if (isTaken) return 'dates-taken'
    if (booking.challenge) return 'challenge-open'
    if (ahead.some((one) => one.challenge)) return 'challenge-ahead'
    const decided = ahead.map((one) => Math.min(one.expiresAt, workingHoursLater(model.now, 24)))
    return Math.max(...decided) >= ceiling(booking) ? 'challenge-too-late' : undefined
  }
  if (booking.challenge && ['counter', 'extend', 'accept-extension'].includes(name)) return 'challenge-open'
  if (name !== 'extend') return undefined
  const isSpent = booking.extensions > 0 && !isTaken
  return isSpent || extended(booking, 14) <= booking.expiresAt ? 'extension-limit' : undefined
}

const sideOf = (booking: ModelBooking, by: Who): Side | undefined =>
  by === 'coordinator' ? 'coordinator' : by === booking.company ? 'production' : undefined

const isPossible = (model: Model, booking: ModelBooking, side: Side, name: string): boolean => {
  const line = told[name]
  if (!line?.by.includes(side)) return false
  const isTheirTurn = !line.turn || booking.turn === side
  return isTheirTurn && line.from.includes(booking.state) && !isMissing(model, booking, name)
}

export const allowed = (model: Model, booking: ModelBooking, by: Who): string[] => {
  const side = sideOf(booking, by)
  if (!side) return []
  return moveNames.filter((name) => isPossible(model, booking, side, name) && !obstacle(model, booking, name))
}

/** Makes a move as read at `version`, and says how it must be answered. */
export const make = (
  model: Model,
  booking: ModelBooking,
  by: Who,
  made: Made & { version: number },
): Answer => {
  const { name } = made
  const side = sideOf(booking, by)
  if (!side) return { status: 404, code: 'booking-not-found' }
  if (told[name]?.by.includes(side) && booking.state === 'expired')
    return { status: 409, code: 'booking-expired' }
  if (made.version !== booking.version) return { status: 409, code: 'booking-changed' }
  if (!isPossible(model, booking, side, name)) return { status: 409, code: 'move-not-allowed' }
  const code = obstacle(model, booking, name)
  if (code) return { status: 409, code }
  if (name === 'counter' && made.rate === booking.rate) return { status: 400, code: 'invalid-request' }
  write(model, booking, side, made)
  review(model, model.now)
  return { status: 200 }
}

const write = (model: Model, booking: ModelBooking, side: Side, made: Made): void => {
  const { name } = made
  const to = ends[name]
  if (to) {
    end(booking, to)
    return
  }
  booking.version += 1
  if (name === 'accept' || name === 'accept-counter' || name === 'confirm') {
    const becomesOption = name !== 'confirm' && booking.kind === 'option'
    booking.state = becomesOption ? 'option' : 'confirmed'
    if (!becomesOption) {
      booking.challenge = null
      booking.extensionAsked = null
      return
    }
    model.placed += 1
    booking.placed = model.placed
    booking.expiresAt = Math.min(model.now + 168 * hour, startOf(booking.days[0]))
  } else if (name === 'counter') {
    booking.state = 'countered'
    booking.termsVersion += 1
    booking.rate = made.rate ?? 0
    booking.turn = side === 'coordinator' ? 'production' : 'coordinator'
    booking.expiresAt = Math.min(model.now + 72 * hour, booking.limit)
  } else if (name === 'trim') {
    booking.days = booking.days.slice(0, -1)
    booking.termsVersion += 1
  } else if (name === 'extend') {
    booking.extensionAsked = extended(booking, made.extendBy ?? 1)
    booking.extensions += 1
  } else if (name === 'accept-extension') {
    booking.expiresAt = booking.extensionAsked ?? 0
    booking.extensionAsked = null
  } else if (name === 'refuse-extension') booking.extensionAsked = null
  else if (name === 'challenge' || name === 'press') openChallenge(model, booking)
}

const openChallenge = (model: Model, booking: ModelBooking): void => {
  const until = workingHoursLater(model.now, 24)
  const since = model.now
  for (const senior of aheadOf(model, booking, model.now)) {
    senior.challenge = { until, since, own: senior.expiresAt, by: booking }
    senior.expiresAt = Math.min(senior.expiresAt, until)
  }
  const own = booking.expiresAt
  booking.challenge = { until, since, own, by: null }
  booking.expiresAt = Math.max(own, Math.min(own + until - since, ceiling(booking)))
}
