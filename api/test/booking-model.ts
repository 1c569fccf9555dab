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

export const hour = 3_600_000
export const startOf = (day: string | undefined) => Date.parse(`${day ?? ''}T00:00:00Z`) - hour
const open = ['requested', 'countered', 'option']
export const isOpen = ({ state }: ModelBooking) => open.includes(state)
export type Answer = { status: number; code?: string }

/** So many hours of Monday to Friday in Paris, an hour at a time: no holiday falls into these weeks. */
export const workingHoursLater = (from: number, hours: number): number => {
  let at = from
  for (let left = hours; left > 0; at += hour) {
    const weekday = new Date(at + hour).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return at
}

export const end = (booking: ModelBooking, state: string) => {
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

export const aheadOf = (model: Model, booking: ModelBooking, at: number): ModelBooking[] =>
  model.bookings.filter(
    (other) =>
      other !== booking &&
      other.state === 'option' &&
      other.expiresAt > at &&
      meet(other, booking) &&
      (booking.state === 'option' ? other.placed < booking.placed : other.company !== booking.company),
  )

export const ceiling = (booking: ModelBooking) =>
  booking.state === 'option' ? startOf(booking.days[0]) : booking.limit

/** Decides open challenges: nobody left ahead wins, a day gone to somebody loses, and who is asked no more goes on. */
export const review = (model: Model, at: number): void => {
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
