/** Why a kept search is not looked at any more: its days are over, or the search no longer understands it. */
export const searchEndings = ['days-past', 'not-understood'] as const
export type SearchEnding = (typeof searchEndings)[number]

/** Where a kept search stands. */
export const savedSearchStates = ['watching', 'paused', 'ended'] as const
export type SavedSearchState = (typeof savedSearchStates)[number]
