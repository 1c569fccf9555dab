import type { Discipline } from '@repere/db/vocabulary/discipline.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'

/** A line of facts: « Production  Les Films du Phare, SIRET … ». */
export interface Fact {
  term: string
  lines: string[]
}

/** A table. What stands on several lines of a cell is parted by line ends; the first column names the row. */
export interface Grid {
  columns: string[]
  rows: string[][]
}

export interface Section {
  heading: string
  facts: Fact[]
  /** Sentences, after the facts and before the table. */
  texts: string[]
  grid: Grid | null
}

/**
 * A document as it was written, in one language: its page lays it out, its PDF prints it, and neither has a word of its
 * own. Nothing reaches either that does not stand here.
 */
export interface Paper {
  language: Locale
  /** Whose colour it has. */
  discipline: Discipline
  title: string
  subtitle: string
  /** What became of what it tells of: « Réservation annulée le … ». */
  mark: string | null
  /** What it is and is not, before anything else. */
  notice: { title: string; text: string }
  sections: Section[]
  /** By which the registry finds it in its trail. */
  reference: string
  madeAt: string
}
