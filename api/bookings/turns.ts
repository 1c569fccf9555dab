import type { Db } from '@repere/db'

const turns = new WeakMap<Db, Map<string, Promise<unknown>>>()

/**
 * Lets work on one key run one at a time in this process. The database's lock is what makes it right; this makes
 * it calm: whoever waits here waits in memory, and does not hold a connection that others need.
 */
export const inTurn = async <T>(db: Db, key: string, work: () => Promise<T>): Promise<T> => {
  const queues = turns.get(db) ?? new Map<string, Promise<unknown>>()
  turns.set(db, queues)
  const turn = (queues.get(key) ?? Promise.resolve()).then(work)
  const done = turn.catch(() => undefined)
  queues.set(key, done)
  try {
    return await turn
  } finally {
    if (queues.get(key) === done) queues.delete(key)
  }
}
