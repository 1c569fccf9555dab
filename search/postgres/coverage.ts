import type { Db } from '@repere/db'
import { sql } from 'kysely'
import type { Question } from '../engine.ts'
import { askDays, joinLiveOptions } from './days.ts'

/** How many of the asked days are free for each of these people; 0 where this viewer may not know. */
export const readCoverage = async (
  db: Db,
  ids: readonly string[],
  { filters, viewer, ...at }: Question,
): Promise<Map<string, number>> => {
  if (ids.length === 0) return new Map()
  const { coverage } = askDays(filters.days, filters.availability, viewer, at)
  const { rows } = await sql<{ id: string; coverage: number }>`
    select c.id, coalesce(${coverage}, 0) as coverage
    from coordinator c
    left join calendar k on k.coordinator_id = c.id
    left join coordinator_days d on d.coordinator_id = c.id
    ${joinLiveOptions(at.moment)}
    where c.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, coverage }) => [id, coverage]))
}
