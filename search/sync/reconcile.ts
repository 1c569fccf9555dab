import { countPublished, firstId, readDocuments, readPublishedAfter } from './documents.ts'
import { drain, type Pass } from './drain.ts'
import type { IndexWriter } from './index-writer.ts'
import { keepTold } from './ledger.ts'
import { beginUpkeep, type Drift, type Upkeep } from './upkeep.ts'

const chunkSize = 1_000

/** Compares what an index holds with the tables, person by person, and puts right what differs. */
export const reconcile = async (pass: Pass, index: IndexWriter): Promise<Drift> => {
  const upkeep = await beginUpkeep(pass.db, 'comparison', await countPublished(pass.db), pass.moment)
  try {
    const drift = await compare(pass, index, upkeep)
    if (!pass.stopped()) await upkeep.finish(drift)
    return drift
  } finally {
    await upkeep.abandon().catch(() => {})
  }
}

const compare = async (pass: Pass, index: IndexWriter, upkeep: Upkeep): Promise<Drift> => {
  await drain(pass, [index])
  const held = await index.hashes()
  const drift: Drift = { missing: 0, different: 0, extra: 0 }
  let last = firstId
  while (!pass.stopped()) {
    const ids = await readPublishedAfter(pass.db, last, chunkSize)
    last = ids.at(-1) ?? last
    if (ids.length === 0) break
    const told = await readDocuments(pass.db, ids, await pass.readLexicon(), pass.moment)
    const wrong = told.documents.filter(({ id, hash }) => held.get(id) !== hash)
    for (const { id } of wrong) drift[held.has(id) ? 'different' : 'missing'] += 1
    for (const id of ids) held.delete(id)
    await index.put(wrong)
    await keepTold(pass.db, { ...told, gone: [] }, pass.moment)
    await upkeep.progress(ids.length)
  }
  if (pass.stopped()) return drift
  drift.extra = held.size
  await index.remove([...held.keys()])
  // Somebody published while we compared may have been taken for an extra: the dirty set knows.
  await drain(pass, [index])
  return drift
}
