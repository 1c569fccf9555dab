import type { Db, Trx } from '@repere/db'

/** Empties the bodies of mails that left before; each function answers how many rows it changed. */
export const emptyMailBodies = async (db: Db, before: Date): Promise<number> => {
  const { numUpdatedRows } = await db
    .updateTable('mail')
    .set({ contentSealed: null })
    .where('state', '<>', 'queued')
    .where('sentAt', '<', before)
    .where('contentSealed', 'is not', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

export const deleteAnswers = async (db: Db, before: Date): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('idempotency')
    .where('createdAt', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export const deleteLinks = async (db: Db, before: Date): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('accountToken')
    .where('expiresAt', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export const deleteSessions = async (db: Db, now: Date, idleSince: Date): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where((eb) => eb.or([eb('expiresAt', '<', now), eb('lastSeenAt', '<', idleSince)]))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

export const deleteCounters = async (db: Db, now: Date): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('rateLimit')
    .where('expire', '<', now.getTime())
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Sign-ins whose code never came. */
export const deleteSignInSteps = async (db: Db, now: Date): Promise<number> => {
  const { numDeletedRows } = await db.deleteFrom('signInStep').where('expiresAt', '<', now).executeTakeFirst()
  return Number(numDeletedRows)
}

/** Locks accounts made before whose address nobody proved, so that proving it meanwhile waits, and finds nothing. */
export const lockUnprovenAccounts = async (trx: Trx, before: Date, most: number): Promise<string[]> => {
  const rows = await trx
    .selectFrom('account')
    .select('id')
    .where('emailVerifiedAt', 'is', null)
    .where('createdAt', '<', before)
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Deletes accounts with all that hangs on them. Theirs are drafts only: publishing and a first contact ask for a
 * proven address, and a booking's references would refuse to let its parties go.
 */
export const deleteAccounts = async (trx: Trx, ids: string[]): Promise<void> => {
  await trx.deleteFrom('coordinator').where('accountId', 'in', ids).execute()
  const keys = await trx
    .selectFrom('project')
    .innerJoin('company', 'company.id', 'project.companyId')
    .select('project.sealingKeyId')
    .where('company.accountId', 'in', ids)
    .execute()
  await trx.deleteFrom('company').where('accountId', 'in', ids).execute()
  const keyIds = keys.map(({ sealingKeyId }) => sealingKeyId)
  if (keyIds.length > 0) await trx.deleteFrom('sealingKey').where('id', 'in', keyIds).execute()
  await trx.deleteFrom('account').where('id', 'in', ids).execute()
}
