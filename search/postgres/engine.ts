import type { Db } from '@repere/db'
import { sql } from 'kysely'
import type { Candidate } from '../coordinators/ranking.ts'
import { toQueryWords } from '../coordinators/words.ts'
import type { Answer, Engine, Question } from '../engine.ts'
import { type FacetRow, facetQuery, toFacetCounts } from './facets.ts'
import { findNames } from './names.ts'
import { isHit, peopleRows } from './people-rows.ts'
import { createSpellings, type Near } from './spellings.ts'

/**
 * The fallback engine: the same filters in SQL, straight from the truth. Exact like the other one; its ranking of
 * words is simpler, and a typing error is forgiven only when nothing else matches.
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

const find = async (db: Db, question: Question, near?: Near): Promise<Answer> => {
  const { filters, offset, limit } = question
  const { rows } = await sql<Row>`
    ${peopleRows(question, near)},
    hit as (select id, coverage, score, rank from person where ${isHit})
    select
      (select count(*)::int from hit) as total,
      (select json_agg(page) from (
        select * from hit order by coverage desc, score desc, rank desc, id limit ${limit} offset ${offset}
      ) page) as candidates,
      ${filters.withoutFacets ? sql`null` : sql`(select json_agg(facet) from (${facetQuery(filters)}) facet)`} as facets`.execute(
    db,
  )
  const row = rows[0]
  return {
    total: row?.total ?? 0,
    candidates: row?.candidates ?? [],
    facets: toFacetCounts(row?.facets ?? []),
  }
}

const count = async (db: Db, question: Question, near?: Near): Promise<number> => {
  const { rows } = await sql<{ total: number }>`
    ${peopleRows(question, near)}
    select count(*)::int as total from person where ${isHit}`.execute(db)
  return rows[0]?.total ?? 0
}
