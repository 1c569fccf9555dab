import type { Generated } from 'kysely'
import type { UpkeepResult, UpkeepWork } from '../vocabulary/search-upkeep.ts'
import { column, type Dictionary } from './dictionary.ts'

/** One filling of the search index, or one comparison of it with the tables. Holds nobody. */
export interface SearchUpkeepTable {
  id: Generated<string>
  work: UpkeepWork
  beganAt: Date
  endedAt: Date | null
  done: Generated<number>
  total: number
  result: UpkeepResult | null
  missing: number | null
  different: number | null
  extra: number | null
  madeBy: string | null
}

export const searchUpkeep: Dictionary<SearchUpkeepTable> = {
  id: column('identity', 'nobody', 'notice'),
  work: column('what was done', 'registrar', 'notice'),
  beganAt: column('since when', 'registrar', 'notice'),
  endedAt: column('until when', 'registrar', 'notice'),
  done: column('how many people were seen to', 'registrar', 'notice'),
  total: column('of how many', 'registrar', 'notice'),
  result: column('how it ended', 'registrar', 'notice'),
  missing: column('people the index lacked', 'registrar', 'notice'),
  different: column('people it held otherwise', 'registrar', 'notice'),
  extra: column('people it should not have held', 'registrar', 'notice'),
  madeBy: column('what the documents were made by', 'nobody', 'notice'),
}
