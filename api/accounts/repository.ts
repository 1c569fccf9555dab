import type { Db, Trx } from '@repere/db'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Role } from '@repere/db/vocabulary/role.ts'

export interface NewAccount {
  email: string
  passwordHash: string
  displayName: string
  role: Role
  locale: Locale
  /** Made while the product is shown as a demonstration: its mailbox may then be read there. */
  demo?: boolean
}

export type TokenPurpose = 'verify-email' | 'reset-password'

/** Undefined when the address has an account already. */
export const insertAccount = async (
  trx: Trx,
  account: NewAccount,
  now: Date,
): Promise<string | undefined> => {
  const row = await trx
    .insertInto('account')
    .values({ ...account, createdAt: now })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

export const findAccountByAddress = (db: Db, email: string) =>
  db
    .selectFrom('account')
    .select(['id', 'email', 'locale', 'state'])
    .where('email', '=', email)
    .executeTakeFirst()

/** Keeps an account from being erased until the transaction ends; false when it was erased already. */
export const holdAccount = async (trx: Trx, id: string): Promise<boolean> =>
  (await trx.selectFrom('account').select('id').where('id', '=', id).forKeyShare().executeTakeFirst()) !==
  undefined

/** Which of these addresses have an account. */
export const findKnownAddresses = async (db: Db | Trx, emails: readonly string[]): Promise<Set<string>> => {
  if (emails.length === 0) return new Set()
  const rows = await db.selectFrom('account').select('email').where('email', 'in', emails).execute()
  return new Set(rows.map(({ email }) => email))
}

/** A new link makes the earlier ones of its purpose worthless. */
export const insertToken = async (
  trx: Trx,
  token: { tokenHash: string; accountId: string; purpose: TokenPurpose; expiresAt: Date },
  now: Date,
): Promise<void> => {
  await trx
    .updateTable('accountToken')
    .set({ usedAt: now })
    .where('accountId', '=', token.accountId)
    .where('purpose', '=', token.purpose)
    .where('usedAt', 'is', null)
    .execute()
  await trx
    .insertInto('accountToken')
    .values({ ...token, createdAt: now })
    .execute()
}

/** Uses a link up, once: zero rows means it was used, has expired or never was. */
export const useToken = async (
  trx: Trx,
  tokenHash: string,
  purpose: TokenPurpose,
  now: Date,
): Promise<TokenOwner | undefined> =>
  trx
    .updateTable('accountToken')
    .from('account')
    .set({ usedAt: now })
    .whereRef('account.id', '=', 'accountToken.accountId')
    .where('accountToken.tokenHash', '=', tokenHash)
    .where('accountToken.purpose', '=', purpose)
    .where('accountToken.usedAt', 'is', null)
    .where('accountToken.expiresAt', '>', now)
    .returning(['account.id', 'account.role', 'account.email'])
    .executeTakeFirst()

/** Whose a link was. */
export interface TokenOwner {
  id: string
  role: Role
  email: string
}

export const markVerified = async (trx: Trx, accountId: string, now: Date): Promise<void> => {
  await trx
    .updateTable('account')
    .set({ emailVerifiedAt: now })
    .where('id', '=', accountId)
    .where('emailVerifiedAt', 'is', null)
    .execute()
}

/** A changed password ends every session: their epoch no longer fits. */
export const replacePassword = async (trx: Trx, accountId: string, passwordHash: string): Promise<void> => {
  await trx
    .updateTable('account')
    .set((eb) => ({ passwordHash, sessionEpoch: eb('sessionEpoch', '+', 1) }))
    .where('id', '=', accountId)
    .execute()
}

export const updateLocale = async (db: Db, accountId: string, locale: Locale): Promise<void> => {
  await db.updateTable('account').set({ locale }).where('id', '=', accountId).execute()
}
