import type { Database, Db, Trx } from '@repere/db'
import type { ChosenKind } from '@repere/db/vocabulary/notice.ts'
import { type ExpressionBuilder, sql } from 'kysely'
import { usualZone } from './zone-rules.ts'

/** Time zones by country. */
export type Zones = Readonly<Record<string, string>>

/** Where somebody lives: as a person said it, else where their company is. */
const zoneIn = (zones: Zones) =>
  sql<string>`coalesce(coordinator.time_zone, ${JSON.stringify(zones)}::jsonb ->> company.country, ${usualZone})`

/** The last eight o’clock of somebody’s own day, at or before an instant. */
const lastMorning = (now: Date, zones: Zones) => sql<Date>`(
  date_trunc('day', (${now}::timestamptz at time zone ${zoneIn(zones)}) - interval '8 hours') + interval '8 hours'
) at time zone ${zoneIn(zones)}`

/** Unread, and for a morning that has not told it. Whoever stopped these mails meanwhile is spared what was waiting. */
const isWaiting = (eb: ExpressionBuilder<Database, 'notification'>) =>
  eb.and([
    eb('notification.delivery', '=', 'digest'),
    eb('notification.readAt', 'is', null),
    eb('notification.digestedAt', 'is', null),
    eb.not(
      eb.exists(
        eb
          .selectFrom('noticePreference')
          .select('noticePreference.kind')
          .whereRef('noticePreference.accountId', '=', 'notification.accountId')
          .whereRef('noticePreference.kind', '=', 'notification.kind')
          .where('noticePreference.delivery', '=', 'app'),
      ),
    ),
  ])

/** The countries of companies for whom something waits for a morning. */
export const listWaitingCountries = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('notification')
    .innerJoin('company', 'company.accountId', 'notification.accountId')
    .select('company.country')
    .distinct()
    .where(isWaiting)
    .execute()
  return rows.map(({ country }) => country)
}

/** Those of some time zones that this database keeps: an unknown one would keep everybody’s morning from coming. */
export const listKnownZones = async (db: Db, zones: string[]): Promise<string[]> => {
  if (zones.length === 0) return []
  const { rows } = await sql<{ name: string }>`
    select name from pg_timezone_names where name in (${sql.join(zones)})`.execute(db)
  return rows.map(({ name }) => name)
}

/** People with something unread that waits for a morning which has come. */
export const listMornings = (db: Db, now: Date, zones: Zones, most: number) =>
  db
    .selectFrom('account')
    .leftJoin('coordinator', 'coordinator.accountId', 'account.id')
    .leftJoin('company', 'company.accountId', 'account.id')
    .select(['account.id', lastMorning(now, zones).as('until')])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('notification')
          .select('notification.id')
          .whereRef('notification.accountId', '=', 'account.id')
          .where(isWaiting)
          .where('notification.createdAt', '<', lastMorning(now, zones)),
      ),
    )
    .orderBy('account.id')
    .limit(most)
    .execute()

/** Takes what waits for somebody’s morning, once: whoever comes second takes nothing. */
export const takeWaiting = (trx: Trx, accountId: string, until: Date, now: Date) =>
  trx
    .updateTable('notification')
    .set({ digestedAt: now })
    .where('accountId', '=', accountId)
    .where(isWaiting)
    .where('createdAt', '<', until)
    .returning(['kind', 'contentSealed', 'createdAt'])
    .execute()

/** Whom the mail of the morning goes to, and which kinds they have in it. */
export const findReader = async (trx: Trx, accountId: string) => {
  const account = await trx
    .selectFrom('account')
    .select(['email', 'locale', 'displayName'])
    .where('id', '=', accountId)
    .where('state', '=', 'active')
    .executeTakeFirst()
  const kinds = await trx
    .selectFrom('noticePreference')
    .select('kind')
    .where('accountId', '=', accountId)
    .where('delivery', '=', 'digest')
    .orderBy('kind')
    .execute()
  return account && { ...account, kinds: kinds.map(({ kind }): ChosenKind => kind) }
}
