import type { ColumnType } from 'kysely'
import type { EntryStatus } from '../vocabulary/calendar.ts'
import type { DayRange } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** What the calendars of both sides were last told of a booking. */
export interface CalendarEntryTable {
  bookingId: string
  status: EntryStatus
  days: ColumnType<DayRange[], string, string>
  toldAt: Date
}

export const calendarEntry: Dictionary<CalendarEntryTable> = {
  bookingId: column('which booking', 'nobody', 'booking'),
  status: column('as which it stands in calendars', 'parties', 'booking'),
  days: column('on which days', 'parties', 'booking'),
  toldAt: column('when that was mailed', 'nobody', 'booking'),
}
