import type { Deps } from '../deps.ts'
import { refuse } from '../problem.ts'
import { mostKept, type ShortlistShape } from './contract.ts'
import { addKept, dropKept, listKept, lockList } from './repository.ts'

/** Whom an account kept while searching. */
export const readShortlist = async (
  { db }: Pick<Deps, 'db'>,
  accountId: string,
): Promise<ShortlistShape> => ({
  items: await listKept(db, accountId),
  most: mostKept,
})

/**
 * Lets go of some, keeps others, all or nothing: a list that would grow too long stays as it was. One that is too long,
 * since people came back from a suspension, may be shortened.
 */
export const changeShortlist = async (
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  accountId: string,
  { keep, drop }: { keep: readonly string[]; drop: readonly string[] },
): Promise<ShortlistShape> =>
  db.transaction().execute(async (trx) => {
    await lockList(trx, accountId)
    if (drop.length > 0) await dropKept(trx, accountId, drop)
    const { length } = await listKept(trx, accountId)
    if (keep.length > 0) await addKept(trx, accountId, [...new Set(keep)], clock.now())
    const kept = await listKept(trx, accountId)
    return kept.length > Math.max(mostKept, length)
      ? refuse('shortlist-full')
      : { items: kept, most: mostKept }
  })
