import type { Db, Trx } from '@repere/db'

export type Side = 'coordinator' | 'production'

export interface NewMessage {
  bookingId: string
  authorId: string
  party: Side
  bodySealed: Buffer
  createdAt: Date
}

export const insertMessage = async (trx: Trx, message: NewMessage): Promise<string> => {
  const { id } = await trx
    .insertInto('bookingMessage')
    .values({
      bookingId: message.bookingId,
      authorId: message.authorId,
      party: message.party,
      bodySealed: message.bodySealed,
      createdAt: message.createdAt,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A page of a thread, oldest first. */
export const listMessages = async (
  db: Db | Trx,
  bookingId: string,
  { page, perPage }: { page: number; perPage: number },
) => {
  const thread = db.selectFrom('bookingMessage').where('bookingId', '=', bookingId)
  const rows = await thread
    .select(['id', 'party', 'bodySealed', 'createdAt', 'readAt'])
    .orderBy('createdAt')
    .orderBy('id')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  const { total } = await thread
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return { rows, total }
}

/** Notes that a side has seen what the other wrote, up to the message it was shown last. */
export const markRead = async (
  trx: Trx,
  { bookingId, reader, through }: { bookingId: string; reader: Side; through: string },
  now: Date,
): Promise<void> => {
  await trx
    .updateTable('bookingMessage')
    .set({ readAt: now })
    .where('bookingId', '=', bookingId)
    .where('party', '<>', reader)
    .where('readAt', 'is', null)
    .where('createdAt', '<=', (eb) =>
      eb
        .selectFrom('bookingMessage as shown')
        .select('shown.createdAt')
        .where('shown.id', '=', through)
        .where('shown.bookingId', '=', bookingId),
    )
    .execute()
}

/** How many messages of the other side each booking holds that this side has not seen. */
export const countUnread = async (
  db: Db | Trx,
  bookingIds: string[],
  reader: Side,
): Promise<Map<string, number>> => {
  if (bookingIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('bookingMessage')
    .select(['bookingId', (eb) => eb.fn.countAll<number>().as('count')])
    .where('bookingId', 'in', bookingIds)
    .where('party', '<>', reader)
    .where('readAt', 'is', null)
    .groupBy('bookingId')
    .execute()
  return new Map(rows.map(({ bookingId, count }) => [bookingId, count]))
}
