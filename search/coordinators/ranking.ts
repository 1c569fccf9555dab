import { type Day, daysBetween } from '@repere/db/vocabulary/day.ts'

/** Somebody who matches, with what decides their place. Never a price, a number of bookings or a personal trait. */
export interface Candidate {
  id: string
  /** How well the words match: equal for everybody when nothing was typed. */
  score: number
  /** How many of the asked days are free; equal for everybody when every match covers all of them. */
  coverage: number
  rank: number
}

/** How many matches take part in the daily rotation among equals; beyond, the order is fixed. */
export const rotating = 1_000

/** What is proven: 2 a confirmed credential in force, 1 a document seen by a registrar, 0 declared or none. */
export type Tier = 0 | 1 | 2

/** How recently somebody said that the calendar is right: 3 within a week, 2 three weeks, 1 still valid, 0 stale. */
export const freshBucketOf = (confirmedOn: Day | null, staleOn: Day | null, today: Day): 0 | 1 | 2 | 3 => {
  if (confirmedOn === null || staleOn === null || today >= staleOn) return 0
  const age = daysBetween(confirmedOn, today)
  return age <= freshAges[0] ? 3 : age <= freshAges[1] ? 2 : 1
}

/** The ages in days at which freshness drops. */
export const freshAges = [7, 21] as const

/** How many of the parts of a profile that {@link completeBucketOf} counts there are. */
const profileParts = 6

/** How much a profile says, 0 to 3, by how many of six parts are filled: headline, bio, base, languages, skills, proof. */
export const completeBucketOf = (filled: number): 0 | 1 | 2 | 3 =>
  filled >= profileParts ? 3 : filled >= 5 ? 2 : filled >= 3 ? 1 : 0

/** Evidence first, then freshness, then completeness, as one number: buckets only, so that many are equal. */
export const rankOf = (tier: Tier, freshBucket: number, completeBucket: number): number =>
  tier * 100 + freshBucket * 10 + completeBucket

/** Most asked days first, then the words, then rank; equals in an order that the seed decides. */
export const inOrder = <One extends Candidate>(candidates: readonly One[], seed: string): One[] => {
  const lots = new Map(candidates.map(({ id }) => [id, lotOf(seed, id)]))
  return candidates.toSorted(
    (a, b) =>
      b.coverage - a.coverage ||
      b.score - a.score ||
      b.rank - a.rank ||
      (lots.get(a.id) ?? 0) - (lots.get(b.id) ?? 0) ||
      (a.id < b.id ? -1 : 1),
  )
}

/** The lot a person draws under a seed, even over all seeds: FNV-1a, then MurmurHash3's finish to spread its bits. */
export const lotOf = (seed: string, id: string): number => {
  let hash = 0x811c9dc5
  for (const text of [seed, ':', id])
    for (let index = 0; index < text.length; index += 1)
      hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** Names as a French list orders them; the database's own collation says the same. */
export const nameOrder = new Intl.Collator('fr-FR')
