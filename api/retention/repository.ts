import type { Db } from '@repere/db'

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

/** Forgets mails of one template that left before, with their addresses. */
export const deleteMailsOf = async (db: Db, template: string, before: Date): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('mail')
    .where('template', '=', template)
    .where('sentAt', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
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
