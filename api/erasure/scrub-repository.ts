import { type Database, dictionary, linksOf, ownTables, type Trx } from '@repere/db'
import { type ExpressionBuilder, type RawBuilder, sql } from 'kysely'
import { deleteKeys, destroyKeys } from './key-repository.ts'

/** What a column that may not be empty says of somebody who was erased; the others go back to their default. */
const hollow = {
  coordinator: {
    slug: sql`'removed-' || id`,
    displayName: sql`''`,
    // Deadlines of the other side's bookings fall in it.
    timeZone: sql`time_zone`,
  },
  company: {
    legalName: sql`''`,
    country: sql`country`,
    registration: sql`''`,
    agreement: sql`'other'`,
    contactName: sql`''`,
    contactFunction: sql`''`,
  },
} as const satisfies Record<string, Record<string, RawBuilder<unknown>>>

type Hollowed = keyof typeof hollow

/**
 * Removes the coordinator of an account, or the company, with all that hangs on it. A row that bookings of others
 * refer to stays as a hollow one: every column tagged as the person's own is emptied, whatever columns there are.
 */
export const removeParty = async (trx: Trx, table: Hollowed, accountId: string, now: Date): Promise<void> => {
  const row = await trx
    .selectFrom(table)
    .select('id')
    .where('accountId', '=', accountId)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return
  if (table === 'company') await removeProjects(trx, row.id, now)
  const column = table === 'coordinator' ? 'coordinatorId' : 'companyId'
  const isAsked = await trx.selectFrom('booking').select('id').where(column, '=', row.id).executeTakeFirst()
  if (!isAsked) {
    await trx.deleteFrom(table).where('id', '=', row.id).execute()
    return
  }
  await emptyRow(trx, table, row.id)
  for (const { name, columns } of hangingOn(table))
    for (const link of columns)
      await sql`delete from ${sql.table(name)} where ${sql.ref(link)} = ${row.id}`.execute(trx)
  await deleteCreditsOfNobody(trx, column, row.id)
}

/** Credits of a party whose other side is gone, too: nobody is left to read their titles. */
const deleteCreditsOfNobody = async (
  trx: Trx,
  column: 'coordinatorId' | 'companyId',
  id: string,
): Promise<void> => {
  const has = (side: 'coordinator' | 'company') => (eb: ExpressionBuilder<Database, 'confirmedCredit'>) =>
    eb.exists(
      eb
        .selectFrom(side)
        .select(`${side}.id`)
        .whereRef(`${side}.id`, '=', `confirmedCredit.${side}Id`)
        .where(`${side}.accountId`, 'is not', null),
    )
  await trx
    .deleteFrom('confirmedCredit')
    .where(column, '=', id)
    .where((eb) => eb.not(has('coordinator')(eb)))
    .where((eb) => eb.not(has('company')(eb)))
    .execute()
}

/** Both sides' own: they stay for the other, without the names of who is gone. */
const kept: readonly (keyof Database)[] = ['booking', 'project', 'confirmedCredit']

/** Tables with rows of the party, and by which columns; the days computed from them go last. */
const hangingOn = (table: Hollowed): { name: keyof Database; columns: readonly string[] }[] => [
  ...ownTables().flatMap(({ table: name }) => {
    const columns = linksOf(name).flatMap(({ to, column }) => (to === table ? [column] : []))
    return columns.length > 0 && !kept.includes(name) ? [{ name, columns }] : []
  }),
  ...(table === 'company' ? [{ name: 'inquiry' as const, columns: ['companyId'] }] : []),
  ...(table === 'coordinator' ? [{ name: 'coordinatorDays' as const, columns: ['coordinatorId'] }] : []),
]

const emptyRow = async (trx: Trx, table: Hollowed, id: string): Promise<void> => {
  const said: Record<string, RawBuilder<unknown>> = hollow[table]
  const emptied = Object.entries(dictionary[table])
    .filter(([, tag]) => tag.mine)
    .map(([name]) => sql`${sql.ref(name)} = ${said[name] ?? sql`default`}`)
  await sql`update ${sql.table(table)} set account_id = null, ${sql.join(emptied)} where id = ${id}`.execute(
    trx,
  )
}

/** A company's projects: gone, or unreadable where a booking still names what kind of work it was. */
const removeProjects = async (trx: Trx, companyId: string, now: Date): Promise<void> => {
  const projects = await trx
    .selectFrom('project')
    .select(({ exists, selectFrom }) => [
      'id',
      'sealingKeyId',
      exists(selectFrom('booking').select('booking.id').whereRef('booking.projectId', '=', 'project.id')).as(
        'asked',
      ),
    ])
    .where('companyId', '=', companyId)
    .execute()
  const [kept, gone] = [projects.filter(({ asked }) => asked), projects.filter(({ asked }) => !asked)]
  if (kept.length > 0) {
    const ids = kept.map(({ id }) => id)
    const nothing = Buffer.alloc(0)
    await trx
      .updateTable('project')
      .set({ titleSealed: nothing, codeNameSealed: null, briefSealed: nothing, employmentForm: null })
      .where('id', 'in', ids)
      .execute()
    await trx.deleteFrom('projectPhase').where('projectId', 'in', ids).execute()
    await trx.deleteFrom('pastBrief').where('projectId', 'in', ids).execute()
    await destroyKeys(
      trx,
      kept.map(({ sealingKeyId }) => sealingKeyId),
      now,
    )
  }
  if (gone.length === 0) return
  await trx
    .deleteFrom('project')
    .where(
      'id',
      'in',
      gone.map(({ id }) => id),
    )
    .execute()
  await deleteKeys(
    trx,
    gone.map(({ sealingKeyId }) => sealingKeyId),
  )
}
