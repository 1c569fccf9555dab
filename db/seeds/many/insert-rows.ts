import { sql } from 'kysely'
import type { Trx } from '../../connect.ts'
import type { Database } from '../../tables/database.ts'

const toSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/**
 * Inserts many rows in one statement, whatever their number; rows that are there already stay as they are. All
 * rows have the keys of the first, in the spelling of the tables; ranges are text, jsonb is given as objects.
 */
export const insertRows = async (
  trx: Trx,
  table: keyof Database,
  rows: readonly Record<string, unknown>[],
): Promise<void> => {
  const [first] = rows
  if (!first) return
  const names = Object.keys(first)
  const columns = sql.join(names.map((name) => sql.ref(name)))
  const json = JSON.stringify(
    rows.map((row) => Object.fromEntries(names.map((name) => [toSnake(name), row[name]]))),
  )
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${json})
    on conflict do nothing`.execute(trx)
}
