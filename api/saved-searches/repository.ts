import type { Db, Trx } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'

const columns = [
  'id',
  'accountId',
  'querySealed',
  'nameSealed',
  'endsOn',
  'createdAt',
  'lookedAt',
  'pausedAt',
  'endedAt',
  'endedBecause',
  'deletedAt',
] as const

/** What an account keeps, and what it deleted since a moment; the latest first. */
export const listOwn = (db: Db, accountId: string, deletedSince: Date) =>
  db
    .selectFrom('savedSearch')
    .select(columns)
    .where('accountId', '=', accountId)
    .where((eb) => eb.or([eb('deletedAt', 'is', null), eb('deletedAt', '>', deletedSince)]))
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

export type SavedSearchRow = Awaited<ReturnType<typeof listOwn>>[number]

/** One of an account’s own that is not deleted. */
export const findOwn = (db: Db | Trx, accountId: string, id: string) =>
  db
    .selectFrom('savedSearch')
    .select(columns)
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()

/** The one that asks the same. */
export const findByDigest = (db: Db | Trx, accountId: string, queryDigest: string) =>
  db
    .selectFrom('savedSearch')
    .select(columns)
    .where('accountId', '=', accountId)
    .where('queryDigest', '=', queryDigest)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()

/** Counts what an account keeps; who keeps two at once waits here. */
export const lockAndCount = async (trx: Trx, accountId: string): Promise<number> => {
  await trx.selectFrom('account').select('id').where('id', '=', accountId).forNoKeyUpdate().execute()
  const { count } = await trx
    .selectFrom('savedSearch')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('accountId', '=', accountId)
    .where('deletedAt', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const insertSavedSearch = (
  trx: Trx,
  row: {
    accountId: string
    querySealed: Buffer
    queryDigest: string
    nameSealed: Buffer | null
    endsOn: Day | null
    now: Date
  },
) => {
  const { now, ...values } = row
  return trx
    .insertInto('savedSearch')
    .values({ ...values, createdAt: now, lookedAt: now })
    .returning(columns)
    .executeTakeFirstOrThrow()
}

/** Changes what is named of an own one; undefined when there is none. */
export const updateOwn = (
  db: Db | Trx,
  accountId: string,
  id: string,
  { nameSealed, pausedAt }: { nameSealed?: Buffer | null; pausedAt?: Date | null },
) =>
  db
    .updateTable('savedSearch')
    .set((eb) => ({
      nameSealed: nameSealed === undefined ? eb.ref('nameSealed') : nameSealed,
      // Pausing what is paused leaves its moment.
      pausedAt:
        pausedAt === undefined
          ? eb.ref('pausedAt')
          : pausedAt === null
            ? null
            : eb.fn.coalesce('pausedAt', eb.val(pausedAt)),
    }))
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .returning(columns)
    .executeTakeFirst()

/** Deletes an own one; answers whether there was one. */
export const deleteOwn = async (db: Db | Trx, accountId: string, id: string, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('savedSearch')
    .set({ deletedAt: at })
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .where('deletedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Lets go for good of what an account deleted, but for the latest. */
export const forgetDeleted = async (trx: Trx, accountId: string, most: number): Promise<void> => {
  await trx
    .deleteFrom('savedSearch')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('savedSearch')
        .select('id')
        .where('accountId', '=', accountId)
        .where('deletedAt', 'is not', null)
        .orderBy('deletedAt', 'desc')
        .orderBy('id', 'desc')
        .offset(most),
    )
    .execute()
}

/** Brings back an own one that was deleted since a moment, unless the same search was kept anew meanwhile. */
export const restoreOwn = (trx: Trx, accountId: string, id: string, since: Date) =>
  trx
    .updateTable('savedSearch')
    .set({ deletedAt: null })
    .where('accountId', '=', accountId)
    .where('id', '=', id)
    .where('deletedAt', '>', since)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('savedSearch as again')
            .select('again.id')
            .where('again.accountId', '=', accountId)
            .where('again.deletedAt', 'is', null)
            .whereRef('again.queryDigest', '=', 'savedSearch.queryDigest'),
        ),
      ),
    )
    .returning(columns)
    .executeTakeFirst()

/** The people of these addresses who are published at this moment. */
export const listPublished = async (db: Db | Trx, slugs: readonly string[]) =>
  slugs.length === 0
    ? []
    : db
        .selectFrom('coordinator')
        .innerJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'coordinator.id')
        .select(['coordinator.id', 'coordinator.slug', 'coordinator.displayName', 'coordinator.accountId'])
        .where('coordinator.slug', 'in', [...slugs])
        .execute()

/** Notes people as shown by a search; answers those who were not before. */
export const insertSeen = async (
  trx: Trx,
  savedSearchId: string,
  coordinatorIds: readonly string[],
  toldAt: Date | null,
): Promise<string[]> => {
  if (coordinatorIds.length === 0) return []
  const rows = await trx
    .insertInto('savedSearchSeen')
    .values(coordinatorIds.map((coordinatorId) => ({ savedSearchId, coordinatorId, toldAt })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('coordinatorId')
    .execute()
  return rows.map(({ coordinatorId }) => coordinatorId)
}

/** Whom searches told of and who are still published, the latest first. */
export const listTold = async (db: Db | Trx, ids: readonly string[]) =>
  ids.length === 0
    ? []
    : db
        .selectFrom('savedSearchSeen')
        .innerJoin('coordinator', 'coordinator.id', 'savedSearchSeen.coordinatorId')
        .innerJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'coordinator.id')
        .select(['savedSearchSeen.savedSearchId', 'savedSearchSeen.toldAt'])
        .select(['coordinator.slug', 'coordinator.displayName'])
        .where('savedSearchSeen.savedSearchId', 'in', [...ids])
        .where('savedSearchSeen.toldAt', 'is not', null)
        .orderBy('savedSearchSeen.toldAt', 'desc')
        .orderBy('coordinator.slug')
        .execute()

/** What the catalogue calls its codes, retired ones included. */
export const listCatalogueNames = async (db: Db | Trx) => {
  const names = ['code', 'nameFr', 'nameEn'] as const
  return [
    ...(await db.selectFrom('credentialType').select(names).execute()),
    ...(await db.selectFrom('specialism').select(names).execute()),
  ]
}

/** Lets go of what was deleted or ended before; answers how much. */
export const deleteOld = async (
  db: Db,
  { deletedBefore, endedBefore }: { deletedBefore: Date; endedBefore: Date },
): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('savedSearch')
    .where((eb) => eb.or([eb('deletedAt', '<', deletedBefore), eb('endedAt', '<', endedBefore)]))
    .executeTakeFirst()
  return Number(numDeletedRows)
}
