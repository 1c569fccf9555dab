import type { Db } from '@repere/db'
import type { Lexicon } from '../coordinators/lexicon.ts'
import { readDocuments } from './documents.ts'
import type { IndexWriter } from './index-writer.ts'
import { keepRows } from './keep-rows.ts'
import { forgetDirty, keepTold, markDue, readDirty, readTold } from './ledger.ts'

const batchSize = 500

/** What a pass stands on. */
export interface Pass {
  db: Db
  /** The names of the catalogue as they stand now: read after the people they are needed for. */
  readLexicon(): Promise<Lexicon>
  moment: Date
  /** Whether a pass should end early. */
  stopped(): boolean
}

/**
 * Tells the index of everybody who changed, until nobody is left, and says how many. Reads a batch and lets go of it,
 * builds the documents from the tables, waits until the server has them, and only then takes the people off the list:
 * no row is held while waiting. With several indexes (a rebuild) all are told, even of what one of them knows. Changes
 * up to `after` are left on the list: somebody else sees to them.
 */
export const drain = async (
  pass: Pass,
  indexes: readonly IndexWriter[],
  { after = 0 } = {},
): Promise<number> => {
  const { db, moment } = pass
  await markDue(db, moment)
  let count = 0
  while (!pass.stopped()) {
    await keepRows(pass)
    const dirty = await readDirty(db, batchSize, after)
    if (dirty.length === 0) return count
    const ids = dirty.map(({ id }) => id)
    // After the list: a name changed since would put its people on it again.
    const told = await readDocuments(db, ids, await pass.readLexicon(), moment)
    const known = indexes.length === 1 ? await readTold(db, ids) : new Map<string, string>()
    const news = told.documents.filter(({ id, hash }) => known.get(id) !== hash)
    const leavers = indexes.length === 1 ? told.gone.filter((id) => known.has(id)) : told.gone
    await Promise.all(indexes.flatMap((index) => [index.put(news), index.remove(leavers)]))
    await keepTold(db, told, moment)
    await forgetDirty(db, dirty)
    count += dirty.length
  }
  return count
}
