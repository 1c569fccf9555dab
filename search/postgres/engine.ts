import type { Db } from '@repere/db'
import { toDayNumber } from '@repere/db/vocabulary/day.ts'
import { type RawBuilder, sql } from 'kysely'
import { emptyCounts } from '../coordinators/facets.ts'
import { type FacetGroup, type Filters, levelOf, ordersByCoverage } from '../coordinators/filters.ts'
import { type Candidate, freshAges } from '../coordinators/ranking.ts'
import { toQueryWords } from '../coordinators/words.ts'
import type { Answer, Engine, FacetCounts, Question } from '../engine.ts'
import { askDays, liveOptions } from './days.ts'
import { matchWords, scoreOf } from './words.ts'

/**
 * The fallback engine: the same filters in SQL, straight from the truth. Exact like the other one; its ranking of
 * words is simpler, and a typing error is forgiven only when nothing else matches.
 */
export const createPostgresEngine = (db: Db): Engine => ({
  name: 'postgres',
  async find(question) {
    const words = toQueryWords(question.filters.q)
    const strict = await ask(db, question, words, false)
    return strict.total > 0 || words.length === 0 ? strict : ask(db, question, words, true)
  },
})

interface Row {
  total: number
  candidates: Candidate[] | null
  facets: { group: FacetGroup; value: string; count: number }[] | null
}

const ask = async (
  db: Db,
  question: Question,
  words: readonly string[],
  tolerant: boolean,
): Promise<Answer> => {
  const { filters, viewer, today, moment, excluded, offset, limit } = question
  const days =
    filters.days.length > 0 ? askDays(filters.days, filters.availability, viewer, today) : undefined
  const counted = days && ordersByCoverage(filters)
  const conditions = [
    ...(words.length > 0 ? [matchWords(words, question.lexicon, { tolerant })] : []),
    ...(days ? [days.where] : []),
    ...(excluded.length > 0 ? [sql`c.id <> all(${excluded}::uuid[])`] : []),
  ]
  const { rows } = await sql<Row>`
    with live_option as materialized (${liveOptions(moment)}),
    badge as materialized (
      select coordinator_id, code,
        case standing when 'confirmed' then 3 when 'document-seen' then 2 else 1 end as level
      from credential_standing
      where not refused and credential_state(standing, ends_on, ${today}) not in ('expired', 'withdrawn')
    ),
    proof as (
      select coordinator_id, max(level) as top, array_agg(code) as declared,
        array_agg(code) filter (where level >= 2) as seen, array_agg(code) filter (where level = 3) as confirmed
      from badge group by coordinator_id
    ),
    spoken as (select coordinator_id, array_agg(code) as codes from coordinator_language group by coordinator_id),
    person as materialized (
      select c.id, c.disciplines, c.regions, c.specialisms, spoken.codes as languages,
        proof.declared, proof.seen, proof.confirmed,
        ${counted ? days.coverage : sql`0`} as coverage, ${scoreOf(words)} as score, ${rankBy(filters, question)} as rank,
        ${isChosen.discipline(filters)} as in_discipline, ${isChosen.credential(filters)} as in_credential,
        ${isChosen.region(filters)} as in_region, ${isChosen.language(filters)} as in_language,
        ${isChosen.specialism(filters)} as in_specialism
      from coordinator c
      join published_coordinator on published_coordinator.coordinator_id = c.id
      left join calendar k on k.coordinator_id = c.id
      left join coordinator_days d on d.coordinator_id = c.id
      left join live_option o on o.coordinator_id = c.id
      left join proof on proof.coordinator_id = c.id
      left join spoken on spoken.coordinator_id = c.id
      where ${conditions.length > 0 ? sql.join(conditions, sql` and `) : sql`true`}
    ),
    hit as (
      select id, coverage, score, rank from person
      where in_discipline and in_credential and in_region and in_language and in_specialism
    )
    select
      (select count(*)::int from hit) as total,
      (select json_agg(page) from (
        select * from hit order by coverage desc, score desc, rank desc, id limit ${limit} offset ${offset}
      ) page) as candidates,
      (select json_agg(facet) from (${facetQuery(filters)}) facet) as facets`.execute(db)
  const row = rows[0]
  return {
    total: row?.total ?? 0,
    candidates: row?.candidates ?? [],
    facets: toFacetCounts(row?.facets ?? []),
  }
}

/** Whether a person is in the chosen values of a group; a person without any value is not. */
const isChosen = {
  discipline: ({ discipline }: Filters) =>
    discipline ? sql`c.disciplines @> ${[discipline]}::text[]` : sql`true`,
  credential: ({ credentials, credentialState }: Filters) =>
    credentials.length > 0
      ? sql`coalesce(${sql.ref(`proof.${proofs[levelOf(credentialState ?? 'declared')]}`)} && ${credentials}::text[], false)`
      : credentialState
        ? sql`coalesce(proof.top >= ${levelOf(credentialState)}, false)`
        : sql`true`,
  region: ({ regions }: Filters) => (regions.length > 0 ? sql`c.regions && ${regions}::text[]` : sql`true`),
  language: ({ languages }: Filters) =>
    languages.length > 0 ? sql`coalesce(spoken.codes && ${languages}::text[], false)` : sql`true`,
  specialism: ({ specialisms }: Filters) =>
    specialisms.length > 0 ? sql`c.specialisms && ${specialisms}::text[]` : sql`true`,
}

/** The column with the codes of credentials that reach a level. */
const proofs = { 1: 'declared', 2: 'seen', 3: 'confirmed' } as const

/** Each group counted with every other group's choice, and its own replaced by the value counted. */
const facetQuery = (filters: Filters): RawBuilder<unknown> => {
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

/** What equals are equal in: for relevance evidence, freshness and completeness; else what was asked to sort by. */
const rankBy = ({ sort }: Filters, { today }: Question): RawBuilder<number> => {
  const confirmedOn = sql`(k.confirmed_at at time zone c.time_zone)::date`
  if (sort === 'freshness') return sql`coalesce(${confirmedOn} - date '1970-01-01', 0)`
  if (sort === 'name') return sql`-row_number() over (order by c.display_name collate french, c.id)::int`
  const age = sql`${toDayNumber(today)}::int - (${confirmedOn} - date '1970-01-01')`
  return sql`
    coalesce(case proof.top when 3 then 200 when 2 then 100 end, 0)
    + case when k.confirmed_at is null or ${today}::date >= stale_on(k.confirmed_at, c.time_zone) then 0
        when ${age} <= ${freshAges[0]} then 30 when ${age} <= ${freshAges[1]} then 20 else 10 end
    + (array[0, 0, 0, 1, 1, 2, 3])[1 + (coalesce(c.headline_fr, '') || coalesce(c.headline_en, '') <> '')::int
        + (coalesce(c.bio_fr, '') || coalesce(c.bio_en, '') <> '')::int + (c.base_region is not null)::int
        + (spoken.codes is not null)::int + (cardinality(c.specialisms) > 0)::int + (proof.top is not null)::int]`
}

const toFacetCounts = (rows: NonNullable<Row['facets']>): FacetCounts => {
  const counts = emptyCounts()
  for (const { group, value, count } of rows) counts[group].set(value, count)
  return counts
}
