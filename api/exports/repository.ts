import { type Database, linksOf, type Trx } from '@repere/db'
import { type RawBuilder, sql } from 'kysely'

type TableName = keyof Database

/** The rows of a table that belong to an account, by the columns that say so in the dictionary of the data. */
export const listOwnRows = async (
  trx: Trx,
  table: TableName,
  columns: readonly string[],
  accountId: string,
): Promise<Record<string, unknown>[]> => {
  const wanted = columns.map((column) => sql.ref(`${table}.${column}`))
  const key = wrappedKeyOf(table)
  const { rows } = await sql<Record<string, unknown>>`
    select ${sql.join(wanted)}${key ? sql`, ${key} as ${sql.ref(keyColumn)}` : sql``}
    from ${sql.table(table)} where ${belongsTo(table, accountId)} order by ${sql.table(table)}.ctid`.execute(
    trx,
  )
  return rows
}

/** The column in which a row's wrapped key comes along, and under which nothing of the dictionary stands. */
export const keyColumn = 'wrappedKey'

const belongsTo = (table: TableName, accountId: string): RawBuilder<boolean> => {
  const ways = linksOf(table).map(({ column, to, by, only }) => {
    const here = sql.ref(`${table}.${column}`)
    if (to === 'self') return sql<boolean>`${here} = ${accountId}`
    const theirs = by ? sql`${sql.ref(`${to}.${by}`)} = ${accountId}` : belongsTo(to, accountId)
    const found = sql<boolean>`${here} in (select id from ${sql.table(to)} where ${theirs})`
    return only ? sql<boolean>`${sql.ref(`${table}.${only.column}`)} = ${only.is} and ${found}` : found
  })
  return ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`
}

/** The key under which the sealed columns of a table were written: its own, its booking's or its project's. */
const wrappedKeyOf = (table: TableName): RawBuilder<unknown> | undefined => {
  if (table === 'project' || table === 'booking' || table === 'storedFile')
    return sql`(select wrapped from sealing_key where sealing_key.id = ${sql.ref(`${table}.sealingKeyId`)})`
  if (table === 'pastBrief')
    return sql`(select wrapped from sealing_key join project on project.sealing_key_id = sealing_key.id
      where project.id = past_brief.project_id)`
  if (table === 'bookingMessage')
    return sql`(select wrapped from sealing_key join booking on booking.sealing_key_id = sealing_key.id
      where booking.id = booking_message.booking_id)`
  if (table === 'inquiryMessage')
    return sql`(select inquiry.wrapped_key from inquiry where inquiry.id = inquiry_message.inquiry_id)`
  return undefined
}

/** The days an account is held, booked or was at work, with the name of the other side. */
export const listBookingDays = async (trx: Trx, { id, role }: { id: string; role: string }) => {
  const rows = await trx
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .select(['booking.id', 'booking.state', 'booking.days'])
    .select(
      role === 'coordinator' ? 'company.legalName as otherSide' : 'coordinator.displayName as otherSide',
    )
    .where('booking.state', 'in', ['option', 'confirmed', 'completed'])
    .where(role === 'coordinator' ? 'coordinator.accountId' : 'company.accountId', '=', id)
    .orderBy('booking.requestedAt')
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as 'option' | 'confirmed' | 'completed' }))
}

/** The files an account sent in, the earliest first. */
export const listOwnFiles = async (trx: Trx, accountId: string): Promise<string[]> => {
  const rows = await trx
    .selectFrom('storedFile')
    .select('id')
    .where('accountId', '=', accountId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}
