import type { Db } from '@repere/db'
import type { EngineName } from './engine.ts'
import { createSearchOver, type Log, type Search } from './search.ts'

export interface SearchConfig {
  db: Db
  /** `postgres` answers from the database on purpose, and wherever there is no search server. */
  engine: EngineName
  /** The search server, with a key that may search this one index. */
  meili?: { url: string; key: string }
  indexName?: string
  clock: { now(): Date }
  log: Log
}

export const createSearch = ({ db, clock, log }: SearchConfig): Search => createSearchOver({ db, clock, log })
