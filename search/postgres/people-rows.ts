import type { CodeKind } from '@repere/db/vocabulary/code-kind.ts'
import { type RawBuilder, sql } from 'kysely'
import { type Filters, levelOf, ordersByCoverage } from '../coordinators/filters.ts'
import { toQueryWords } from '../coordinators/words.ts'
import type { Question } from '../engine.ts'
import { askDays, joinLiveOptions } from './days.ts'
import { rankBy } from './rank.ts'
import type { Near } from './spellings.ts'
import { type Look, matchWords, scoreOf } from './words.ts'

/**
 * `person as (…)`: of the people in `asked`, everybody who answers words and days, straight from the tables, and of
 * each whether they are in the chosen values of every group. Facets need those who are in all groups but one; matches
 * are in all, see {@link isHit}. Person by person, whatever the planner believes of tables nobody has analysed yet.
 */
export const peopleRows = (question: Question, near?: Near): RawBuilder<unknown> => {
  const { filters, viewer, today, moment, excluded, lexicon } = question
  const words = toQueryWords(filters.q)
  const days =
    filters.days.length > 0
      ? askDays(filters.days, filters.availability, viewer, { today, moment })
      : undefined
  const conditions = [
    sql`c.id = any(array(select id from asked))`,
    ...(words.length > 0 ? [matchWords(words, lexicon, inTables, near)] : []),
    ...(days ? [days.where] : []),
    ...(excluded.length > 0 ? [sql`c.id <> all(${excluded}::uuid[])`] : []),
  ]
  const coverage = days && ordersByCoverage(filters) ? days.coverage : sql`0`
  return sql`
    person as materialized (
      select c.id, c.disciplines, c.regions, c.specialisms, spoken.codes as languages,
        proof.declared, proof.seen, proof.confirmed,
        ${coverage} as coverage, ${scoreOf(words, lexicon, inTables, near)} as score, ${rankBy(filters, today)} as rank,
        ${isChosen.discipline(filters)} as in_discipline, ${isChosen.credential(filters)} as in_credential,
        ${isChosen.region(filters)} as in_region, ${isChosen.language(filters)} as in_language,
        ${isChosen.specialism(filters)} as in_specialism
      from coordinator c
      join published_coordinator on published_coordinator.coordinator_id = c.id
      left join calendar k on k.coordinator_id = c.id
      left join coordinator_days d on d.coordinator_id = c.id
      ${days ? joinLiveOptions(moment) : sql``}
      left join lateral (
        select max(level) as top, array_agg(code) as declared,
          array_agg(code) filter (where level >= 2) as seen, array_agg(code) filter (where level = 3) as confirmed
        from (
          select code, case standing when 'confirmed' then 3 when 'document-seen' then 2 else 1 end as level
          from credential_standing
          where coordinator_id = c.id and not refused
            and credential_state(standing, ends_on, ${today}) not in ('expired', 'withdrawn')
        ) badge
      ) proof on true
      left join lateral (
        select array_agg(code) as codes from coordinator_language where coordinator_id = c.id
      ) spoken on true
      where ${sql.join(conditions, sql` and `)}
    )`
}

/** A person as the tables tell. */
const inTables: Look = {
  has(kind, codes) {
    const ways: Record<CodeKind, RawBuilder<unknown>> = {
      discipline: sql`c.disciplines && ${codes}::text[]`,
      region: sql`(c.regions && ${codes}::text[] or c.base_region = any(${codes}::text[]))`,
      specialism: sql`c.specialisms && ${codes}::text[]`,
      language: sql`spoken.codes && ${codes}::text[]`,
      credential: sql`proof.declared && ${codes}::text[]`,
    }
    return ways[kind]
  },
  reads: (condition) => condition,
}

/** That a row of {@link peopleRows} is a match. */
export const isHit = sql<boolean>`in_discipline and in_credential and in_region and in_language and in_specialism`

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
export const proofs = { 1: 'declared', 2: 'seen', 3: 'confirmed' } as const
