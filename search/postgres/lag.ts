import { type Db, plannedOnce } from '@repere/db'
import { sql } from 'kysely'

/**
 * People who changed since the index was told of them, and who are not public any more: no answer may count them. Each
 * is looked up by itself: the list is mostly empty, and a planner that remembers it full would read everybody.
 */
export const readVanished = async (db: Db): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    ${plannedOnce} select search_dirty.coordinator_id as id from search_dirty
    left join lateral (
      select true as is_public from published_coordinator
      where published_coordinator.coordinator_id = search_dirty.coordinator_id limit 1
    ) found on true
    where found.is_public is null`.execute(db)
  return rows.map(({ id }) => id)
}

/** How many people changed since the index was told of them. */
export const readLag = async (db: Db): Promise<number> => {
  const { count } = await db
    .selectFrom('searchDirty')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
