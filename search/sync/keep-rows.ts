import type { Db } from '@repere/db'
import { sql } from 'kysely'
import { createLexicon } from '../coordinators/lexicon.ts'
import { type Unwritten, writeRows } from '../postgres/row.ts'
import { readDocuments } from './documents.ts'
import { markDue } from './ledger.ts'

const batchSize = 500

/** Rows hold codes and no words: no name of the catalogue is needed for them. */
const noNames = createLexicon([])

/**
 * Writes the row of everybody who changed, until nobody is left, and says how many: what the fallback engine reads
 * instead of the tables. It never waits for the search server.
 */
export const keepRows = async ({
  db,
  moment,
  stopped,
}: {
  db: Db
  moment: Date
  stopped(): boolean
}): Promise<number> => {
  let count = 0
  while (!stopped()) {
    const unwritten = await readUnwritten(db)
    if (unwritten.length === 0) return count
    const ids = unwritten.map(({ id }) => id)
    const written = await writeRows(db, unwritten, await readDocuments(db, ids, noNames, moment), moment)
    // All that is left is being changed right now: the next turn is told of it.
    if (written === 0) return count
    count += written
  }
  return count
}

const readUnwritten = (db: Db): Promise<Unwritten[]> =>
  db
    .selectFrom('searchDirty')
    .select(['coordinatorId as id', 'version'])
    .where('inRows', '=', false)
    .orderBy('version')
    .limit(batchSize)
    .execute()

/** Puts whoever is public and has no row on the list: nobody should be missing, whatever happened to the tables. */
export const markRowless = async (db: Db): Promise<void> => {
  await sql`
    select mark_dirty(array_agg(coordinator_id)) from published_coordinator
    where not exists (select from search_row where search_row.coordinator_id = published_coordinator.coordinator_id)
      and not exists (
        select from search_dirty
        where search_dirty.coordinator_id = published_coordinator.coordinator_id and not in_rows)
    having count(*) > 0`.execute(db)
}

/** Keeps the rows where there is no search server. */
export interface RowKeeper {
  /** One turn. */
  run(): Promise<void>
  /** Lets the turn under way end early. */
  stop(): void
}

export const createRowKeeper = ({ db, clock }: { db: Db; clock: { now(): Date } }): RowKeeper => {
  let stopped = false
  let looked = false
  return {
    async run() {
      const moment = clock.now()
      if (!looked) await markRowless(db)
      looked = true
      await markDue(db, moment)
      await keepRows({ db, moment, stopped: () => stopped })
    },
    stop() {
      stopped = true
    },
  }
}
