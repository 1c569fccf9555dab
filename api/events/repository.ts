import type { Database, Db, Trx } from '@repere/db'
import type { Insertable } from 'kysely'

/** Appends lines to the audit trail; the database gives each its number. */
export const insertEvents = async (trx: Trx, lines: Insertable<Database['event']>[]): Promise<void> => {
  await trx.insertInto('event').values(lines).execute()
}

export interface TrailFilter {
  kind?: string | undefined
  subjectKind?: string | undefined
  subjectId?: string | undefined
  actorId?: string | undefined
}

/** One page of the audit trail, newest first. */
export const listEvents = async (
  db: Db,
  filter: TrailFilter,
  { page, perPage }: { page: number; perPage: number },
) => {
  const matching = db
    .selectFrom('event')
    .where((line) =>
      line.and([
        ...(filter.kind ? [line('kind', '=', filter.kind)] : []),
        ...(filter.subjectKind ? [line('subjectKind', '=', filter.subjectKind)] : []),
        ...(filter.subjectId ? [line('subjectId', '=', filter.subjectId)] : []),
        ...(filter.actorId ? [line('actorId', '=', filter.actorId)] : []),
      ]),
    )
  const { total } = await matching
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const items = await matching
    .selectAll()
    .orderBy('id', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  return { items, total }
}
