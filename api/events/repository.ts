import type { Database, Db, Trx } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { type Insertable, sql } from 'kysely'

/** Appends lines to the audit trail; the database gives each its number. */
export const insertEvents = async (trx: Trx, lines: Insertable<Database['event']>[]): Promise<void> => {
  await trx.insertInto('event').values(lines).execute()
}

export interface TrailFilter {
  kind?: string | undefined
  subjectKind?: string | undefined
  subjectId?: string | undefined
  actorId?: string | undefined
  /** Civil days in Paris, both included. */
  from?: Day | undefined
  to?: Day | undefined
}

export interface TrailPlace {
  /** Only lines before this one: paging that stays quick, and still, while the trail grows. */
  before?: number | undefined
  page: number
  perPage: number
}

/** Counting goes no further: beyond it, a reader only needs to know that there are many. */
export const mostCounted = 10_000

const midnight = (day: Day, shift: number) =>
  sql<Date>`(${day}::date + ${shift}::int)::timestamp at time zone 'Europe/Paris'`

const matching = (db: Db | Trx, filter: TrailFilter) =>
  db
    .selectFrom('event')
    .where((line) =>
      line.and([
        ...(filter.kind ? [line('kind', '=', filter.kind)] : []),
        ...(filter.subjectKind ? [line('subjectKind', '=', filter.subjectKind)] : []),
        ...(filter.subjectId ? [line('subjectId', '=', filter.subjectId)] : []),
        ...(filter.actorId ? [line('actorId', '=', filter.actorId)] : []),
        ...(filter.from ? [line('at', '>=', midnight(filter.from, 0))] : []),
        ...(filter.to ? [line('at', '<', midnight(filter.to, 1))] : []),
      ]),
    )

/** One page of the audit trail, newest first, with how many lines match: at most {@link mostCounted} and one. */
export const listEvents = async (
  db: Db | Trx,
  filter: TrailFilter,
  { before, page, perPage }: TrailPlace,
) => {
  const { total } = await db
    .selectFrom(
      matching(db, filter)
        .select('id')
        .limit(mostCounted + 1)
        .as('counted'),
    )
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const items = await matching(db, filter)
    .select(['id', 'at', 'actorId', 'actorRole', 'kind', 'subjectKind', 'subjectId', 'facts'])
    .$if(before !== undefined, (query) => query.where('id', '<', before ?? 0))
    .orderBy('id', 'desc')
    .limit(perPage + 1)
    .offset((page - 1) * perPage)
    .execute()
  const shown = items.slice(0, perPage)
  return { total, items: shown, next: items.length > perPage ? (shown.at(-1)?.id ?? null) : null }
}

/** How many lines came after one, up to {@link mostCounted} and one. */
export const countAfter = async (db: Db, id: number): Promise<number> => {
  const later = db
    .selectFrom('event')
    .select('id')
    .where('id', '>', id)
    .limit(mostCounted + 1)
  const { count } = await db
    .selectFrom(later.as('later'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
