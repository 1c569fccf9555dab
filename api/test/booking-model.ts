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
  expiresAt: number
  /** Place in the order in which options were placed. */
  placed: number
}

export interface Model {
  now: number
  placed: number
  bookings: ModelBooking[]
}

const hour = 3_600_000
const startOf = (day: string) => Date.parse(`${day}T00:00:00Z`) - hour
const open = ['requested', 'option']
export const who = ['coordinator', 0, 1] as const
export type Who = (typeof who)[number]
export type Answer = { status: number; code?: string }

/** The clock’s own moves, which nobody has to make. */
export const tick = (model: Model): void => {
  for (const booking of model.bookings) {
    const doneAt = startOf(booking.days.at(-1) ?? '') + 48 * hour
    if (open.includes(booking.state) && booking.expiresAt <= model.now) end(booking, 'expired')
    if (booking.state === 'confirmed' && doneAt <= model.now) end(booking, 'completed')
  }
}

const end = (booking: ModelBooking, state: string) => {
  booking.state = state
  booking.version += 1
}

export const ask = (model: Model, company: 0 | 1, kind: 'option' | 'firm', days: string[]): Answer => {
  const limit = startOf(days[0] ?? '') - 24 * hour
  if (limit <= model.now) return { status: 409, code: 'too-late' }
  const expiresAt = Math.min(model.now + 72 * hour, limit)
  model.bookings.push({ company, kind, days, state: 'requested', version: 1, expiresAt, placed: 0 })
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

const byWhom: Record<string, ('coordinator' | 'production')[]> = {
  accept: ['coordinator'],
  decline: ['coordinator', 'production'],
  withdraw: ['production'],
  confirm: ['production'],
  release: ['coordinator', 'production'],
  cancel: ['coordinator', 'production'],
}
const startsFrom: Record<string, string> = {
  accept: 'requested',
  decline: 'requested',
  withdraw: 'requested',
  confirm: 'option',
  release: 'option',
  cancel: 'confirmed',
}
const ends: Record<string, string> = {
  decline: 'declined',
  withdraw: 'withdrawn',
  release: 'released',
  cancel: 'cancelled',
}
export const moveNames = Object.keys(byWhom)

const obstacle = (model: Model, booking: ModelBooking, name: string): string | undefined => {
  const becomesConfirmed = name === 'confirm' || (name === 'accept' && booking.kind === 'firm')
  if (!becomesConfirmed) return undefined
  if (takenDays(model, booking).length > 0) return 'dates-taken'
  const isHeld = model.bookings.some(
    (other) =>
      other.state === 'option' &&
      other.company !== booking.company &&
      other.days.some((day) => booking.days.includes(day)),
  )
  if (name === 'accept' && isHeld) return 'days-held'
  if (name === 'confirm' && ranks(model, booking).some(({ rank }) => rank > 1)) return 'not-first-option'
  return undefined
}

/** Without counter-offers a request awaits the coordinator alone. */
const isTheirTurn = (name: string, side: string) => name !== 'decline' || side === 'coordinator'

const sideOf = (booking: ModelBooking, by: Who) =>
  by === 'coordinator' ? 'coordinator' : by === booking.company ? 'production' : undefined

export const allowed = (model: Model, booking: ModelBooking, by: Who): string[] =>
  moveNames.filter((name) => {
    const side = sideOf(booking, by)
    return (
      side &&
      byWhom[name]?.includes(side) &&
      isTheirTurn(name, side) &&
      startsFrom[name] === booking.state &&
      !obstacle(model, booking, name)
    )
  })

export const make = (model: Model, booking: ModelBooking, by: Who, name: string, version: number): Answer => {
  const side = sideOf(booking, by)
  if (!side) return { status: 404, code: 'booking-not-found' }
  const isTheirs = byWhom[name]?.includes(side)
  if (isTheirs && booking.state === 'expired') return { status: 409, code: 'booking-expired' }
  if (version !== booking.version) return { status: 409, code: 'booking-changed' }
  if (!isTheirs || !isTheirTurn(name, side) || startsFrom[name] !== booking.state)
    return { status: 409, code: 'move-not-allowed' }
  const code = obstacle(model, booking, name)
  if (code) return { status: 409, code }
  booking.version += 1
  const becomesOption = name === 'accept' && booking.kind === 'option'
  booking.state = becomesOption ? 'option' : (ends[name] ?? 'confirmed')
  if (becomesOption) {
    model.placed += 1
    booking.placed = model.placed
    booking.expiresAt = Math.min(model.now + 168 * hour, startOf(booking.days[0] ?? ''))
  }
  return { status: 200 }
}
