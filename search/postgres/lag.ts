import { type Db, plannedOnce } from '@repere/db'
import { sql } from 'kysely'
import type { HeldBack } from '../coordinators/held-back.ts'

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

/** How many people changed since the index was told of them. */
export const readLag = async (db: Db): Promise<number> => {
  const { count } = await db
    .selectFrom('searchDirty')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
