import pg from 'pg'
import { addDays, type DayRange } from './vocabulary/day.ts'

const oid = { int8: 20, date: 1082, dateArray: 1182, daterange: 3912, datemultirange: 4535 } as const

/** Reads `[2027-03-08,2027-03-10)` as Postgres prints every finite range of days. */
const readRange = (text: string): DayRange => {
  const [, from, until] = /^\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)\)$/.exec(text) ?? []
  if (!from || !until) throw new Error(`not a finite range of days: ${text}`)
  return { from, to: addDays(until, -1) }
}

const readMultirange = (text: string): DayRange[] =>
  [...text.matchAll(/\[[^)]*\)/g)].map(([range]) => readRange(range))

const readers: Record<number, (text: string) => unknown> = {
  [oid.int8]: Number,
  // pg would make a Date at local midnight, a day off in half the world.
  [oid.date]: (text) => text,
  [oid.dateArray]: (text) => text.slice(1, -1).split(',').filter(Boolean),
  [oid.daterange]: readRange,
  [oid.datemultirange]: readMultirange,
}

/** How values come out of Postgres: days as text, ranges of days as {@link DayRange}, counts as numbers. */
export const columnTypes: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : readers[id]) ??
    pg.types.getTypeParser(id, format as 'text')) as typeof pg.types.getTypeParser,
}

/** Ranges of days as a `datemultirange` literal. */
export const toMultirange = (ranges: readonly DayRange[]): string => `{${ranges.map(toDateRange).join(',')}}`

/** A range of days as a `daterange` literal. */
export const toDateRange = ({ from, to }: DayRange): string => `[${from},${to}]`
