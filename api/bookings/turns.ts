import type { Db } from '@repere/db'
import { createGate } from '../gate.ts'

interface Line {
  pass: ReturnType<typeof createGate>
  /** How many work or wait. */
  length: number
}

const lines = new WeakMap<Db, Map<string, Line>>()

/** While one holds the database's lock, the next may already read and decide. */
const atOnce = 3

/**
 * Lets work on one key run a few at a time in this process, in the order of arrival. The database's lock is what makes
 * it right; this makes it calm: whoever waits here waits in memory, and does not hold a connection that others need.
 */
export const inTurn = async <T>(db: Db, key: string, work: () => Promise<T>): Promise<T> => {
  const byKey = lines.get(db) ?? new Map<string, Line>()
  lines.set(db, byKey)
  const gate = { running: atOnce, waiting: Number.POSITIVE_INFINITY }
  const line = byKey.get(key) ?? { pass: createGate(gate), length: 0 }
  byKey.set(key, line)
  line.length += 1
  try {
    return await line.pass(work)
  } finally {
    line.length -= 1
    if (line.length === 0) byKey.delete(key)
  }
}
