import type { Db } from '@repere/db'
import { readLag } from '../postgres/lag.ts'
import { countPublished } from './documents.ts'
import type { Drift } from './upkeep.ts'

/** How the index stands to the tables: what its operators look at. */
export interface IndexState {
  /** People who are published: what a whole index holds. */
  published: number
  /** Changes the index has not been told of, and since when the oldest waits. */
  behindBy: number
  waitingSince: Date | null
  /** What is being done to the whole of it now. */
  underWay: { work: 'fill' | 'comparison'; beganAt: Date; done: number; total: number } | null
  lastFill: { beganAt: Date; endedAt: Date; people: number } | null
  /** What comparing it with the tables found and put right, the last first. */
  comparisons: ({ beganAt: Date; endedAt: Date; people: number } & Drift)[]
}

const comparisonsShown = 14

export const readIndexState = async (db: Db): Promise<IndexState> => {
  const [published, behindBy, waiting, rows] = await Promise.all([
    countPublished(db),
    readLag(db),
    db
      .selectFrom('searchDirty')
      .select(({ fn }) => fn.min<Date | null>('dirtiedAt').as('since'))
      .executeTakeFirst(),
    db
      .selectFrom('searchUpkeep')
      .select(['work', 'beganAt', 'endedAt', 'done', 'total', 'result', 'missing', 'different', 'extra'])
      .orderBy('beganAt', 'desc')
      .orderBy('id', 'desc')
      .execute(),
  ])
  const running = rows.find(({ endedAt }) => endedAt === null)
  const ended = rows.flatMap(({ endedAt, result, ...row }) =>
    endedAt !== null && result === 'done' ? [{ ...row, endedAt, people: row.done }] : [],
  )
  const fill = ended.find(({ work }) => work === 'fill')
  return {
    published,
    behindBy,
    waitingSince: waiting?.since ?? null,
    underWay: running
      ? { work: running.work, beganAt: running.beganAt, done: running.done, total: running.total }
      : null,
    lastFill: fill ? { beganAt: fill.beganAt, endedAt: fill.endedAt, people: fill.people } : null,
    comparisons: ended
      .filter(({ work }) => work === 'comparison')
      .slice(0, comparisonsShown)
      .map(({ beganAt, endedAt, people, missing, different, extra }) => ({
        beganAt,
        endedAt,
        people,
        missing: missing ?? 0,
        different: different ?? 0,
        extra: extra ?? 0,
      })),
  }
}
