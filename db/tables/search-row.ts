import type { ColumnType } from 'kysely'
import type { Day } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** Bits, one for each code by its place in `search_code`: written as a whole number in digits, read by SQL alone. */
type Bits = ColumnType<never, string, string>

/** Days, written as a multirange and read by SQL alone. */
type Days = ColumnType<never, string, string>

/** What the fallback search engine reads of a published person. */
export interface SearchRowTable {
  coordinatorId: string
  validFrom: Date
  validUntil: Date
  disciplines: Bits
  regions: Bits
  baseRegion: Bits
  languages: Bits
  specialisms: Bits
  declared: Bits
  seen: Bits
  confirmed: Bits
  rank: number
  confirmedOn: Day | null
  paused: boolean
  daysPublic: boolean
  free: Days
  held: Days
}

export const searchRow: Dictionary<SearchRowTable> = {
  coordinatorId: column('whose', 'nobody', 'account'),
  validFrom: column('from when the row holds', 'nobody', 'account'),
  validUntil: column('when time alone changes it', 'nobody', 'account'),
  disciplines: column('professions, as bits', 'nobody', 'account'),
  regions: column('where they work, as bits', 'nobody', 'account'),
  baseRegion: column('where they live, as a bit', 'nobody', 'account'),
  languages: column('languages, as bits', 'nobody', 'account'),
  specialisms: column('skills, as bits', 'nobody', 'account'),
  declared: column('credentials in force, as bits', 'nobody', 'account'),
  seen: column('those with a document seen, as bits', 'nobody', 'account'),
  confirmed: column('those confirmed, as bits', 'nobody', 'account'),
  rank: column('evidence, freshness and completeness', 'nobody', 'account'),
  confirmedOn: column('when the calendar was last said to be right', 'nobody', 'account'),
  paused: column('whether searches with days pass them over', 'nobody', 'account'),
  daysPublic: column('whether everybody may know the days', 'nobody', 'account'),
  free: column('free days', 'nobody', 'account'),
  held: column('days held by options', 'nobody', 'account'),
}
