import type { Day } from '@repere/db/vocabulary/day.ts'
import type { FacetGroup, Filters, Viewer } from './coordinators/filters.ts'
import type { Lexicon } from './coordinators/lexicon.ts'
import type { Candidate } from './coordinators/ranking.ts'

export type EngineName = 'meilisearch' | 'postgres'

/** A search as an engine is asked it. */
export interface Question {
  filters: Filters
  viewer: Viewer
  /** The search's day, and the instant that decides which options still live. */
  today: Day
  moment: Date
  lexicon: Lexicon
  /** Which of the matches are wanted, in the engine's own order. */
  offset: number
  limit: number
  /**
   * How many places are going to be shown. An engine may leave out whoever comes later, but no equal of somebody before:
   * equals change places. All of the slice when nothing is said.
   */
  shown?: number
  /** People who are no longer public, or not in what is asked, though an index may still say so. */
  excluded: readonly string[]
}

/** How many would match with this value alone chosen in its group. */
export type FacetCounts = Record<FacetGroup, Map<string, number>>

export interface Answer {
  total: number
  candidates: Candidate[]
  facets: FacetCounts
}

/** Names as somebody begins to type them. */
export interface NameQuestion {
  words: readonly string[]
  limit: number
  excluded: readonly string[]
}

/** What finds people: the search server, or the database itself. Both answer every question with the same set. */
export interface Engine {
  name: EngineName
  find(question: Question): Promise<Answer>
  /** How many match each question: find's totals, without the rest. */
  count(questions: readonly Question[]): Promise<number[]>
  /** People whose names answer every word, to be ordered like any other matches. */
  findNames(question: NameQuestion): Promise<Candidate[]>
}
