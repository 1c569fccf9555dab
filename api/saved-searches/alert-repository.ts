import type { Db, Trx } from '@repere/db'
import type { SearchEnding } from '@repere/db/vocabulary/saved-search.ts'
import { sql } from 'kysely'

/** Where nobody said where they live, it is morning in Paris. */
const zone = sql<string>`coalesce(coordinator.time_zone, 'Europe/Paris')`

/**
 * The last half past seven of somebody’s own day, at or before an instant: before the mail of the morning, so that
 * whoever wants the news there finds them in it.
 */
const lastMorning = (now: Date) => sql<Date>`(
  date_trunc('day', (${now}::timestamptz at time zone ${zone}) - interval '7:30') + interval '7:30'
) at time zone ${zone}`

/** Accounts with a kept search that nobody looked at since the last morning, after a place in their order. */
export const listDueAccounts = (db: Db, now: Date, after: string, most: number) =>
  db
    .selectFrom('account')
    .leftJoin('coordinator', 'coordinator.accountId', 'account.id')
    .select(['account.id', 'account.email', 'account.locale', 'account.role', 'account.displayName'])
    .select(lastMorning(now).as('morning'))
    .where('account.id', '>', after)
    .where('account.state', '=', 'active')
    .where('account.emailVerifiedAt', 'is not', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('savedSearch')
          .select('savedSearch.id')
          .whereRef('savedSearch.accountId', '=', 'account.id')
          .where('savedSearch.pausedAt', 'is', null)
          .where('savedSearch.endedAt', 'is', null)
          .where('savedSearch.deletedAt', 'is', null)
          .where('savedSearch.lookedAt', '<', lastMorning(now)),
      ),
    )
    .orderBy('account.id')
    .limit(most)
    .execute()

export type DueAccount = Awaited<ReturnType<typeof listDueAccounts>>[number]

/** What of an account’s searches was not looked at since its morning, the oldest first. */
export const listDue = (db: Db, accountId: string, morning: Date) =>
  db
    .selectFrom('savedSearch')
    .select(['id', 'querySealed', 'nameSealed'])
    .where('accountId', '=', accountId)
    .where('pausedAt', 'is', null)
    .where('endedAt', 'is', null)
    .where('deletedAt', 'is', null)
    .where('lookedAt', '<', morning)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()

/** Takes one for its morning, once: whoever comes second takes nothing. */
export const takeDue = async (
  trx: Trx,
  id: string,
  morning: Date,
  { now, endedBecause }: { now: Date; endedBecause: SearchEnding | null },
): Promise<boolean> => {
  const { numUpdatedRows } = await trx
    .updateTable('savedSearch')
    .set({ lookedAt: now, endedBecause, endedAt: endedBecause && now })
    .where('id', '=', id)
    .where('pausedAt', 'is', null)
    .where('endedAt', 'is', null)
    .where('deletedAt', 'is', null)
    .where('lookedAt', '<', morning)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}
