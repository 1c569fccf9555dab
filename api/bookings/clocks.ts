import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Clocked } from './deadline-rules.ts'
import type { BookingRow } from './repository.ts'

export const firstDayOf = (row: Pick<BookingRow, 'days'>): Day => row.days[0]?.from ?? ''
export const lastDayOf = (row: Pick<BookingRow, 'days'>): Day => row.days.at(-1)?.to ?? ''

/** A stored booking as far as its clocks go. */
export const clocksOf = (row: BookingRow): Clocked => ({
  state: row.state,
  firstDay: firstDayOf(row),
  timeZone: row.timeZone,
  replyByLimit: row.replyByLimit,
})
