import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** Who must be indexed again. */
export interface SearchDirtyTable {
  coordinatorId: string
  version: number
  dirtiedAt: Generated<Date>
  inRows: Generated<boolean>
}

export const searchDirty: Dictionary<SearchDirtyTable> = {
  coordinatorId: column('who', 'nobody', 'brief'),
  version: column('which change', 'nobody', 'brief'),
  dirtiedAt: column('since when', 'nobody', 'brief'),
  inRows: column('whether the row of the fallback engine says so already', 'nobody', 'brief'),
}
