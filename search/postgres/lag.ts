import type { Db } from '@repere/db'

/** People who changed since the index was told of them, and who are not public any more: no answer may count them. */
export const readVanished = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('searchDirty')
    .leftJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'searchDirty.coordinatorId')
    .where('publishedCoordinator.coordinatorId', 'is', null)
    .select('searchDirty.coordinatorId')
    .execute()
  return rows.map(({ coordinatorId }) => coordinatorId)
}

/** How many people changed since the index was told of them. */
export const readLag = async (db: Db): Promise<number> => {
  const { count } = await db
    .selectFrom('searchDirty')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
