import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type pg from 'pg'

const mark = '/* planned once */'

/**
 * Before a statement that is the same every time but for its parameters: a connection plans it once, where planning
 * takes longer than running. Not before one whose text grows with what is asked: each text is kept for as long as the
 * connection.
 */
export const plannedOnce = sql.raw(mark)

const names = new Map<string, string>()

/** By its text: another version of the product may say something else. */
const nameOf = (text: string): string => {
  const known = names.get(text)
  if (known) return known
  const name = createHash('sha256').update(text).digest('hex').slice(0, 32)
  names.set(text, name)
  return name
}

/** Lets a connection keep the plans of the statements that ask for it. */
export const keepPlans = (client: pg.PoolClient): void => {
  const query = client.query.bind(client) as (...words: unknown[]) => unknown
  const naming = (text: unknown, values?: unknown, ...rest: unknown[]) =>
    typeof text === 'string' && text.trimStart().startsWith(mark)
      ? query({ name: nameOf(text), text, values }, ...rest)
      : query(text, values, ...rest)
  client.query = naming as typeof client.query
}
