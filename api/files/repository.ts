import type { Db, Trx } from '@repere/db'
import type { MediaType } from '@repere/db/vocabulary/file.ts'

/** A file as the database knows it, with the key that opens it. */
export interface StoredFile {
  id: string
  mediaType: MediaType
  nameSealed: Buffer
  wrapped: Buffer | null
}

export const findFile = (db: Db | Trx, id: string): Promise<StoredFile | undefined> =>
  db
    .selectFrom('storedFile')
    .innerJoin('sealingKey', 'sealingKey.id', 'storedFile.sealingKeyId')
    .select(['storedFile.id', 'storedFile.mediaType', 'storedFile.nameSealed', 'sealingKey.wrapped'])
    .where('storedFile.id', '=', id)
    .executeTakeFirst()

export const insertFile = async (
  trx: Trx,
  file: {
    id: string
    accountId: string
    wrappedKey: Buffer
    mediaType: MediaType
    sizeBytes: number
    nameSealed: Buffer
    createdAt: Date
  },
): Promise<void> => {
  const key = await trx
    .insertInto('sealingKey')
    .values({ purpose: 'file', wrapped: file.wrappedKey, createdAt: file.createdAt })
    .returning('id')
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('storedFile')
    .values({
      id: file.id,
      accountId: file.accountId,
      sealingKeyId: key.id,
      mediaType: file.mediaType,
      sizeBytes: file.sizeBytes,
      nameSealed: file.nameSealed,
      createdAt: file.createdAt,
    })
    .execute()
}

/** Forgets files and destroys their keys; the row of a key stays, so that a restored backup can be told of it. */
export const deleteFiles = async (trx: Trx, ids: string[], now: Date): Promise<number> => {
  if (ids.length === 0) return 0
  const gone = await trx.deleteFrom('storedFile').where('id', 'in', ids).returning('sealingKeyId').execute()
  if (gone.length > 0)
    await trx
      .updateTable('sealingKey')
      .set({ wrapped: null, destroyedAt: now })
      .where(
        'id',
        'in',
        gone.map(({ sealingKeyId }) => sealingKeyId),
      )
      .execute()
  return gone.length
}

/** The files of an account; without one, those whose account is gone. */
export const listFilesOf = async (trx: Trx, accountId: string | null, most: number): Promise<string[]> => {
  const rows = await trx
    .selectFrom('storedFile')
    .select('id')
    .where('accountId', 'is not distinct from', accountId)
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .execute()
  return rows.map(({ id }) => id)
}

/** Which of these ids still are files. */
export const listKnown = async (db: Db, ids: string[]): Promise<Set<string>> => {
  const rows = await db.selectFrom('storedFile').select('id').where('id', 'in', ids).execute()
  return new Set(rows.map(({ id }) => id))
}
