import type { Generated } from 'kysely'
import type { Day } from '../vocabulary/day.ts'
import type { SearchEnding } from '../vocabulary/saved-search.ts'
import { column, type Dictionary } from './dictionary.ts'

/** A search somebody keeps, to be told of people who are new to it. */
export interface SavedSearchTable {
  id: Generated<string>
  accountId: string
  querySealed: Buffer
  queryDigest: string
  nameSealed: Buffer | null
  endsOn: Day | null
  createdAt: Date
  lookedAt: Date
  pausedAt: Date | null
  endedAt: Date | null
  endedBecause: SearchEnding | null
  deletedAt: Date | null
}

export const savedSearch: Dictionary<SavedSearchTable> = {
  id: column('opaque identity', 'nobody', 'account'),
  accountId: column('whose', 'nobody', 'account'),
  querySealed: column('what a kept search asks for', 'owner', 'account', 'mine'),
  queryDigest: column('whether a search is kept already', 'nobody', 'account'),
  nameSealed: column('what its owner calls a kept search', 'owner', 'account', 'mine'),
  endsOn: column('the last day a kept search asks for', 'owner', 'account', 'mine'),
  createdAt: column('when', 'owner', 'account', 'mine'),
  lookedAt: column('when a kept search was last looked at', 'owner', 'account', 'mine'),
  pausedAt: column('since when its owner is told nothing', 'owner', 'account', 'mine'),
  endedAt: column('when it ended', 'owner', 'account', 'mine'),
  endedBecause: column('why it ended', 'owner', 'account', 'mine'),
  deletedAt: column(
    'when its owner deleted it: for a day it can be brought back',
    'owner',
    'account',
    'mine',
  ),
}

/** Whom a kept search has shown already. */
export interface SavedSearchSeenTable {
  savedSearchId: string
  coordinatorId: string
  toldAt: Date | null
}

export const savedSearchSeen: Dictionary<SavedSearchSeenTable> = {
  savedSearchId: column('which kept search', 'nobody', 'account'),
  coordinatorId: column('who was found', 'nobody', 'account'),
  toldAt: column('when they were told of as new', 'owner', 'account'),
}
