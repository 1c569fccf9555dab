import { type Db, plannedOnce } from '@repere/db'
import { sql } from 'kysely'
import type { Filters, Viewer } from '../coordinators/filters.ts'

/** Somebody of whom the index may still tell what is no longer for everybody. */
export interface HeldBack {
  id: string
  /** Nobody may find them any more, in any way. */
  isGone: boolean
  /** Their days are for verified productions alone. */
  hidesDays: boolean
  /** What they wrote of themselves is for fewer than everybody. */
  hidesBio: boolean
}

/**
 * People who changed since the index was told of them, and who are not public any more or hide what the index may hold:
 * whom it would answer with, that alone would tell. Each is looked up by itself: the list is mostly empty, and a planner
 * that remembers it full would read everybody.
 */
export const readHeldBack = async (db: Db): Promise<HeldBack[]> => {
  const { rows } = await sql<HeldBack>`
    ${plannedOnce} select search_dirty.coordinator_id as id, found.hides_days is null as is_gone,
      coalesce(found.hides_days, true) as hides_days, coalesce(found.hides_bio, true) as hides_bio
    from search_dirty
    left join lateral (
      select c.days_visibility <> 'everyone' as hides_days,
        coalesce(c.visibility ->> 'bio', 'public') <> 'public' and coalesce(c.bio_fr, '') || coalesce(c.bio_en, '') <> ''
          as hides_bio
      from published_coordinator join coordinator c on c.id = published_coordinator.coordinator_id
      where published_coordinator.coordinator_id = search_dirty.coordinator_id limit 1
    ) found on true
    where found.hides_days is null or found.hides_days or found.hides_bio
    order by 1`.execute(db)
  return rows
}

/** Whom the index must leave out of an answer: by their words, by their days, or altogether. */
export const excludedFrom = (
  held: readonly HeldBack[],
  { q, days }: Pick<Filters, 'q' | 'days'>,
  { seesAllDays }: Viewer,
): string[] =>
  held
    .filter(
      ({ isGone, hidesDays, hidesBio }) =>
        isGone || (q !== '' && hidesBio) || (days.length > 0 && !seesAllDays && hidesDays),
    )
    .map(({ id }) => id)

/** How many people changed since the index was told of them. */
export const readLag = async (db: Db): Promise<number> => {
  const { count } = await db
    .selectFrom('searchDirty')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
