/**
 * What bookings should do, told a second time and in the plainest way, so that tests can compare: no SQL, no
 * tables, no shared code with the product. Times are milliseconds; the coordinator lives in Paris, in winter.
 */
export interface ModelBooking {
  company: 0 | 1
  kind: 'option' | 'firm'
  days: string[]
  state: string
  version: number
  termsVersion: number
  rate: number
  turn: 'coordinator' | 'production'
  limit: number
  expiresAt: number
  /** Place in the order in which options were placed. */
  placed: number
  extensionAsked: number | null
  extensions: number
  /** While it takes part in a challenge: until when, since when, its own clock, and whom it must answer. */
  challenge: { until: number; since: number; own: number; by: ModelBooking | null } | null
}

export interface Model {
  now: number
  placed: number
  bookings: ModelBooking[]
}

const hour = 3_600_000
const startOf = (day: string | undefined) => Date.parse(`${day ?? ''}T00:00:00Z`) - hour
const open = ['requested', 'countered', 'option']
export const isOpen = ({ state }: ModelBooking) => open.includes(state)
export const who = ['coordinator', 0, 1] as const
export type Who = (typeof who)[number]
type Side = 'coordinator' | 'production'
export type Answer = { status: number; code?: string }
export interface Made {
  name: string
  /** Of a counter-offer. */
  rate?: number
  /** Days to keep, or to go on with. */
  days?: string[]
  extendBy?: number
}

/** So many hours of Monday to Friday in Paris, an hour at a time: no holiday falls into these weeks. */
const workingHoursLater = (from: number, hours: number): number => {
  let at = from
  for (let left = hours; left > 0; at += hour) {
    const weekday = new Date(at + hour).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return at
}

const end = (booking: ModelBooking, state: string) => {
  booking.state = state
  booking.version += 1
  booking.challenge = null
  booking.extensionAsked = null
}

/** The clock’s own moves, in the order of their moments, which nobody has to make. */
export const tick = (model: Model): void => {
  for (;;) {
    const due = model.bookings.filter((one) => isOpen(one) && one.expiresAt <= model.now)
    const at = Math.min(...due.map(({ expiresAt }) => expiresAt))
    const now = due.filter(({ expiresAt }) => expiresAt === at)
    if (now.length === 0) break
    for (const one of now) {
      const mustAnswer = one.challenge?.by && one.challenge.until <= one.expiresAt
      end(one, mustAnswer ? 'released' : 'expired')
    }
    review(model, at)
  }
  for (const booking of model.bookings) {
    const doneAt = startOf(booking.days.at(-1)) + 48 * hour
    if (booking.state === 'confirmed' && doneAt <= model.now) end(booking, 'completed')
  }
}

const meet = (one: ModelBooking, other: ModelBooking) => one.days.some((day) => other.days.includes(day))

const aheadOf = (model: Model, booking: ModelBooking, at: number): ModelBooking[] =>
  model.bookings.filter(
    (other) =>
      other !== booking &&
      other.state === 'option' &&
      other.expiresAt > at &&
      meet(other, booking) &&
      (booking.state === 'option' ? other.placed < booking.placed : other.company !== booking.company),
  )

const ceiling = (booking: ModelBooking) =>
  booking.state === 'option' ? startOf(booking.days[0]) : booking.limit

/** Decides open challenges: nobody left ahead wins, a day gone to somebody loses, and who is asked no more goes on. */
const review = (model: Model, at: number): void => {
  const goOn = (one: ModelBooking) => {
    if (!one.challenge) return
    one.expiresAt = one.challenge.own
    one.challenge = null
  }
  for (const challenger of model.bookings.filter((one) => one.challenge && !one.challenge.by)) {
    const { own = 0, since = 0 } = challenger.challenge ?? {}
    const asked = model.bookings.filter((one) => one.challenge?.by === challenger)
    const ahead = aheadOf(model, challenger, at)
    const lost = takenDays(model, challenger).length > 0
    const left = asked.filter((one) => ahead.includes(one))
    if (lost) {
      asked.forEach(goOn)
      challenger.challenge = null
      challenger.expiresAt = Math.max(own, Math.min(own + at - since, ceiling(challenger)))
    } else {
      asked.filter((one) => !left.includes(one)).forEach(goOn)
      if (left.length === 0) end(challenger, 'confirmed')
    }
  }
  for (const one of model.bookings) if (one.challenge?.by && !one.challenge.by.challenge) goOn(one)
}

export const ask = (model: Model, company: 0 | 1, kind: 'option' | 'firm', days: string[]): Answer => {
  const limit = startOf(days[0]) - 24 * hour
  if (limit <= model.now) return { status: 409, code: 'too-late' }
  model.bookings.push({
    company,
    kind,
    days,
    state: 'requested',
    version: 1,
    termsVersion: 1,
    rate: 0,
    turn: 'coordinator',
    limit,
    expiresAt: Math.min(model.now + 72 * hour, limit),
    placed: 0,
    extensionAsked: null,
    extensions: 0,
    challenge: null,
  })
  return { status: 201 }
}

export const takenDays = (model: Model, booking: ModelBooking): string[] =>
  booking.days.filter((day) =>
    model.bookings.some(
      (other) => other !== booking && other.state === 'confirmed' && other.days.includes(day),
    ),
  )

export const ranks = (model: Model, booking: ModelBooking) =>
  booking.state !== 'option'
    ? []
    : booking.days.map((date) => {
        const holders = model.bookings.filter(
          (other) => other.state === 'option' && other.days.includes(date),
        )
        return {
          date,
          rank: holders.filter((other) => other.placed < booking.placed).length + 1,
          of: holders.length,
        }
      })

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
