import type { Db, Trx } from '@repere/db'
import type { Visibility } from '@repere/db/vocabulary/choice-field.ts'

export interface PhotoRow {
  id: string
  slug: string
  accountId: string | null
  visibility: Visibility
  published: boolean
  largeFileId: string
  smallFileId: string
}

/** A portrait by its public name, with all that decides who may see it. */
export const findPhoto = async (db: Db | Trx, id: string): Promise<PhotoRow | undefined> => {
  const row = await db
    .selectFrom('photo')
    .innerJoin('coordinator', 'coordinator.id', 'photo.coordinatorId')
    .leftJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'coordinator.id')
    .select(['photo.id', 'photo.largeFileId', 'photo.smallFileId', 'coordinator.slug'])
    .select(['coordinator.accountId', 'coordinator.visibility', 'publishedCoordinator.coordinatorId'])
    .where('photo.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { coordinatorId, ...photo } = row
  return { ...photo, published: coordinatorId !== null }
}

/** Takes a person's portrait away and answers the files it was made of; none where there was none. */
export const deletePhoto = async (trx: Trx, coordinatorId: string): Promise<string[]> => {
  const row = await trx
    .deleteFrom('photo')
    .where('coordinatorId', '=', coordinatorId)
    .returning(['largeFileId', 'smallFileId'])
    .executeTakeFirst()
  return row ? [row.largeFileId, row.smallFileId] : []
}

export const insertPhoto = async (
  trx: Trx,
  photo: { coordinatorId: string; largeFileId: string; smallFileId: string; createdAt: Date },
): Promise<string> => {
  const { id } = await trx
    .insertInto('photo')
    .values({
      coordinatorId: photo.coordinatorId,
      largeFileId: photo.largeFileId,
      smallFileId: photo.smallFileId,
      createdAt: photo.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
