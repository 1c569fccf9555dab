import type { Db, Trx } from '@repere/db'
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia'
import { expiryOf, isLive } from './rules.ts'

const lifetimeMs = 30 * 86_400_000

/**
 * Lucia's storage. The clock is ours: whether a session lives is decided by {@link isLive}, and Lucia is handed an
 * expiry so far away that it neither ends nor prolongs one by itself.
 */
export const createSessionAdapter = (db: Db, now: () => Date): Adapter => ({
  async getSessionAndUser(id) {
    const found = await findSession(db, id)
    if (!found || !isLive(found.session, found.account, now())) return [null, null]
    const session: DatabaseSession = {
      id,
      userId: found.account.id,
      expiresAt: new Date(Date.now() + lifetimeMs),
      attributes: found.session,
    }
    const user: DatabaseUser = { id: found.account.id, attributes: found.account }
    return [session, user]
  },
  async setSession({ id, userId, attributes }) {
    const opened = now()
    await db.transaction().execute(async (trx) => {
      // Erased since the password was checked: no session, and its token stands for nobody.
      const owner = await trx
        .selectFrom('account')
        .select(['role', 'sessionEpoch'])
        .where('id', '=', userId)
        .forKeyShare()
        .executeTakeFirst()
      if (!owner) return
      const session = {
        id,
        accountId: userId,
        // Of when the password was checked: were it changed meanwhile, this session never lives.
        epoch: attributes.epoch ?? owner.sessionEpoch,
        expiresAt: expiryOf(owner.role, opened),
        createdAt: opened,
        lastSeenAt: opened,
        confirmedAt: opened,
      }
      await trx.insertInto('session').values(session).execute()
    })
  },
  // The absolute limit never moves.
  updateSessionExpiration: async () => {},
  async deleteSession(id) {
    await db.deleteFrom('session').where('id', '=', id).execute()
  },
  async deleteUserSessions(accountId) {
    await db.deleteFrom('session').where('accountId', '=', accountId).execute()
  },
  async deleteExpiredSessions() {
    await db.deleteFrom('session').where('expiresAt', '<', now()).execute()
  },
  // Listing is a page of its own: see listSessions.
  getUserSessions: async () => [],
})

const findSession = async (db: Db, id: string) => {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .leftJoin('secondFactor', (join) =>
      join.onRef('secondFactor.accountId', '=', 'account.id').on('secondFactor.confirmedAt', 'is not', null),
    )
    .select('secondFactor.accountId as secondFactorOf')
    .select(['session.publicId', 'session.epoch', 'session.expiresAt', 'session.lastSeenAt'])
    .select('session.confirmedAt')
    .select([
      'account.id',
      'account.email',
      'account.displayName',
      'account.role',
      'account.locale',
      'account.state',
    ])
    .select(['account.sessionEpoch', 'account.emailVerifiedAt', 'account.demo'])
    .where('session.id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { publicId, epoch, expiresAt, lastSeenAt, confirmedAt, secondFactorOf, ...account } = row
  return {
    session: { publicId, epoch, expiresAt, lastSeenAt, confirmedAt },
    account: { ...account, secondFactor: secondFactorOf !== null },
  }
}

export type SessionAccount = NonNullable<Awaited<ReturnType<typeof findSession>>>['account']

/** Writes down that the person behind one of the account's sessions proved again who they are. */
export const confirmSession = async (
  trx: Trx,
  accountId: string,
  publicId: string,
  now: Date,
): Promise<void> => {
  await trx
    .updateTable('session')
    .set({ confirmedAt: now })
    .where('accountId', '=', accountId)
    .where('publicId', '=', publicId)
    .execute()
}

/** Writes down a visit; the retention of unused accounts reads the day. */
export const touchSession = async (db: Db, id: string, accountId: string, now: Date): Promise<void> => {
  await db.updateTable('session').set({ lastSeenAt: now }).where('id', '=', id).execute()
  const today = now.toISOString().slice(0, 10)
  await db
    .updateTable('account')
    .set({ lastSeenOn: today })
    .where('id', '=', accountId)
    .where('lastSeenOn', '<', today)
    .execute()
}

/** The sessions that still count at `now`, the latest visit first. */
export const listSessions = async (db: Db, accountId: string, now: Date) => {
  const rows = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.accountId')
    .select(['session.publicId', 'session.createdAt', 'session.lastSeenAt', 'session.expiresAt'])
    .select(['session.epoch', 'account.role', 'account.sessionEpoch', 'account.state'])
    .where('session.accountId', '=', accountId)
    .orderBy('session.lastSeenAt', 'desc')
    .execute()
  return rows.filter((row) => isLive(row, row, now))
}

/** Ends one of the account's own sessions; false when it has no such session. */
export const deleteOwnSession = async (db: Db, accountId: string, publicId: string): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('accountId', '=', accountId)
    .where('publicId', '=', publicId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export const findPasswordHash = async (db: Db, accountId: string): Promise<string | undefined> =>
  (await db.selectFrom('account').select('passwordHash').where('id', '=', accountId).executeTakeFirst())
    ?.passwordHash

export const findAccountByEmail = async (db: Db, email: string) =>
  db
    .selectFrom('account')
    .select([
      'id',
      'email',
      'displayName',
      'role',
      'locale',
      'state',
      'passwordHash',
      'emailVerifiedAt',
      'demo',
      'sessionEpoch',
    ])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('secondFactor')
          .select('accountId')
          .whereRef('secondFactor.accountId', '=', 'account.id')
          .where('confirmedAt', 'is not', null),
      ).as('secondFactor'),
    )
    .where('email', '=', email)
    .executeTakeFirst()

export const insertStep = async (
  db: Db,
  step: { tokenHash: string; accountId: string; epoch: number; createdAt: Date; expiresAt: Date },
): Promise<void> => {
  await db.insertInto('signInStep').values(step).execute()
}

/** Counts one attempt at a code; undefined when the step is over, or had its five. */
export const spendAttempt = (db: Db, tokenHash: string, now: Date) =>
  db
    .updateTable('signInStep')
    .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
    .where('tokenHash', '=', tokenHash)
    .where('expiresAt', '>', now)
    .where('attempts', '<', 5)
    .returning(['accountId', 'epoch'])
    .executeTakeFirst()

/** Ends every step of an account: its owner is in. */
export const deleteSteps = async (trx: Trx, accountId: string): Promise<void> => {
  await trx.deleteFrom('signInStep').where('accountId', '=', accountId).execute()
}

export const findStanding = (trx: Trx, accountId: string) =>
  trx.selectFrom('account').select(['state', 'sessionEpoch']).where('id', '=', accountId).executeTakeFirst()
