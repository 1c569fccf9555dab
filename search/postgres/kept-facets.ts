import type { CodeKind } from '@repere/db/vocabulary/code-kind.ts'
import { type RawBuilder, sql } from 'kysely'
import type { FacetGroup, Filters } from '../coordinators/filters.ts'
import { levelOf } from '../coordinators/filters.ts'
import { bitsOf, countBits } from './codes.ts'
import type { Group } from './kept-rows.ts'
import { proofs } from './people-rows.ts'

/** Each group counted over the rows of people who miss no other: as rows of a group, a value and a count. */
export const keptFacetQuery = (filters: Filters): RawBuilder<unknown> =>
  sql.join(
    [
      countOf('discipline', 'discipline', 'disciplines'),
      countOf('credential', 'credential', proofs[levelOf(filters.credentialState ?? 'declared')]),
      countOf('region', 'region', 'regions'),
      countOf('language', 'language', 'languages'),
      countOf('specialism', 'specialism', 'specialisms'),
      statesReached(filters),
    ],
    sql` union all `,
  )

const missesNoOther = (group: Group) => sql`(missed is null or missed = ${sql.lit(group)})`

const countOf = (name: FacetGroup & CodeKind, group: Group, column: string): RawBuilder<unknown> => sql`
  select ${sql.lit(name)} as "group", value, count from (${countBits(
    name,
    sql`select ${sql.ref(column)} as bits, count(*) as count from kept where ${missesNoOther(group)} group by 1`,
  )}) counted`

/** The minimum states under which people would match: of the credentials asked for, else of any. */
const statesReached = ({ credentials }: Filters): RawBuilder<unknown> => {
  const reaching = (column: string) => {
    const bits = sql.ref(column)
    const reaches =
      credentials.length > 0 ? sql`${bits} & ${bitsOf('credential', credentials)} <> 0` : sql`${bits} <> 0`
    return sql`count(*) filter (where ${reaches})::int`
  }
  return sql`
    select 'credentialState', value, count from (
      select ${reaching('declared')} as declared, ${reaching('seen')} as seen, ${reaching('confirmed')} as confirmed
      from kept where ${missesNoOther('credential')}
    ) reached, lateral (values ('declared', declared), ('document-seen', seen), ('confirmed', confirmed)) as states (value, count)
    where count > 0`
}
