import { type Day, toDayNumber } from '@repere/db/vocabulary/day.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Filters } from '../coordinators/filters.ts'
import { freshAges } from '../coordinators/ranking.ts'

/** What equals are equal in: for relevance evidence, freshness and completeness; else what was asked to sort by, but names. */
export const rankBy = ({ sort }: Filters, today: Day): RawBuilder<number> => {
  if (sort === 'name') return sql`0`
  const confirmedOn = sql`(k.confirmed_at at time zone c.time_zone)::date`
  if (sort === 'freshness') return sql`coalesce(${confirmedOn} - date '1970-01-01', 0)`
  const age = sql`${toDayNumber(today)}::int - (${confirmedOn} - date '1970-01-01')`
  return sql`
    coalesce(case proof.top when 3 then 200 when 2 then 100 end, 0)
    + case when k.confirmed_at is null or ${today}::date >= stale_on(k.confirmed_at, c.time_zone) then 0
        when ${age} <= ${freshAges[0]} then 30 when ${age} <= ${freshAges[1]} then 20 else 10 end
    + (array[0, 0, 0, 1, 1, 2, 3])[1 + (coalesce(c.headline_fr, '') || coalesce(c.headline_en, '') <> '')::int
        + (coalesce(c.bio_fr, '') || coalesce(c.bio_en, '') <> '')::int + (c.base_region is not null)::int
        + (spoken.codes is not null)::int + (cardinality(c.specialisms) > 0)::int + (proof.top is not null)::int]`
}
