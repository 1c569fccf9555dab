import type { Db, Trx } from '@repere/db'
import type { CredentialDecision, CredentialState } from '@repere/db/vocabulary/credential.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { sql } from 'kysely'
import type { DeclaredFacts } from './rules.ts'

/** A credential as its owner sees it: the badge as of a day, and the last decision with its reason. */
export interface OwnCredential extends DeclaredFacts {
  id: string
  code: string
  state: CredentialState
  refused: boolean
  endsOn: Day | null
  declaredAt: Date
  decision: CredentialDecision | null
  reason: string | null
  decidedAt: Date | null
}

/** The live credentials of an account, in the order of the catalogue. */
export const listOwnCredentials = (db: Db | Trx, accountId: string, today: Day): Promise<OwnCredential[]> =>
  selectOwn(db, accountId, today).orderBy('credentialType.position').orderBy('credential.code').execute()

/** One of the account's own live credentials. */
export const findOwnCredential = (
  db: Db | Trx,
  accountId: string,
  id: string,
  today: Day,
): Promise<OwnCredential | undefined> =>
  selectOwn(db, accountId, today).where('credential.id', '=', id).executeTakeFirst()

const selectOwn = (db: Db | Trx, accountId: string, today: Day) =>
  db
    .selectFrom('credential')
    .innerJoin('coordinator', 'coordinator.id', 'credential.coordinatorId')
    .innerJoin('credentialType', 'credentialType.code', 'credential.code')
    .innerJoin('credentialStanding as standing', 'standing.credentialId', 'credential.id')
    .leftJoinLateral(
      (from) =>
        from
          .selectFrom('credentialDecision')
          .select(['decision', 'reason', 'decidedAt'])
          .whereRef('credentialDecision.credentialId', '=', 'credential.id')
          .orderBy('decidedAt', 'desc')
          .orderBy('id', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select(({ ref }) => [
      'credential.id',
      'credential.code',
      'credential.number',
      'credential.issuedOn',
      'credential.expiresOn',
      'credential.declaredAt',
      'standing.refused',
      'standing.endsOn',
      'last.decision',
      'last.reason',
      'last.decidedAt',
      sql<CredentialState>`credential_state(${ref('standing.standing')}, ${ref('standing.endsOn')}, ${today})`.as(
        'state',
      ),
    ])
    .where('coordinator.accountId', '=', accountId)

/** Whether the catalogue offers this credential, and whether it exists yet. */
export const findCredentialType = (db: Db | Trx, code: string) =>
  db
    .selectFrom('credentialType')
    .select(['code', 'holdable'])
    .where('code', '=', code)
    .where('retiredAt', 'is', null)
    .executeTakeFirst()

/** What this person declared under the code, was refused, and took back. */
export const listRefused = (trx: Trx, coordinatorId: string, code: string): Promise<DeclaredFacts[]> =>
  trx
    .selectFrom('credential')
    .select(['number', 'issuedOn', 'expiresOn'])
    .where('coordinatorId', '=', coordinatorId)
    .where('code', '=', code)
    .where('removedAt', 'is not', null)
    .where(
      ({ selectFrom }) =>
        selectFrom('credentialDecision')
          .select('decision')
          .whereRef('credentialDecision.credentialId', '=', 'credential.id')
          .orderBy('decidedAt', 'desc')
          .orderBy('id', 'desc')
          .limit(1),
      '=',
      'refuse',
    )
    .execute()

export const insertCredential = async (
  trx: Trx,
  declared: DeclaredFacts & { coordinatorId: string; code: string; declaredAt: Date },
): Promise<string> => {
  const { id } = await trx
    .insertInto('credential')
    .values({
      coordinatorId: declared.coordinatorId,
      code: declared.code,
      number: declared.number,
      issuedOn: declared.issuedOn,
      expiresOn: declared.expiresOn,
      declaredAt: declared.declaredAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Takes a live credential back, keeping the row for the registry's memory. */
export const removeCredential = async (trx: Trx, id: string, now: Date): Promise<void> => {
  await trx.updateTable('credential').set({ removedAt: now }).where('id', '=', id).execute()
}

/** Locks the person's own live credential against a decision taken at the same moment. */
export const lockOwnCredential = (trx: Trx, accountId: string, id: string) =>
  trx
    .selectFrom('credential')
    .innerJoin('coordinator', 'coordinator.id', 'credential.coordinatorId')
    .select(['credential.id', 'credential.code'])
    .where('credential.id', '=', id)
    .where('coordinator.accountId', '=', accountId)
    .where('credential.removedAt', 'is', null)
    .forUpdate('credential')
    .executeTakeFirst()
