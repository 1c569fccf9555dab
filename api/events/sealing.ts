import { setTimeout } from 'node:timers/promises'
import type { Trx } from '@repere/db'
import type { Deps } from '../deps.ts'
import { beginning, type Head, sealEntry } from './chain.ts'
import { findHead, findMark, insertSeals, isSettled, listEntries, lockSealing } from './seal-repository.ts'

type Stand = Pick<Deps, 'db' | 'sealer'>

const batch = 1_000

export interface SealingOptions {
  /** How long to wait for transactions that are under way; what they hold up is sealed by a later turn. */
  patienceMs?: number
  signal?: AbortSignal
}

/**
 * Seals what was written to the trail so far, and answers how many entries that was. Ids are drawn before they are
 * committed, so an entry may still appear below one that is there already. Hence only entries older than every open
 * transaction are sealed: read the latest id, then draw a transaction number, and wait until all numbers below it are
 * over (`pg_snapshot_xmin`). A chain locked in each move would have held up everybody instead.
 */
export const sealTrail = async (
  { db, sealer }: Stand,
  { patienceMs = 2_000, signal }: SealingOptions = {},
): Promise<number> => {
  const { latest, horizon } = await findMark(db)
  const head = await findHead(db)
  if (latest === null || latest <= (head?.eventId ?? 0)) return 0
  const until = Date.now() + patienceMs
  while (!(await isSettled(db, horizon))) {
    if (Date.now() >= until || signal?.aborted) return 0
    await setTimeout(50)
  }
  let sealed = 0
  for (;;) {
    const count = await db.transaction().execute((trx) => sealBatch(trx, sealer, latest))
    sealed += count
    if (count < batch || signal?.aborted) return sealed
  }
}

const sealBatch = async (trx: Trx, sealer: Stand['sealer'], upTo: number): Promise<number> => {
  if (!(await lockSealing(trx))) return 0
  const head = await findHead(trx)
  const entries = (await listEntries(trx, head?.eventId ?? 0, batch)).filter(({ id }) => id <= upTo)
  let before = head?.hash ?? beginning
  const seals: Head[] = entries.map(({ id, entry }) => {
    before = sealEntry(sealer, before, entry)
    return { eventId: id, hash: before }
  })
  if (seals.length > 0) await insertSeals(trx, seals)
  return seals.length
}
