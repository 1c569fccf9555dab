import type { ExposureFacet } from '../vocabulary/exposure.ts'
import { column, type Dictionary } from './dictionary.ts'

/** To whom the order gives its first places: sums of a day, of nobody. */
export interface ExposureTable {
  onDay: string
  facet: ExposureFacet
  value: string
  searches: number
  people: number
  topPlaces: number
  topFair: number
  pagePlaces: number
  pageFair: number
}

export const exposure: Dictionary<ExposureTable> = {
  onDay: column('day of the searches', 'registrar', 'figures'),
  facet: column('by what it is counted', 'registrar', 'figures'),
  value: column('for whom it is counted: a code', 'registrar', 'figures'),
  searches: column('how many searches', 'registrar', 'figures'),
  people: column('how many people at most', 'registrar', 'figures'),
  topPlaces: column('places among the first three', 'registrar', 'figures'),
  topFair: column('how many a lot would give', 'registrar', 'figures'),
  pagePlaces: column('places on the first page', 'registrar', 'figures'),
  pageFair: column('how many a lot would give', 'registrar', 'figures'),
}
