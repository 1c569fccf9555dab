import type { SavedSearchState } from '@repere/db/vocabulary/saved-search.ts'

/** How many searches an account keeps. */
export const mostSearches = 20

/** More people than anybody reads through: who is new among them is told to nobody. */
export const mostPeople = 500

const dayMs = 86_400_000

/** For how long what was deleted can be brought back. */
export const undoMs = dayMs

/** How many of what was deleted can be brought back: the rest goes for good at once. */
export const mostDeleted = 5

/** For how long a search that ended is still listed. */
export const endedMs = 90 * dayMs

export const stateOf = ({
  pausedAt,
  endedAt,
}: {
  pausedAt: Date | null
  endedAt: Date | null
}): SavedSearchState => (endedAt ? 'ended' : pausedAt ? 'paused' : 'watching')
