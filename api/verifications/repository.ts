import type { Db, Trx } from '@repere/db'
import type { CredentialState } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { sql } from 'kysely'

/** The credential behind a code in force, of a person who is published; its state as of a day. */
export const findVerified = (db: Db, code: string, today: Day) =>
  db
    .selectFrom('verification')
    .innerJoin('credential', 'credential.id', 'verification.credentialId')
    // Live declarations only: what was taken back has no standing.
    .innerJoin('credentialStanding as standing', 'standing.credentialId', 'credential.id')
    .innerJoin('credentialType', 'credentialType.code', 'credential.code')
    .innerJoin('publishedCoordinator as published', 'published.coordinatorId', 'credential.coordinatorId')
    .innerJoin('coordinator', 'coordinator.id', 'credential.coordinatorId')
    .select(({ ref }) => [
      'credential.id',
      'coordinator.displayName',
      'coordinator.slug',
      'credential.code',
      'credentialType.nameFr',
      'credentialType.nameEn',
      'credentialType.issuer',
      'credentialType.country',
      'credential.issuedOn',
      'credential.declaredAt',
      'standing.endsOn',
      stateOf(ref('standing.standing'), ref('standing.endsOn'), today).as('state'),
    ])
    .where('verification.code', '=', code)
    .where('verification.revokedAt', 'is', null)
    .where('standing.refused', '=', false)
    .executeTakeFirst()

const stateOf = (standing: unknown, endsOn: unknown, today: Day) =>
  sql<CredentialState>`credential_state(${standing}, ${endsOn}, ${today})`

/** What was decided on a credential, oldest first. */
export const listDecisions = (db: Db, credentialId: string) =>
  db
    .selectFrom('credentialDecision')
    .select(['decision', 'decidedAt'])
    .where('credentialId', '=', credentialId)
    .orderBy('decidedAt')
    .orderBy('id')
    .execute()

/** Locks the person's own live credential, and says where it and its profile stand. */
export const lockOwnCredential = async (trx: Trx, accountId: string, id: string, today: Day) => {
  const locked = await ownCredentials(trx, accountId)
    .select('credential.id')
    .where('credential.id', '=', id)
    .forUpdate('credential')
    .executeTakeFirst()
  if (!locked) return undefined
  return trx
    .selectFrom('credential')
    .innerJoin('credentialStanding as standing', 'standing.credentialId', 'credential.id')
    .leftJoin('publishedCoordinator as published', 'published.coordinatorId', 'credential.coordinatorId')
    .select(({ ref }) => [
      'credential.code',
      'published.coordinatorId as publishedId',
      stateOf(ref('standing.standing'), ref('standing.endsOn'), today).as('state'),
    ])
    .where('credential.id', '=', id)
    .executeTakeFirstOrThrow()
}

const ownCredentials = (db: Db | Trx, accountId: string) =>
  db
    .selectFrom('credential')
    .innerJoin('coordinator', 'coordinator.id', 'credential.coordinatorId')
    .where('coordinator.accountId', '=', accountId)
    .where('credential.removedAt', 'is', null)

/** The codes in force of an account's live credentials. */
export const listOwnVerifications = (db: Db | Trx, accountId: string) =>
  ownCredentials(db, accountId)
    .innerJoin('verification', 'verification.credentialId', 'credential.id')
    .select(['verification.credentialId', 'verification.code', 'verification.createdAt'])
    .where('verification.revokedAt', 'is', null)
    .orderBy('verification.createdAt')
    .execute()

export const insertVerification = async (
  trx: Trx,
  verification: { credentialId: string; code: string; createdAt: Date },
): Promise<void> => {
  await trx.insertInto('verification').values(verification).execute()
}

/** Takes back the code in force of one of the account's own live credentials; undefined when there is none. */
export const revokeVerification = (trx: Trx, accountId: string, credentialId: string, now: Date) =>
  trx
    .updateTable('verification')
    .set({ revokedAt: now })
    .where('credentialId', '=', credentialId)
    .where('credentialId', 'in', ownCredentials(trx, accountId).select('credential.id'))
    .where('revokedAt', 'is', null)
    .returning('id')
    .executeTakeFirst()
