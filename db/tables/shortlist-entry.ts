import type { GeneratedAlways } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** Whom a production kept while searching. */
export interface ShortlistEntryTable {
  accountId: string
  coordinatorId: string
  place: GeneratedAlways<number>
  keptAt: Date
}

export const shortlistEntry: Dictionary<ShortlistEntryTable> = {
  accountId: column('whose list', 'nobody', 'account'),
  coordinatorId: column('who was kept', 'owner', 'account', 'mine'),
  place: column('in which order', 'owner', 'account'),
  keptAt: column('when they were kept', 'owner', 'account', 'mine'),
}
