import { randomBytes } from 'node:crypto'
import type { Db } from '@repere/db'
import type {} from '@repere/db/test/provided.ts'
import { createSearch, createSync, type Search, type Sync } from '@repere/search'
import { inject } from 'vitest'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'

export interface TestSearch {
  search: Search
  /** What the worker would run; only when the search server takes part. */
  sync?: Sync
  /** How the names of its indexes begin on the search server of the run, which all tests share. */
  indexName?: string
}

/**
 * Search for a test: the database alone, unless `server` asks for the search server too, with an index of its own
 * that the test tells of changes by `sync.run()` and drops at the end.
 */
export const createTestSearch = (
  db: Db,
  clock: Clock,
  log: Log,
  { server }: { server: boolean },
): TestSearch => {
  if (!server) return { search: createSearch({ db, engine: 'postgres', clock, log }) }
  const indexName = `test-${randomBytes(6).toString('hex')}`
  const at = { db, meili: inject('meili'), indexName, clock, log }
  // A busy machine is no failure here.
  return {
    search: createSearch({ ...at, engine: 'meilisearch', timeoutMs: 10_000 }),
    sync: createSync(at),
    indexName,
  }
}
