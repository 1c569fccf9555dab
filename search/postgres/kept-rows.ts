import { toMultirange } from '@repere/db'
import type { CodeKind } from '@repere/db/vocabulary/code-kind.ts'
import type { Day } from '@repere/db/vocabulary/day.ts'
import { rangesOf } from '@repere/db/vocabulary/day.ts'
import { type RawBuilder, type Sql, sql } from 'kysely'
import { horizonOf } from '../coordinators/calendar.ts'
import { type Availability, type Filters, levelOf, ordersByCoverage } from '../coordinators/filters.ts'
import { toQueryWords } from '../coordinators/words.ts'
import type { Question } from '../engine.ts'
import { bitsOf } from './codes.ts'
import { proofs } from './people-rows.ts'
import type { Near } from './spellings.ts'
import { type Look, matchWords, scoreOf } from './words.ts'

type Predicate = RawBuilder<unknown>

/**
 * `asked as (…)`: the people for whom no row holds at this moment, since they changed, or time changed them, and the
 * worker has not written it anew. The tables answer for them.
 */
export const askedOfTables = ({ moment }: Question): RawBuilder<unknown> => sql`
  asked as materialized (
    select coordinator_id as id from search_dirty where not in_rows
    union
    select coordinator_id from search_row where valid_until <= ${moment} or valid_from > ${moment}
  )`

/** Groups in use, those first that leave the fewest people. */
const groups = ['region', 'specialism', 'credential', 'discipline', 'language'] as const

/** Filters that are counted together. */
export type Group = (typeof groups)[number]

/**
 * `kept as (…)`: by the rows that hold, everybody who answers words and days and misses the chosen values of one group
 * at most, which `missed` names; of a search without counts only those who miss none.
 */
export const keptRows = (question: Question, near?: Near): RawBuilder<unknown> => {
  const { filters, moment, excluded, lexicon } = question
  const words = toQueryWords(filters.q)
  const inUse = groups.flatMap((group) => {
    const chosen = isChosen[group](filters)
    return chosen ? [{ group, chosen }] : []
  })
  const all = inUse.map(({ chosen }) => chosen)
  const rest = [...daysOf(question), ...(words.length > 0 ? [matchWords(words, lexicon, inRows, near)] : [])]
  const missed = sql.join(
    inUse.map(({ group, chosen }) => sql`when not ${chosen} then ${sql.lit(group)}`),
    sql` `,
  )
  return sql`
    kept as materialized (
      select p.coordinator_id as id, p.disciplines, p.regions, p.base_region, p.languages, p.specialisms, p.declared, p.seen, p.confirmed,
        ${ordersByCoverage(filters) ? coverageOf(question) : sql`0`} as coverage, ${rankOf(filters)} as rank,
        ${inUse.length > 0 ? sql`case ${missed} end` : sql`null::text`} as missed
      from search_row p
      where p.valid_from <= ${moment} and p.valid_until > ${moment}
        and case when ${filters.withoutFacets ? every(all) : everyButOne(all)} then ${every(rest)} else false end
        and not exists (select from search_dirty where search_dirty.coordinator_id = p.coordinator_id and not in_rows)
        ${excluded.length > 0 ? sql`and p.coordinator_id <> all(${excluded}::uuid[])` : sql``}
    )`
}

/** That a row of {@link keptRows} is a match. */
export const isKeptHit = sql<boolean>`missed is null`

/** The matches among {@link keptRows}, with what decides their order. Texts are read for them alone. */
export const keptHits = ({ filters, lexicon }: Question, near?: Near): RawBuilder<unknown> => {
  const words = toQueryWords(filters.q)
  const score = scoreOf(words, lexicon, { ...inRows, reads: (condition) => condition }, near)
  return sql`
    select p.id, p.coverage, ${score} as score, p.rank from kept p
    ${words.length > 0 ? sql`join coordinator c on c.id = p.id` : sql``} where ${isKeptHit}`
}

const every = (predicates: readonly Predicate[]): Predicate =>
  predicates.length > 0 ? sql.join(predicates, sql` and `) : sql`true`

