import type { Db } from '@repere/db'
import type { BreakerOptions } from './breaker.ts'
import type { EngineName } from './engine.ts'
import type { ReadCoverage } from './meilisearch/covered.ts'
import { createMeilisearchEngine } from './meilisearch/engine.ts'
import { readCoverage } from './postgres/coverage.ts'
import { createSearchOver, type Log, type Search } from './search.ts'
import { defaultIndexName } from './sync/sync.ts'

export interface SearchConfig {
  db: Db
  /** `postgres` answers from the database on purpose, and wherever there is no search server. */
  engine: EngineName
  /** The search server. With its master key, a key is made that may search this one index, and used instead. */
  meili?: { url: string; key: string }
  indexName?: string
  /** How long the search server may take for an answer. */
  timeoutMs?: number
  /** When to stop asking a search server that fails, and when to try it again. */
  breaker?: BreakerOptions
  clock: { now(): Date }
  log: Log
}

export const createSearch = ({
  db,
  engine,
  meili,
  indexName = defaultIndexName,
  timeoutMs,
  breaker,
  clock,
  log,
}: SearchConfig): Search => {
  if (engine === 'postgres' || !meili) return createSearchOver({ db, clock, log })
  const coverage: ReadCoverage = (ids, question) => readCoverage(db, ids, question)
  const meilisearch = createMeilisearchEngine(meili, indexName, coverage, timeoutMs)
  return createSearchOver({ db, clock, log, meilisearch, ...(breaker && { breaker }) })
}
