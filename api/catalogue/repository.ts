import type { Db, Trx } from '@repere/db'
import { type CatalogueList, catalogueLists } from '@repere/db/vocabulary/catalogue.ts'
import { sql } from 'kysely'
import { type Entry, readers, tableOf } from './fields-repository.ts'

export type { Entry } from './fields-repository.ts'
export { insertEntry, updateFields } from './write-repository.ts'

/** Every entry, list by list, each in its order. */
export const listEntries = async (db: Db): Promise<Entry[]> =>
  (await Promise.all(catalogueLists.map((list) => readers[list](db)))).flat()

/** The entries whose facts nobody has checked yet. */
export const listToCheck = async (db: Db): Promise<Entry[]> =>
  (
    await Promise.all(
      (['credentials', 'labels', 'thresholds'] as const).map((list) => readers[list](db, { toCheck: true })),
    )
  ).flat()

export const findEntry = async (db: Db | Trx, id: string): Promise<Entry | undefined> => {
  const found = await db.selectFrom('catalogueEntry').select('list').where('id', '=', id).executeTakeFirst()
  return found && (await readers[found.list](db, { id }))[0]
}

/** Locks an entry against another registrar, and reads it as it stands then. */
export const lockEntry = async (trx: Trx, id: string): Promise<Entry | undefined> => {
  const found = await trx.selectFrom('catalogueEntry').select('list').where('id', '=', id).executeTakeFirst()
  if (!found) return undefined
  await sql`select from ${sql.table(tableOf[found.list])} where id = ${id} for update`.execute(trx)
  return (await readers[found.list](trx, { id }))[0]
}

/** Locks a whole list, always in the same order; its ids as they stand in it. */
export const lockOrder = async (trx: Trx, list: CatalogueList): Promise<string[]> => {
  const table = sql.table(tableOf[list])
  await sql`select from ${table} order by id for update`.execute(trx)
  const { rows } = await sql<{ id: string }>`select id from ${table} order by position, code`.execute(trx)
  return rows.map(({ id }) => id)
}

/** Numbers a list anew, in this order. */
export const writeOrder = async (trx: Trx, list: CatalogueList, ids: readonly string[]): Promise<void> => {
  await sql`
    update ${sql.table(tableOf[list])} entry set position = placed.place - 1
    from unnest(${ids}::uuid[]) with ordinality as placed (id, place)
    where entry.id = placed.id and entry.position <> placed.place - 1`.execute(trx)
}

export const setRetired = async (
  trx: Trx,
  { id, fields }: Pick<Entry, 'id' | 'fields'>,
  at: Date | null,
): Promise<void> => {
  await sql`update ${sql.table(tableOf[fields.list])} set retired_at = ${at} where id = ${id}`.execute(trx)
}

export const countVersion = async (trx: Trx, { id, fields }: Pick<Entry, 'id' | 'fields'>): Promise<void> => {
  await sql`update ${sql.table(tableOf[fields.list])} set version = version + 1 where id = ${id}`.execute(trx)
}

export const hasCredential = async (trx: Trx, code: string): Promise<boolean> =>
  (await trx.selectFrom('credentialType').select('code').where('code', '=', code).executeTakeFirst()) !==
  undefined
