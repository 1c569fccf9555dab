import type { Database, Db, Trx } from '@repere/db'
import type { ChosenKind, Delivery, NoticeKind } from '@repere/db/vocabulary/notice.ts'
import type { ExpressionBuilder } from 'kysely'

export interface NewNotification {
  accountId: string
  kind: NoticeKind
  path: string
  contentSealed: Buffer
  delivery: Delivery
  createdAt: Date
}

export const insertNotifications = async (trx: Trx, rows: readonly NewNotification[]): Promise<void> => {
  if (rows.length > 0)
    await trx
      .insertInto('notification')
      .values([...rows])
      .execute()
}

/** A page of somebody’s own notifications, the latest first. */
export const listNotifications = async (
  db: Db,
  accountId: string,
  { page, perPage }: { page: number; perPage: number },
) => {
  const own = db.selectFrom('notification').where('accountId', '=', accountId)
  const rows = await own
    .select(['id', 'kind', 'path', 'contentSealed', 'createdAt', 'readAt'])
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const { total } = await own.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return { rows, total }
}

/** The pages that unread notifications open, with how many each. */
export const countUnreadByPath = (db: Db, accountId: string) =>
  db
    .selectFrom('notification')
    .select(['path', (eb) => eb.fn.countAll<number>().as('count')])
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
    .groupBy('path')
    .orderBy('path')
    .execute()

/** What of the own ones is read: one, those that open a page or a place on it, or all up to a moment. */
export type Seen = { id: string } | { path: string } | { until: Date }

const matching = (seen: Seen) => (eb: ExpressionBuilder<Database, 'notification'>) => {
  if ('id' in seen) return eb('id', '=', seen.id)
  return 'path' in seen ? eb('path', '=', seen.path) : eb('createdAt', '<=', seen.until)
}

export const markSeen = async (db: Db | Trx, accountId: string, seen: Seen, now: Date): Promise<void> => {
  await db
    .updateTable('notification')
    .set({ readAt: now })
    .where('accountId', '=', accountId)
    .where('readAt', 'is', null)
    .where(matching(seen))
    .execute()
}

/** When somebody was last told something of a kind that opens this page. */
export const findLastTold = async (
  db: Db | Trx,
  accountId: string,
  kind: NoticeKind,
  path: string,
): Promise<Date | null> => {
  const row = await db
    .selectFrom('notification')
    .select('createdAt')
    .where('accountId', '=', accountId)
    .where('kind', '=', kind)
    .where('path', '=', path)
    .orderBy('createdAt', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.createdAt ?? null
}

/** What these people chose, where it is not a mail at once. */
export const listPreferences = async (db: Db | Trx, accountIds: readonly string[]) =>
  accountIds.length === 0
    ? []
    : db
        .selectFrom('noticePreference')
        .select(['accountId', 'kind', 'delivery'])
        .where('accountId', 'in', [...accountIds])
        .execute()

/** Writes down choices; those left out stay as they are. */
export const putPreferences = async (
  db: Db | Trx,
  accountId: string,
  choices: readonly { kind: ChosenKind; delivery: Delivery }[],
): Promise<void> => {
  if (choices.length === 0) return
  await db
    .insertInto('noticePreference')
    .values(choices.map((choice) => ({ accountId, ...choice })))
    .onConflict((conflict) =>
      conflict
        .columns(['accountId', 'kind'])
        .doUpdateSet((eb) => ({ delivery: eb.ref('excluded.delivery') })),
    )
    .execute()
}

/** Forgets what was written before; answers how many. */
export const deleteNotifications = async (db: Db, before: Date): Promise<number> => {
  const { numDeletedRows } = await db
    .deleteFrom('notification')
    .where('createdAt', '<', before)
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Whether an account is still there. */
export const isAccount = async (db: Db, id: string): Promise<boolean> =>
  (await db.selectFrom('account').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** What these people were told, as it is kept. */
export const listContents = async (trx: Trx, accountIds: readonly string[]) =>
  accountIds.length === 0
    ? []
    : trx
        .selectFrom('notification')
        .select(['id', 'path', 'contentSealed'])
        .where('accountId', 'in', [...accountIds])
        .execute()

export const updateContent = async (
  trx: Trx,
  id: string,
  { path, contentSealed }: { path: string; contentSealed: Buffer },
): Promise<void> => {
  await trx.updateTable('notification').set({ path, contentSealed }).where('id', '=', id).execute()
}

/** Where somebody lives: as a person said it, and the country of their company. */
export const findPlace = async (db: Db, accountId: string) => {
  const row = await db
    .selectFrom('account')
    .leftJoin('coordinator', 'coordinator.accountId', 'account.id')
    .leftJoin('company', 'company.accountId', 'account.id')
    .select(['coordinator.timeZone as personal', 'company.country'])
    .where('account.id', '=', accountId)
    .executeTakeFirst()
  return { personal: row?.personal ?? undefined, country: row?.country ?? undefined }
}
