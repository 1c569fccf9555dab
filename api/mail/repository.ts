import type { Db } from '@repere/db'

const minuteMs = 60_000

/** Leases the oldest mail that is due, those sent in bulk last; a sender that dies delays it by a minute. */
export const leaseDueMail = (db: Db, now: Date) =>
  db
    .updateTable('mail')
    .set((eb) => ({ lockedUntil: new Date(now.getTime() + minuteMs), attempts: eb('attempts', '+', 1) }))
    .where('id', '=', (eb) =>
      eb
        .selectFrom('mail')
        .select('id')
        .where('state', '=', 'queued')
        .where('nextAttemptAt', '<=', now)
        .where((or) => or.or([or('lockedUntil', 'is', null), or('lockedUntil', '<', now)]))
        .orderBy('bulk')
        .orderBy('nextAttemptAt')
        .orderBy('id')
        .limit(1)
        .forUpdate()
        .skipLocked(),
    )
    .returning(['id', 'template', 'messageId', 'recipient', 'contentSealed', 'attempts'])
    .executeTakeFirst()

export const markMail = async (
  db: Db,
  id: string,
  state: 'sent' | 'kept' | 'failed',
  now: Date,
): Promise<void> => {
  await db.updateTable('mail').set({ state, sentAt: now, lockedUntil: null }).where('id', '=', id).execute()
}

/** Forgets a mail altogether: the last one to somebody erased, whose address is kept nowhere else. */
export const deleteMail = async (db: Db, id: string): Promise<void> => {
  await db.deleteFrom('mail').where('id', '=', id).execute()
}

export const retryMailAt = async (db: Db, id: string, at: Date): Promise<void> => {
  await db.updateTable('mail').set({ nextAttemptAt: at, lockedUntil: null }).where('id', '=', id).execute()
}

/** What the demonstration's mailbox shows: addresses under `.test`, and accounts of the demonstration. */
export const listKeptMails = (db: Db, recipient: string | undefined, most: number) =>
  db
    .selectFrom('mail')
    .leftJoin('account', 'account.id', 'mail.accountId')
    .select(['mail.recipient', 'mail.contentSealed', 'mail.createdAt'])
    .where('mail.contentSealed', 'is not', null)
    .where((eb) => eb.or([eb('mail.recipient', 'like', '%.test'), eb('account.demo', '=', true)]))
    .$if(recipient !== undefined, (query) => query.where('mail.recipient', '=', recipient ?? ''))
    .orderBy('mail.id', 'desc')
    .limit(most)
    .execute()
