import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** What the index was last told of a person. */
export interface SearchIndexedTable {
  coordinatorId: string
  documentHash: string
  nextChangeAt: Date | null
  indexedAt: Generated<Date>
}

export const searchIndexed: Dictionary<SearchIndexedTable> = {
  coordinatorId: column('who', 'nobody', 'account'),
  documentHash: column('of what was sent', 'nobody', 'account'),
  nextChangeAt: column('when time alone changes the document', 'nobody', 'account'),
  indexedAt: column('when sent', 'nobody', 'account'),
}
