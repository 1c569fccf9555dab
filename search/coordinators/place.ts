import type { Day } from '@repere/db/vocabulary/day.ts'
import { levelOf } from './filters.ts'
import { liveCredentials, type Person } from './person.ts'
import { completeBucketOf, freshBucketOf, type Tier } from './ranking.ts'

/** What decides somebody's place after days and words: steps, so that many people are equals. */
export interface Place {
  evidence: Tier
  freshness: 0 | 1 | 2 | 3
  completeness: 0 | 1 | 2 | 3
}

/** The place of a person on a day; the index, the card and its explanation all say this one. */
export const placeOf = (person: Person, today: Day): Place => {
  const live = liveCredentials(person.credentials, today)
  const top = Math.max(0, ...live.map(({ state }) => levelOf(state)))
  return {
    evidence: top === 3 ? 2 : top === 2 ? 1 : 0,
    freshness: freshBucketOf(person.confirmedOn, person.calendar.staleOn, today),
    completeness: completeBucketOf(filledParts(person, live.length > 0)),
  }
}

const filledParts = (person: Person, proven: boolean): number =>
  [
    Boolean(person.headlineFr || person.headlineEn),
    person.hasBio,
    person.baseRegion !== null,
    person.languages.length > 0,
    person.specialisms.length > 0,
    proven,
  ].filter(Boolean).length
