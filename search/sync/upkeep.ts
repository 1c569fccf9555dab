import type { Db } from '@repere/db'
import type { UpkeepWork } from '@repere/db/vocabulary/search-upkeep.ts'

/** How an index differed from the truth. */
export interface Drift {
  missing: number
  different: number
  extra: number
}

/** A filling or a comparison under way: what it writes down of itself. */
export interface Upkeep {
  /** So many people more have been seen to. */
  progress(more: number): Promise<void>
  finish(found: { madeBy: string } | Drift): Promise<void>
  /** It will not be finished. */
  abandon(): Promise<void>
}

/** For so long it is told what was done. */
const keptForMs = 90 * 864e5

/** Writes down that a filling or a comparison begins; one that never ended was stopped with its process. */
export const beginUpkeep = async (
  db: Db,
  work: UpkeepWork,
  total: number,
  moment: Date,
  told: (done: number, total: number) => void = () => {},
): Promise<Upkeep> => {
  await db
    .updateTable('searchUpkeep')
    .set({ result: 'stopped', endedAt: moment })
    .where('endedAt', 'is', null)
    .execute()
  await db
    .deleteFrom('searchUpkeep')
    .where('beganAt', '<', new Date(moment.getTime() - keptForMs))
    .execute()
  const { id } = await db
    .insertInto('searchUpkeep')
    .values({ work, beganAt: moment, total })
    .returning('id')
    .executeTakeFirstOrThrow()
  const began = performance.now()
  /** By the clock the work began by, and as long as it really took. */
  const ended = () => new Date(moment.getTime() + Math.round(performance.now() - began))
  const mine = db.updateTable('searchUpkeep').where('id', '=', id)
  let done = 0
  return {
    async progress(more) {
      done += more
      told(done, total)
      await mine.set({ done }).execute()
    },
    async finish(found) {
      await mine.set({ ...found, done, result: 'done', endedAt: ended() }).execute()
    },
    async abandon() {
      await mine.set({ result: 'stopped', endedAt: ended() }).where('endedAt', 'is', null).execute()
    },
  }
}

/** What the index that stands was made by; undefined before the first filling that said so. */
export const readMadeBy = async (db: Db): Promise<string | undefined> => {
  const row = await lastDone(db, ['fill'])
  return row?.madeBy ?? undefined
}

/** When it was last filled, and when it was last known to be right; undefined for never. */
export const readLastUpkeep = async (db: Db) => {
  const [filled, checked] = await Promise.all([lastDone(db, ['fill']), lastDone(db, ['fill', 'comparison'])])
  return { filledAt: filled?.beganAt, checkedAt: checked?.beganAt }
}

const lastDone = (db: Db, works: readonly UpkeepWork[]) =>
  db
    .selectFrom('searchUpkeep')
    .select(['beganAt', 'madeBy'])
    .where('work', 'in', works)
    .where('result', '=', 'done')
    .orderBy('beganAt', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
