import { type RawBuilder, sql } from 'kysely'
import { emptyCounts } from '../coordinators/facets.ts'
import { type FacetGroup, type Filters, levelOf } from '../coordinators/filters.ts'
import type { FacetCounts } from '../engine.ts'
import { proofs } from './people-rows.ts'

/** One count of one value of a group. */
export interface FacetRow {
  group: FacetGroup
  value: string
  count: number
}

/** Over the people read from the tables, each group counted with every other group's choice, and its own replaced by the value counted. */
export const facetQuery = (filters: Filters): RawBuilder<unknown> => {
  const groups = ['discipline', 'credential', 'region', 'language', 'specialism'] as const
  const others = (group: (typeof groups)[number]) =>
    sql.join(
      groups.filter((other) => other !== group).map((other) => sql.ref(`in_${other}`)),
      sql` and `,
    )
  const count = (name: FacetGroup, group: (typeof groups)[number], values: RawBuilder<unknown>) => sql`
    select ${sql.lit(name)} as "group", value, count(*)::int as count
    from person, unnest(${values}) as value where ${others(group)} group by value`
  const reached = sql.ref(proofs[levelOf(filters.credentialState ?? 'declared')])
  return sql.join(
    [
      count('discipline', 'discipline', sql`disciplines`),
      count('credential', 'credential', reached),
      count('credentialState', 'credential', statesReached(filters)),
      count('region', 'region', sql`regions`),
      count('language', 'language', sql`languages`),
      count('specialism', 'specialism', sql`specialisms`),
    ],
    sql` union all `,
  )
}

/** The minimum states under which a person would match: of the credentials asked for, else of any. */
const statesReached = ({ credentials }: Filters): RawBuilder<unknown> => {
  const reaches = (codes: string) =>
    credentials.length > 0
      ? sql`${sql.ref(codes)} && ${credentials}::text[]`
      : sql`${sql.ref(codes)} is not null`
  return sql`array_remove(array[
    case when ${reaches('declared')} then 'declared' end,
    case when ${reaches('seen')} then 'document-seen' end,
    case when ${reaches('confirmed')} then 'confirmed' end], null)`
}

export const toFacetCounts = (rows: readonly FacetRow[]): FacetCounts => {
  const counts = emptyCounts()
  for (const { group, value, count } of rows)
    counts[group].set(value, (counts[group].get(value) ?? 0) + count)
  return counts
}
