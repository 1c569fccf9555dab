import type { Db } from '@repere/db'
import { type RawBuilder, sql } from 'kysely'
import type { Candidate } from '../coordinators/ranking.ts'
import { toQueryWords } from '../coordinators/words.ts'
import type { Answer, Engine, Question } from '../engine.ts'
import { type FacetRow, facetQuery, toFacetCounts } from './facets.ts'
import { keptFacetQuery } from './kept-facets.ts'
import { askedOfTables, isKeptHit, keptHits, keptRows } from './kept-rows.ts'
import { findNames } from './names.ts'
import { isHit, peopleRows } from './people-rows.ts'
import { createSpellings, type Near } from './spellings.ts'

/**
 * The fallback engine: the same filters in SQL, over one narrow row for each person, and over the tables themselves
 * for whoever changed since theirs was written. Exact like the other one; its ranking of words is simpler, and a typing
 * error is forgiven only when nothing else matches.
 */
export const createPostgresEngine = (db: Db): Engine => {
  const readNear = createSpellings(db)
  const nearOf = ({ filters }: Question) => readNear(toQueryWords(filters.q))
  return {
    name: 'postgres',
    async find(question) {
      const strict = await find(db, question)
      return strict.total > 0 || !hasWords(question) ? strict : find(db, question, await nearOf(question))
    },
    async count(questions) {
      const totals: number[] = []
      for (const question of questions) {
        const strict = await count(db, question)
        totals.push(
          strict > 0 || !hasWords(question) ? strict : await count(db, question, await nearOf(question)),
        )
      }
      return totals
    },
    findNames: (question) => findNames(db, question),
  }
}

const hasWords = ({ filters }: Question) => toQueryWords(filters.q).length > 0

interface Row {
  total: number
  candidates: Candidate[] | null
  facets: FacetRow[] | null
}

/** `with …`: whoever answers, by their row while it holds (`kept`), by the tables else (`person`). */
const sources = (question: Question, near?: Near): RawBuilder<unknown> =>
  sql`with ${askedOfTables(question)}, ${peopleRows(question, near)}, ${keptRows(question, near)}`

/** The matches among them, with what decides their order. */
const matches = (question: Question, near?: Near): RawBuilder<unknown> => {
  const both = sql`
    select id, coverage, score, rank from person where ${isHit} union all ${keptHits(question, near)}`
  if (question.filters.sort !== 'name') return both
  return sql`
    select id, coverage, score, -row_number() over (order by display_name collate french, id)::int as rank
    from (${both}) met join coordinator using (id)`
}

const find = async (db: Db, question: Question, near?: Near): Promise<Answer> => {
  const { filters, offset, limit } = question
  const facets = filters.withoutFacets
    ? sql`null`
    : sql`(select json_agg(facet) from (${facetQuery(filters)} union all ${keptFacetQuery(filters)}) facet)`
  const { rows } = await sql<Row>`
    ${sources(question, near)}, hit as (${matches(question, near)})
    select
      (select count(*)::int from hit) as total,
      (select json_agg(page) from (
        select * from hit order by coverage desc, score desc, rank desc, id limit ${limit} offset ${offset}
      ) page) as candidates,
      ${facets} as facets`.execute(db)
  const row = rows[0]
  return {
    total: row?.total ?? 0,
    candidates: row?.candidates ?? [],
    facets: toFacetCounts(row?.facets ?? []),
  }
}

const count = async (db: Db, question: Question, near?: Near): Promise<number> => {
  const alone: Question = { ...question, filters: { ...question.filters, withoutFacets: true } }
  const { rows } = await sql<{ total: number }>`
    ${sources(alone, near)}
    select (select count(*) from person where ${isHit})::int + (select count(*) from kept where ${isKeptHit})::int as total`.execute(
    db,
  )
  return rows[0]?.total ?? 0
}
