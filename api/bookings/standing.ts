import { daysOf } from '@repere/db/vocabulary/day.ts'
import { challengeObstacles } from './challenge-rules.ts'
import { clocksOf, firstDayOf, lastDayOf } from './clocks.ts'
import { completionMoment, extendedUntil, extension } from './deadline-rules.ts'
import { type Holding, obstaclesAmong, optionsAhead, takenDays } from './rank-rules.ts'
import type { BookingRow } from './repository.ts'
import type { Circumstance, Obstacle, Standing } from './rules.ts'

/** What the rules need to know of a stored booking, given what the coordinator holds. */
export const toStanding = (row: BookingRow, holdings: readonly Holding[], now: Date): Standing => ({
  state: row.state,
  kind: row.kind,
  turn: turnOf(row),
  expiresAt: row.expiresAt,
  mustAnswer:
    row.challengedBy !== null &&
    row.challengeUntil !== null &&
    row.expiresAt !== null &&
    row.challengeUntil <= row.expiresAt,
  completesAt: completionMoment(lastDayOf(row), row.timeZone),
  obstacles: obstaclesOf(row, holdings, now),
  circumstances: circumstancesOf(row, holdings),
})

/** Whose answer a request or a counter-offer awaits: the side that did not propose the terms as they stand. */
export const turnOf = ({ state, termsBy }: Pick<BookingRow, 'state' | 'termsBy'>): Standing['turn'] => {
  if (state !== 'requested' && state !== 'countered') return null
  return termsBy === 'production' ? 'coordinator' : 'production'
}

const obstaclesOf = (row: BookingRow, holdings: readonly Holding[], now: Date): Obstacle[] => [
  ...obstaclesAmong(row, holdings),
  ...challengeObstacles({ ...row, ...clocksOf(row) }, holdings, now),
  ...(row.discipline === 'intimacy' && !row.described ? (['brief-not-described'] as const) : []),
  ...(canExtend(row, holdings) ? [] : (['extension-limit'] as const)),
  ...companyObstacles(row),
]

/** Once; and again for as long as it stands behind a confirmation. Not when there is no time left to win by it. */
const canExtend = (row: BookingRow, holdings: readonly Holding[]): boolean => {
  if (!row.expiresAt || (row.extensions > 0 && takenDays(row, holdings).length === 0)) return false
  const place = { firstDay: firstDayOf(row), timeZone: row.timeZone, expiresAt: row.expiresAt }
  return extendedUntil(place, extension.mostDays) > row.expiresAt
}

/** A company that is not verified takes no step forward; a suspended one cannot be met on its way. */
const companyObstacles = (row: BookingRow): Obstacle[] => {
  if (row.companyState === 'verified') return []
  const isOtherSides = turnOf(row) === 'coordinator'
  const own: Obstacle[] = isOtherSides && row.state === 'countered' ? [] : ['company-not-verified']
  return row.companyState === 'suspended' ? [...own, 'company-suspended'] : own
}

const circumstancesOf = (row: BookingRow, holdings: readonly Holding[]): Circumstance[] => {
  const isChallenger = row.challengeUntil !== null && row.challengedBy === null
  const holds: Record<Circumstance, boolean> = {
    'firm-request': row.kind === 'firm',
    'option-ahead': optionsAhead(row, holdings).length > 0,
    'several-days': daysOf(row.days).length > 1,
    'extension-asked': row.extensionAskedUntil !== null,
    'no-extension-asked': row.extensionAskedUntil === null,
    'nobody-left-ahead': isChallenger && !holdings.some(({ challengedBy }) => challengedBy === row.id),
  }
  return (Object.keys(holds) as Circumstance[]).filter((name) => holds[name])
}
