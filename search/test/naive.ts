import type { Db } from '@repere/db'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { sql } from 'kysely'

/**
 * A search as the first version of such a product puts it to the database: one table after the other, no projection,
 * `ilike` for words. What the bench measures both engines against; its answers are not exact.
 */
export const searchNaively = (
  db: Db,
  { region, from, to, word }: { region: string; from: Day; to: Day; word?: string },
): Promise<unknown> =>
  sql`select c.id from coordinator c
    where c.published_at is not null and c.paused_at is null and 'intimacy' = any(c.disciplines)
      and ${region} = any(c.regions)
      and exists (select from coordinator_language l where l.coordinator_id = c.id and l.code = 'fr')
      and exists (select from credential_standing s
        where s.coordinator_id = c.id and s.standing in ('document-seen', 'confirmed'))
      and not exists (select from availability_block b
        where b.coordinator_id = c.id and b.days && daterange(${from}, ${to}, '[]'))
      and not exists (select from booking
        where booking.coordinator_id = c.id and booking.state in ('option', 'confirmed')
          and booking.exclusive_days && daterange(${from}, ${to}, '[]'))
      ${word === undefined ? sql`` : sql`and (c.display_name ilike ${`%${word}%`} or c.headline_fr ilike ${`%${word}%`} or c.bio_fr ilike ${`%${word}%`})`}
  `.execute(db)
