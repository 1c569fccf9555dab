import type { Trx } from '@repere/db'
import { sql } from 'kysely'

/**
 * Published people, not on pause, whose calendar nobody confirmed since `before` (or since they published, for who
 * never did), and who were not asked since then either. In the order of ids.
 */
export const listUnconfirmed = (
  trx: Trx,
  { before, now, after }: { before: Date; now: Date; after: string },
  most: number,
) =>
  trx
    .selectFrom('coordinator')
    .innerJoin('publishedCoordinator as published', 'published.coordinatorId', 'coordinator.id')
    .innerJoin('account', 'account.id', 'coordinator.accountId')
    .leftJoin('calendar', 'calendar.coordinatorId', 'coordinator.id')
    .leftJoin('calendarQuestion as question', 'question.coordinatorId', 'coordinator.id')
    .select([
      'coordinator.id',
      'coordinator.timeZone',
      'account.id as accountId',
      'account.email',
      'account.locale',
      'calendar.confirmedAt',
      'calendar.knownUntil',
    ])
    .where('coordinator.id', '>', after)
    .where('account.emailVerifiedAt', 'is not', null)
    .where(({ fn, eb }) => eb(fn.coalesce('calendar.confirmedAt', 'coordinator.publishedAt'), '<=', before))
    .where(({ or, eb }) => or([eb('question.askedAt', 'is', null), eb('question.askedAt', '<=', before)]))
    .where(sql<boolean>`not is_paused(paused_at, paused_until, time_zone, ${now})`)
    .orderBy('coordinator.id')
    .limit(most)
    .execute()

/**
 * Writes down that these people are asked now, and says whom: not those whom another worker asked in the same moment.
 */
export const keepAsked = async (
  trx: Trx,
  ids: readonly string[],
  { before, now }: { before: Date; now: Date },
): Promise<Set<string>> => {
  const rows = await trx
    .insertInto('calendarQuestion')
    .values(ids.map((coordinatorId) => ({ coordinatorId, askedAt: now })))
    .onConflict((conflict) =>
      conflict
        .column('coordinatorId')
        .doUpdateSet({ askedAt: now })
        .where('calendarQuestion.askedAt', '<=', before),
    )
    .returning('coordinatorId')
    .execute()
  return new Set(rows.map(({ coordinatorId }) => coordinatorId))
}
