import type { Engine } from '../engine.ts'
import { countPublished, firstId, readDocuments, readPublishedAfter } from './documents.ts'
import { drain, type Pass } from './drain.ts'
import { askGolden } from './golden.ts'
import type { IndexWriter } from './index-writer.ts'
import { forgetUpTo, keepTold, readNewest } from './ledger.ts'
import { madeBy } from './made-by.ts'
import { beginUpkeep, type Upkeep } from './upkeep.ts'

const chunkSize = 1_000
/** How many chunks the server may have before us. */
const chunksAhead = 3

/** What a filling needs besides the two indexes. */
export interface Filling {
  /** What searches the new index before it is taken. */
  searchNext: Engine
  /** Told after each chunk how many people of how many are in. */
  onProgress?: ((done: number, total: number) => void) | undefined
}

/**
 * Fills a new index and puts it in the place of the current one, which answers meanwhile. Settings come first; whoever
 * changes while it fills is told to both. It is counted and searched before it is taken. The old index keeps the other
 * name, to go back to for a day.
 */
export const rebuild = async (
  pass: Pass,
  current: IndexWriter,
  next: IndexWriter,
  { searchNext, onProgress }: Filling,
): Promise<number> => {
  const total = await countPublished(pass.db)
  const upkeep = await beginUpkeep(pass.db, 'fill', total, pass.moment, onProgress)
  try {
    const held = await fillBeside(pass, current, next, searchNext, upkeep)
    if (pass.stopped()) return 0
    await upkeep.finish({ madeBy: madeBy() })
    return held
  } finally {
    // A database that is away says nothing of it now; the next beginning does.
    await upkeep.abandon().catch(() => {})
  }
}

const fillBeside = async (
  pass: Pass,
  current: IndexWriter,
  next: IndexWriter,
  searchNext: Engine,
  upkeep: Upkeep,
): Promise<number> => {
  // Whoever changed until now is read by the filling itself.
  const newest = await readNewest(pass.db)
  const after = { after: newest }
  const isThere = (await current.createdAt()) !== undefined
  const both = isThere ? [current, next] : [next]
  await next.drop()
  await next.create()
  await next.settle()
  await fill(pass, next, async (more) => {
    await drain(pass, both, after)
    await upkeep.progress(more)
  })
  await drain(pass, both, after)
  if (pass.stopped()) return 0
  const [held, published] = [await next.count(), await countPublished(pass.db)]
  if (Math.abs(held - published) > published / 100 + 5)
    throw new Error(`the new index holds ${held} people and ${published} are published: it is not taken`)
  await askGolden(pass, searchNext)
  await next.takePlaceOf(current)
  await forgetUpTo(pass.db, newest)
  return held
}

/** Sends everybody, by id, some chunks at a time; `between` runs after each. */
const fill = async (
  { db, readLexicon, moment, stopped }: Pass,
  index: IndexWriter,
  between: (more: number) => Promise<unknown>,
) => {
  const sending = new Set<Promise<void>>()
  let last = firstId
  while (!stopped()) {
    const ids = await readPublishedAfter(db, last, chunkSize)
    last = ids.at(-1) ?? last
    if (ids.length === 0) break
    const told = await readDocuments(db, ids, await readLexicon(), moment)
    const sent: Promise<void> = index.put(told.documents).then(async () => {
      await keepTold(db, { ...told, gone: [] }, moment)
      sending.delete(sent)
    })
    // Its failure is met below; until then it is nobody's.
    sent.catch(() => {})
    sending.add(sent)
    if (sending.size >= chunksAhead) await Promise.race(sending)
    await between(ids.length)
  }
  await Promise.all(sending)
}
