import type { Db, Trx } from '@repere/db'

export const findSecondFactor = (db: Db | Trx, accountId: string) =>
  db
    .selectFrom('secondFactor')
    .select(['secretSealed', 'createdAt', 'confirmedAt', 'lastStep'])
    .select(({ selectFrom }) =>
      selectFrom('recoveryCode')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('recoveryCode.accountId', '=', 'secondFactor.accountId')
        .where('usedAt', 'is', null)
        .as('codesLeft'),
    )
    .where('accountId', '=', accountId)
    .executeTakeFirst()

/** Locks an account's second factor, so that two codes are judged one after the other. */
export const lockSecondFactor = (trx: Trx, accountId: string) =>
  trx
    .selectFrom('secondFactor')
    .select(['secretSealed', 'createdAt', 'confirmedAt', 'lastStep'])
    .where('accountId', '=', accountId)
    .forUpdate()
    .executeTakeFirst()

/** Begins a set-up anew; one that counts already is left alone. */
export const putSecret = async (
  trx: Trx,
  accountId: string,
  secretSealed: Buffer,
  now: Date,
): Promise<void> => {
  await trx
    .insertInto('secondFactor')
    .values({ accountId, secretSealed, createdAt: now })
    .onConflict((conflict) =>
      conflict
        .column('accountId')
        .doUpdateSet({ secretSealed, createdAt: now, lastStep: null })
        .where('secondFactor.confirmedAt', 'is', null),
    )
    .execute()
}

export const confirmSecondFactor = async (
  trx: Trx,
  accountId: string,
  lastStep: number,
  now: Date,
): Promise<void> => {
  await trx
    .updateTable('secondFactor')
    .set({ confirmedAt: now, lastStep })
    .where('accountId', '=', accountId)
    .execute()
}

export const noteStep = async (trx: Trx, accountId: string, lastStep: number): Promise<void> => {
  await trx.updateTable('secondFactor').set({ lastStep }).where('accountId', '=', accountId).execute()
}

/** Undefined when there was none. */
export const deleteSecondFactor = (trx: Trx, accountId: string) =>
  trx
    .deleteFrom('secondFactor')
    .where('accountId', '=', accountId)
    .returning('confirmedAt')
    .executeTakeFirst()

export const replaceRecoveryCodes = async (trx: Trx, accountId: string, digests: string[]): Promise<void> => {
  await trx.deleteFrom('recoveryCode').where('accountId', '=', accountId).execute()
  await trx
    .insertInto('recoveryCode')
    .values(digests.map((codeDigest) => ({ accountId, codeDigest })))
    .execute()
}

/** Uses a recovery code up, once; false when it is none, or was used. */
export const useRecoveryCode = async (
  trx: Trx,
  accountId: string,
  codeDigest: string,
  now: Date,
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('recoveryCode')
    .set({ usedAt: now })
    .where('accountId', '=', accountId)
    .where('codeDigest', '=', codeDigest)
    .where('usedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Ends an account's sessions but one: those were opened without the second factor. */
export const endOtherSessions = async (trx: Trx, accountId: string, publicId: string): Promise<void> => {
  await trx
    .deleteFrom('session')
    .where('accountId', '=', accountId)
    .where('publicId', '<>', publicId)
    .execute()
  // One that is being opened at this moment belongs to the epoch before.
  await endAllSessions(trx, accountId)
  await trx
    .updateTable('session')
    .set(({ selectFrom }) => ({
      epoch: selectFrom('account').select('sessionEpoch').where('id', '=', accountId),
    }))
    .where('accountId', '=', accountId)
    .where('publicId', '=', publicId)
    .execute()
}

export const endAllSessions = async (trx: Trx, accountId: string): Promise<void> => {
  await trx
    .updateTable('account')
    .set((eb) => ({ sessionEpoch: eb('sessionEpoch', '+', 1) }))
    .where('id', '=', accountId)
    .execute()
}

/** Whom to write to. */
export const findOwner = (db: Db | Trx, accountId: string) =>
  db
    .selectFrom('account')
    .select(['id', 'email', 'locale', 'role'])
    .where('id', '=', accountId)
    .executeTakeFirst()

export const findAccountId = async (db: Db | Trx, email: string): Promise<string | undefined> =>
  (await db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst())?.id
