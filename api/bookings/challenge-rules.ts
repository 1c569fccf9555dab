import type { Day } from '@repere/db/vocabulary/day.ts'
import { type Clocked, ceilingOf, usualChallengeHours } from './deadline-rules.ts'
import { afterWorkingHours } from './holiday-rules.ts'
import type { Obstacle } from './move-rules.ts'
import { type Holding, optionsAhead } from './rank-rules.ts'

/** Until when an option must answer a challenge opened now: its own policy's working hours, wherever it was placed. */
export const answerBy = ({ challengeHours }: Pick<Holding, 'challengeHours'>, now: Date): Date =>
  afterWorkingHours(now, challengeHours ?? usualChallengeHours)

type Challenger = Parameters<typeof optionsAhead>[0] & Clocked & { challengeUntil: Date | null }

/**
 * What stands in the way of a challenge, besides days that are taken: one that is open already, on either side; an
 * option ahead that answers another challenge or stands still by a report; no time left before the challenger's days.
 */
export const challengeObstacles = (
  challenger: Challenger,
  holdings: readonly Holding[],
  now: Date,
): Obstacle[] => {
  const obstacles: Obstacle[] = challenger.challengeUntil ? ['challenge-open'] : []
  const ahead = optionsAhead(challenger, holdings)
  if (ahead.some(({ challengeUntil, frozen }) => challengeUntil !== null || frozen))
    obstacles.push('challenge-ahead')
  if (ahead.length > 0 && decidedBy(ahead, now) >= ceilingOf(challenger)) obstacles.push('challenge-too-late')
  return obstacles
}

/** When a challenge is decided at the latest: once the last option ahead has lapsed, by the challenge or by itself. */
const decidedBy = (ahead: readonly Holding[], now: Date): Date =>
  new Date(
    Math.max(
      ...ahead.map((option) =>
        Math.min(answerBy(option, now).getTime(), option.expiresAt?.getTime() ?? Infinity),
      ),
    ),
  )

/** The clocks of a challenge opened now. `until`: at the latest. The challenger's own clock waits that long. */
export const clocksOfChallenge = (
  challenger: Clocked & { expiresAt: Date },
  ahead: readonly Holding[],
  now: Date,
) => {
  const seniors = ahead.map((option) => {
    const until = answerBy(option, now)
    const own = option.expiresAt ?? until
    return { id: option.id, until, own, expiresAt: new Date(Math.min(own.getTime(), until.getTime())) }
  })
  const until = new Date(Math.max(...seniors.map((senior) => senior.until.getTime())))
  return { seniors, until, expiresAt: afterWaiting(challenger, { from: now, to: until }) }
}

/** A challenger's clock once it goes on: what was left of it, from then; never past what no clock goes past. */
export const afterWaiting = (
  challenger: Clocked & { expiresAt: Date },
  waited: { from: Date; to: Date },
): Date => {
  const goesOn = challenger.expiresAt.getTime() + Math.max(0, waited.to.getTime() - waited.from.getTime())
  return new Date(Math.max(challenger.expiresAt.getTime(), Math.min(goesOn, ceilingOf(challenger).getTime())))
}

/** Whether an open challenge is decided: won when nobody it asked is left, lost when a day went to somebody. */
export const outcomeOf = (left: readonly string[], taken: readonly Day[]): 'won' | 'lost' | undefined => {
  if (taken.length > 0) return 'lost'
  return left.length === 0 ? 'won' : undefined
}
