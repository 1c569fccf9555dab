import type { Db } from '@repere/db'
import { sql } from 'kysely'
import type { Told } from './documents.ts'

/** Somebody to be told of, and at which version that was known. */
export interface Dirty {
  id: string
  version: number
}

/**
 * The next people to tell the index of, the longest waiting first; only changes after `after`, and only those of which
 * the fallback engine has its rows: what the index is told is off the list for both.
 */
export const readDirty = async (db: Db, limit: number, after = 0): Promise<Dirty[]> =>
  db
    .selectFrom('searchDirty')
    .select(['coordinatorId as id', 'version'])
    .where('version', '>', after)
    .where('inRows', '=', true)
    .orderBy('version')
    .limit(limit)
    .execute()

/** The newest change that is on the list; 0 when it is empty. */
export const readNewest = async (db: Db): Promise<number> => {
  const { newest } = await db
    .selectFrom('searchDirty')
    .select(({ fn }) => fn.max<number | null>('version').as('newest'))
    .executeTakeFirstOrThrow()
  return newest ?? 0
}

/** Marks those whom time alone has changed: a lapsed option, an expired credential, days that ran out. */
export const markDue = async (db: Db, moment: Date): Promise<void> => {
  await sql`
    select mark_dirty(array_agg(coordinator_id)) from (
      select coordinator_id from search_indexed where next_change_at <= ${moment}
        and not exists (select from search_dirty where search_dirty.coordinator_id = search_indexed.coordinator_id)
      union
      select coordinator_id from search_row where valid_until <= ${moment}
        and not exists (
          select from search_dirty where search_dirty.coordinator_id = search_row.coordinator_id and not in_rows)
    ) due
    having count(*) > 0`.execute(db)
}

/** What the index was last told of these people: the hash of each document. */
export const readTold = async (db: Db, ids: readonly string[]): Promise<Map<string, string>> => {
  const rows = await db
    .selectFrom('searchIndexed')
    .select(['coordinatorId', 'documentHash'])
    .where('coordinatorId', 'in', ids)
    .execute()
  return new Map(rows.map(({ coordinatorId, documentHash }) => [coordinatorId, documentHash]))
}

/** Writes down what the index has been told. */
export const keepTold = async (
  db: Db,
  { documents, nextChanges, gone }: Told,
  moment: Date,
): Promise<void> => {
  const rows = documents.map(({ id, hash }) => ({
    coordinatorId: id,
    documentHash: hash,
    nextChangeAt: nextChanges.get(id) ?? null,
    indexedAt: moment,
  }))
  if (rows.length > 0)
    await db
      .insertInto('searchIndexed')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('coordinatorId').doUpdateSet(({ ref }) => ({
          documentHash: ref('excluded.documentHash'),
          nextChangeAt: ref('excluded.nextChangeAt'),
          indexedAt: ref('excluded.indexedAt'),
        })),
      )
      .execute()
  if (gone.length > 0) await db.deleteFrom('searchIndexed').where('coordinatorId', 'in', gone).execute()
}

/**
 * Takes people off the list, unless they changed again meanwhile. Rows that somebody is writing right now are passed
 * over: they have a newer version, and waiting for them here could hold up a booking.
 */
export const forgetDirty = async (db: Db, dirty: readonly Dirty[]): Promise<void> => {
  await sql`
    with told as (
      select search_dirty.coordinator_id
      from unnest(${dirty.map(({ id }) => id)}::uuid[], ${dirty.map(({ version }) => version)}::bigint[]) as sent (id, version)
      join search_dirty on search_dirty.coordinator_id = sent.id and search_dirty.version = sent.version
      order by search_dirty.coordinator_id
      for update of search_dirty skip locked
    )
    delete from search_dirty using told where search_dirty.coordinator_id = told.coordinator_id`.execute(db)
}

/** Takes off the list whatever is no newer than a change: an index filled since holds it. */
export const forgetUpTo = async (db: Db, newest: number): Promise<void> => {
  await sql`
    with told as (
      select coordinator_id from search_dirty where version <= ${newest} and in_rows
      order by coordinator_id for update skip locked
    )
    delete from search_dirty using told where search_dirty.coordinator_id = told.coordinator_id`.execute(db)
}
