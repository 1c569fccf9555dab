import type { Db, Trx } from '@repere/db'
import type { MediaType } from '@repere/db/vocabulary/file.ts'
import { sql } from 'kysely'
import type { Standing } from './rules.ts'

/** The latest document of a credential, with the key that opens its file's name. */
export interface EvidenceRow {
  id: string
  credentialId: string
  fileId: string | null
  sha256: string
  uploadedAt: Date
  decidedAt: Date | null
  mediaType: MediaType | null
  sizeBytes: number | null
  nameSealed: Buffer | null
  wrapped: Buffer | null
}

/** The latest document of each of these credentials that has one. */
export const listLatest = (db: Db | Trx, credentialIds: readonly string[]): Promise<EvidenceRow[]> =>
  credentialIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('credentialEvidence as evidence')
        .innerJoin('credentialStanding as standing', 'standing.credentialId', 'evidence.credentialId')
        .leftJoin('storedFile', 'storedFile.id', 'evidence.fileId')
        .leftJoin('sealingKey', 'sealingKey.id', 'storedFile.sealingKeyId')
        .distinctOn('evidence.credentialId')
        .select([
          'evidence.id',
          'evidence.credentialId',
          'evidence.fileId',
          'evidence.sha256',
          'evidence.uploadedAt',
          'standing.decidedAt',
          'storedFile.mediaType',
          'storedFile.sizeBytes',
          'storedFile.nameSealed',
          'sealingKey.wrapped',
        ])
        .where('evidence.credentialId', 'in', credentialIds)
        .orderBy('evidence.credentialId')
        .orderBy('evidence.uploadedAt', 'desc')
        .orderBy('evidence.id', 'desc')
        .execute()

const standing = sql<Standing>`case when standing.refused then 'refused' else standing.standing end`

/** Locks the person's own live credential against a decision taken at the same moment, and says where it stands. */
export const lockOwned = async (trx: Trx, accountId: string, credentialId: string) => {
  const locked = await trx
    .selectFrom('credential')
    .innerJoin('coordinator', 'coordinator.id', 'credential.coordinatorId')
    .select('credential.id')
    .where('credential.id', '=', credentialId)
    .where('coordinator.accountId', '=', accountId)
    .where('credential.removedAt', 'is', null)
    .forUpdate('credential')
    .executeTakeFirst()
  if (!locked) return undefined
  return trx
    .selectFrom('credentialStanding as standing')
    .select(['credentialId as id', 'code', 'decidedAt', standing.as('standing')])
    .where('credentialId', '=', locked.id)
    .executeTakeFirst()
}

/** The file in place for the person's own live credential. */
export const findOwnFile = (db: Db, accountId: string, credentialId: string) =>
  selectFile(db, credentialId).where('coordinator.accountId', '=', accountId).executeTakeFirst()

/** The file in place for a live credential, whoever made it. */
export const findAnyFile = (db: Db | Trx, credentialId: string) =>
  selectFile(db, credentialId).where('coordinator.accountId', 'is not', null).executeTakeFirst()

const selectFile = (db: Db | Trx, credentialId: string) =>
  db
    .selectFrom('credentialEvidence as evidence')
    .innerJoin('credential', 'credential.id', 'evidence.credentialId')
    .innerJoin('coordinator', 'coordinator.id', 'credential.coordinatorId')
    .select(['evidence.id', 'evidence.fileId', 'credential.code'])
    .where('credential.id', '=', credentialId)
    .where('credential.removedAt', 'is', null)
    .where('evidence.fileId', 'is not', null)

export const insertEvidence = async (
  trx: Trx,
  evidence: { credentialId: string; fileId: string; sha256: string; uploadedAt: Date },
): Promise<string> => {
  const { id } = await trx
    .insertInto('credentialEvidence')
    .values({
      credentialId: evidence.credentialId,
      fileId: evidence.fileId,
      sha256: evidence.sha256,
      uploadedAt: evidence.uploadedAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The files in place for a credential. */
export const listFiles = async (trx: Trx, credentialId: string) => {
  const rows = await trx
    .selectFrom('credentialEvidence')
    .select(['id', 'fileId'])
    .where('credentialId', '=', credentialId)
    .where('fileId', 'is not', null)
    .execute()
  return rows.flatMap(({ id, fileId }) => (fileId ? [{ id, fileId }] : []))
}

/** Forgets documents on which nothing was decided: sent after the last decision, or before any. */
export const deleteUndecided = async (
  trx: Trx,
  credentialId: string,
  decidedAt: Date | null,
): Promise<void> => {
  await trx
    .deleteFrom('credentialEvidence')
    .where('credentialId', '=', credentialId)
    .$if(decidedAt !== null, (query) => query.where('uploadedAt', '>', decidedAt as Date))
    .execute()
}

/** For each document, how many other people sent the very same. */
export const countSameElsewhere = async (
  db: Db | Trx,
  evidenceIds: readonly string[],
): Promise<Map<string, number>> => {
  if (evidenceIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('credentialEvidence as asked')
    .innerJoin('credential as own', 'own.id', 'asked.credentialId')
    .innerJoin('credentialEvidence as same', 'same.sha256', 'asked.sha256')
    .innerJoin('credential as other', (join) =>
      join
        .onRef('other.id', '=', 'same.credentialId')
        .onRef('other.coordinatorId', '<>', 'own.coordinatorId'),
    )
    .select(({ fn }) => ['asked.id', fn.count<number>('other.coordinatorId').distinct().as('people')])
    .where('asked.id', 'in', evidenceIds)
    .groupBy('asked.id')
    .execute()
  return new Map(rows.map(({ id, people }) => [id, Number(people)]))
}

/** How many documents are over: decided upon before an instant, and nothing sent since. */
export const countExpired = async (db: Db, decidedBefore: Date): Promise<number> => {
  const { count } = await db
    .selectFrom('credentialEvidence as evidence')
    .innerJoin('credentialStanding as standing', 'standing.credentialId', 'evidence.credentialId')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('evidence.fileId', 'is not', null)
    .where('standing.decidedAt', '<', decidedBefore)
    .whereRef('standing.decidedAt', '>=', 'evidence.uploadedAt')
    .executeTakeFirstOrThrow()
  return count
}

/** Documents whose time is over: decided upon before an instant, and nothing sent since. */
export const lockExpired = (trx: Trx, decidedBefore: Date, most: number) =>
  trx
    .selectFrom('credentialEvidence as evidence')
    .innerJoin('credentialStanding as standing', 'standing.credentialId', 'evidence.credentialId')
    .select(['evidence.id', 'evidence.fileId', 'evidence.credentialId'])
    .where('evidence.fileId', 'is not', null)
    .where('standing.decidedAt', '<', decidedBefore)
    .whereRef('standing.decidedAt', '>=', 'evidence.uploadedAt')
    .orderBy('evidence.id')
    .limit(most)
    .forUpdate('evidence')
    .skipLocked()
    .execute()
