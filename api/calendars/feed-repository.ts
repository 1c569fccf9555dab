import type { Db, Trx } from '@repere/db'

const facts = ['options', 'names', 'createdAt', 'lastReadAt'] as const

export interface FeedChoice {
  /** Holds beside bookings. */
  options: boolean
  /** The names of productions. */
  names: boolean
}

export const findFeed = (db: Db | Trx, coordinatorId: string) =>
  db.selectFrom('calendarFeed').select(facts).where('coordinatorId', '=', coordinatorId).executeTakeFirst()

/** Gives a feed a new address; the one before leads nowhere from then on. */
export const putFeed = async (
  trx: Trx,
  coordinatorId: string,
  tokenHash: string,
  { options, names }: FeedChoice,
  now: Date,
): Promise<void> => {
  const fresh = { tokenHash, options, names, createdAt: now, lastReadAt: null }
  await trx
    .insertInto('calendarFeed')
    .values({ coordinatorId, ...fresh })
    .onConflict((conflict) => conflict.column('coordinatorId').doUpdateSet(fresh))
    .execute()
}

/** Changes what a feed shows; says whether there is one. */
export const updateFeed = async (
  trx: Trx,
  coordinatorId: string,
  { options, names }: FeedChoice,
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('calendarFeed')
    .set({ options, names })
    .where('coordinatorId', '=', coordinatorId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Takes the address away; says whether there was one. */
export const deleteFeed = async (trx: Trx, coordinatorId: string): Promise<boolean> => {
  const { numDeletedRows } = await trx
    .deleteFrom('calendarFeed')
    .where('coordinatorId', '=', coordinatorId)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Whose feed an address is: of an account in good standing. */
export const findFeedByToken = (db: Db, tokenHash: string) =>
  db
    .selectFrom('calendarFeed')
    .innerJoin('coordinator', 'coordinator.id', 'calendarFeed.coordinatorId')
    .innerJoin('account', 'account.id', 'coordinator.accountId')
    .select(['calendarFeed.coordinatorId', 'calendarFeed.options', 'calendarFeed.names'])
    .select(['calendarFeed.lastReadAt', 'account.locale', 'coordinator.timeZone'])
    .where('calendarFeed.tokenHash', '=', tokenHash)
    .where('account.state', '=', 'active')
    .executeTakeFirst()

/** Notes that a program read a feed, so that its owner sees whether it is in use. */
export const noteFeedRead = async (db: Db, coordinatorId: string, now: Date): Promise<void> => {
  await db
    .updateTable('calendarFeed')
    .set({ lastReadAt: now })
    .where('coordinatorId', '=', coordinatorId)
    .execute()
}
