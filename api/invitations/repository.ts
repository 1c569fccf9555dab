import type { Db, Trx } from '@repere/db'
import type { InvitationEnd } from '@repere/db/vocabulary/invitation.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'

export interface NewInvitation {
  importId: string
  rowNumber: number
  tokenHash: string
  addressHash: string
  contentSealed: Buffer
  locale: Locale
  createdAt: Date
  mailedAt: Date
  expiresAt: Date
}

/** Which of these addresses asked not to be written to, and which are invited already. */
export const listStandings = async (trx: Trx, addressHashes: string[], now: Date) => {
  if (addressHashes.length === 0) return { refused: new Set<string>(), invited: new Set<string>() }
  const refused = await trx
    .selectFrom('mailRefusal')
    .select('addressHash')
    .where('addressHash', 'in', addressHashes)
    .execute()
  const invited = await trx
    .selectFrom('invitation')
    .select('addressHash')
    .where('addressHash', 'in', addressHashes)
    .where('closedAt', 'is', null)
    .where('expiresAt', '>', now)
    .execute()
  return {
    refused: new Set(refused.map(({ addressHash }) => addressHash)),
    invited: new Set(invited.flatMap(({ addressHash }) => addressHash ?? [])),
  }
}

/** Ends lapsed invitations of addresses that are about to be invited anew. */
export const replaceLapsed = async (trx: Trx, addressHashes: string[], now: Date): Promise<void> => {
  await trx
    .updateTable('invitation')
    .set({ closedAt: now, closedBecause: 'replaced', contentSealed: null })
    .where('addressHash', 'in', addressHashes)
    .where('closedAt', 'is', null)
    .where('expiresAt', '<=', now)
    .execute()
}

/** Makes invitations; the constraint leaves out who has one. Answers those made. */
export const insertInvitations = (trx: Trx, invitations: NewInvitation[]) =>
  trx
    .insertInto('invitation')
    .values(invitations)
    .onConflict((conflict) => conflict.column('addressHash').where('closedAt', 'is', null).doNothing())
    .returning(['id', 'rowNumber'])
    .execute()

const columns = [
  'invitation.id',
  'invitation.importId',
  'invitation.addressHash',
  'invitation.contentSealed',
  'invitation.locale',
  'invitation.mailedAt',
  'invitation.expiresAt',
  'invitation.closedBecause',
  'importList.inviter',
  'importList.source',
] as const

const selectInvitation = (db: Db | Trx) =>
  db.selectFrom('invitation').innerJoin('importList', 'importList.id', 'invitation.importId').select(columns)

export type StoredInvitation = NonNullable<Awaited<ReturnType<typeof findByToken>>>

/** The invitation a mailed link stands for. */
export const findByToken = (db: Db | Trx, tokenHash: string) =>
  selectInvitation(db).where('tokenHash', '=', tokenHash).executeTakeFirst()

/** The same, locked: a link is answered once. */
export const lockByToken = (trx: Trx, tokenHash: string) =>
  selectInvitation(trx).where('tokenHash', '=', tokenHash).forUpdate('invitation').executeTakeFirst()

export const lockById = (trx: Trx, id: string) =>
  selectInvitation(trx).where('invitation.id', '=', id).forUpdate('invitation').executeTakeFirst()

/** Ends an invitation and lets go of what it held. */
export const closeInvitation = async (
  trx: Trx,
  id: string,
  { because, now, accountId = null }: { because: InvitationEnd; now: Date; accountId?: string | null },
): Promise<void> => {
  await trx
    .updateTable('invitation')
    .set({ closedAt: now, closedBecause: because, contentSealed: null, accountId })
    .where('id', '=', id)
    .where('closedAt', 'is', null)
    .execute()
}

/** Gives it a fresh link; the one mailed before is worthless. */
export const replaceToken = async (
  trx: Trx,
  id: string,
  fresh: { tokenHash: string; mailedAt: Date; expiresAt: Date },
): Promise<void> => {
  await trx.updateTable('invitation').set(fresh).where('id', '=', id).execute()
}

/** Takes the mails that wait, or that hold what is to be forgotten, out of the outbox. */
export const deleteMails = async (trx: Trx, invitationId: string): Promise<void> => {
  await trx.deleteFrom('mail').where('invitationId', '=', invitationId).execute()
}

/** From now on these mails are the account's, and go with it. */
export const adoptMails = async (trx: Trx, invitationId: string, accountId: string): Promise<void> => {
  await trx.updateTable('mail').set({ accountId }).where('invitationId', '=', invitationId).execute()
}

export const insertRefusal = async (trx: Trx, addressHash: string, now: Date): Promise<void> => {
  await trx
    .insertInto('mailRefusal')
    .values({ addressHash, refusedAt: now })
    .onConflict((conflict) => conflict.column('addressHash').doNothing())
    .execute()
}

/** Takes back the invitations of a list whose mail has not left, with that mail; answers how many. */
export const revokeUnsent = async (trx: Trx, importId: string, now: Date): Promise<number> => {
  const waiting = await trx
    .deleteFrom('mail')
    .using('invitation')
    .whereRef('invitation.id', '=', 'mail.invitationId')
    .where('invitation.importId', '=', importId)
    .where('invitation.closedAt', 'is', null)
    .where('mail.state', '=', 'queued')
    .where((or) => or.or([or('mail.lockedUntil', 'is', null), or('mail.lockedUntil', '<', now)]))
    .returning('mail.invitationId')
    .execute()
  const ids = [...new Set(waiting.flatMap(({ invitationId }) => invitationId ?? []))]
  if (ids.length === 0) return 0
  await trx
    .updateTable('invitation')
    .set({ closedAt: now, closedBecause: 'revoked', contentSealed: null })
    .where('id', 'in', ids)
    .where('closedAt', 'is', null)
    .execute()
  return ids.length
}

/** Lets go of what unanswered invitations held, their mails too, once their time is over; answers how many. */
export const forgetLapsed = async (trx: Trx, expiredBefore: Date): Promise<number> => {
  const gone = await trx
    .updateTable('invitation')
    .set({ contentSealed: null, addressHash: null })
    .where('expiresAt', '<', expiredBefore)
    .where('addressHash', 'is not', null)
    .returning(['id', 'accountId'])
    .execute()
  const ids = gone.filter(({ accountId }) => accountId === null).map(({ id }) => id)
  if (ids.length > 0) await trx.deleteFrom('mail').where('invitationId', 'in', ids).execute()
  return gone.length
}
