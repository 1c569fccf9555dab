import { randomBytes } from 'node:crypto'
import { addProject, type Project } from '@repere/db/test/arrange.ts'
import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import { inject } from 'vitest'
import type { Filters } from '../coordinators/filters.ts'
import { createSearch } from '../create-search.ts'
import type { Found, Search } from '../search.ts'
import { openIndex } from '../sync/index-writer.ts'
import { createSync, type Sync } from '../sync/sync.ts'
import { addPeople } from './add-people.ts'
import { now, type Sketch, sketch } from './cast.ts'
import { quietLog } from './quiet.ts'
import { noFilters } from './random-filters.ts'

/** A database, an index of its own, a clock that stands still, and what works on them. */
export interface Stage {
  database: TestDatabase
  project: Project
  indexName: string
  clock: { now(): Date; set(instant: Date): void }
  sync: Sync
  search: Search
  /** Puts somebody into the tables. */
  add(values?: Partial<Sketch>): Promise<string>
  rename(id: string, displayName: string): Promise<unknown>
  unpublish(id: string): Promise<unknown>
  find(filters?: Partial<Filters>, seesAllDays?: boolean): Promise<Found>
  /** The ids that the index holds. */
  indexed(): Promise<string[]>
  close(): Promise<void>
}

export const setStage = async ({
  url = inject('meili').url,
  timeoutMs = 10_000,
  breaker = {},
} = {}): Promise<Stage> => {
  const database = await createTestDatabase()
  const { db } = database
  const { key } = inject('meili')
  const indexName = `stage-${randomBytes(6).toString('hex')}`
  let moment = now
  const clock = {
    now: () => moment,
    set(instant: Date) {
      moment = instant
    },
  }
  const at = { db, indexName, clock, log: quietLog }
  const sync = createSync({ ...at, meili: inject('meili') })
  const search = createSearch({ ...at, meili: { url, key }, engine: 'meilisearch', timeoutMs, breaker })
  const project = await addProject(db)
  const change = (id: string, values: { displayName: string } | { publishedAt: null }) =>
    db.updateTable('coordinator').set(values).where('id', '=', id).execute()
  return {
    database,
    project,
    indexName,
    clock,
    sync,
    search,
    async add(values) {
      const [id = ''] = (await addPeople(db, [sketch(values)], project)).keys()
      return id
    },
    rename: (id, displayName) => change(id, { displayName }),
    unpublish: (id) => change(id, { publishedAt: null }),
    find: (filters, seesAllDays = false) => search.find({ ...noFilters, ...filters }, { seesAllDays }),
    indexed: async () => [...(await openIndex(inject('meili'), indexName).hashes()).keys()].sort(),
    async close() {
      await sync.drop()
      await database.drop()
    },
  }
}