/** In the order given: most rows are done with after the first two. */
const everyButOne = ([first, ...others]: readonly Predicate[]): Predicate =>
  first ? sql`case when ${first} then ${everyButOne(others)} else ${every(others)} end` : sql`true`

const has = (column: string, kind: CodeKind, codes: readonly string[]): Predicate =>
  sql`${sql.ref(`p.${column}`)} & ${bitsOf(kind, codes)} <> 0`

const worksOrLivesIn = (codes: readonly string[]): Predicate =>
  sql`(p.regions | p.base_region) & ${bitsOf('region', codes)} <> 0`

/** The condition of a group; undefined where nothing is chosen. */
const isChosen: Record<Group, (filters: Filters) => Predicate | undefined> = {
  discipline: ({ discipline }) => (discipline ? has('disciplines', 'discipline', [discipline]) : undefined),
  credential: ({ credentials, credentialState }) => {
    const column = proofs[levelOf(credentialState ?? 'declared')]
    if (credentials.length > 0) return has(column, 'credential', credentials)
    return credentialState ? sql`${sql.ref(`p.${column}`)} <> 0` : undefined
  },
  region: ({ regions }) => (regions.length > 0 ? has('regions', 'region', regions) : undefined),
  language: ({ languages }) => (languages.length > 0 ? has('languages', 'language', languages) : undefined),
  specialism: ({ specialisms }) =>
    specialisms.length > 0 ? has('specialisms', 'specialism', specialisms) : undefined,
}

const inRows: Look = {
  has(kind, codes) {
    const ways: Record<CodeKind, Predicate> = {
      discipline: has('disciplines', kind, codes),
      region: worksOrLivesIn(codes),
      specialism: has('specialisms', kind, codes),
      language: has('languages', kind, codes),
      credential: has('declared', kind, codes),
    }
    return ways[kind]
  },
  // Only of those whom nothing else has ruled out or in.
  reads: (condition) =>
    sql`exists (select from coordinator c where c.id = p.coordinator_id and ${condition})`,
}

const rankOf = ({ sort }: Filters): RawBuilder<unknown> =>
  sort === 'name'
    ? sql`0`
    : sort === 'freshness'
      ? sql`coalesce(p.confirmed_on - date '1970-01-01', 0)`
      : sql`p.rank`

const multirange = (days: readonly Day[]): ReturnType<Sql> =>
  sql`${toMultirange(rangesOf(days))}::datemultirange`

/** What the asked days must be. Rows know days a little past the horizon; nothing is free there. */
const daysOf = ({ filters, viewer, today }: Question): Predicate[] => {
  if (filters.days.length === 0) return []
  const horizon = horizonOf(today)
  const within = multirange(filters.days.filter((day) => day < horizon))
  const beyond = multirange(filters.days.filter((day) => day >= horizon))
  const isBeyond = filters.days.some((day) => day >= horizon)
  const seen = viewer.seesAllDays ? [] : [sql`p.days_public`]
  const modes: Record<Availability, Predicate[]> = {
    free: isBeyond ? [sql`false`] : [...seen, sql`p.free @> ${within}`],
    optionable: [
      ...seen,
      ...(isBeyond ? [sql`p.held @> ${beyond}`] : []),
      sql`(p.free @> ${within} or not isempty(p.held) and p.held @> (${within} - p.free))`,
    ],
    some: [...seen, sql`p.free && ${within}`],
    any: [],
  }
  return [sql`not p.paused`, ...modes[filters.availability]]
}

const coverageOf = ({ filters, viewer, today }: Question): RawBuilder<unknown> => {
  const asked = filters.days.filter((day) => day < horizonOf(today))
  const within = multirange(asked)
  const free = sql`case when p.free @> ${within} then ${asked.length}::int else coalesce((
    select sum(upper(run) - lower(run)) from unnest(p.free * ${within}) as run), 0)::int end`
  return viewer.seesAllDays ? free : sql`case when p.days_public then ${free} else 0 end`
}
