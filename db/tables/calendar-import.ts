import type { ColumnType, Generated } from 'kysely'
import type { ImportScope, ImportStand, LeftOutReason } from '../vocabulary/calendar.ts'
import type { DayRange } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** Days read from a calendar file. Titles, places and people of its events are never stored. */
export interface CalendarImportTable {
  id: Generated<string>
  coordinatorId: string
  stand: ImportStand
  scope: ImportScope
  readWindow: ColumnType<DayRange, string, never>
  busy: ColumnType<DayRange[] | null, string | null, string | null>
  tentative: ColumnType<DayRange[] | null, string | null, string | null>
  events: number
  leftOut: ColumnType<Partial<Record<LeftOutReason, number>>, string, never>
  readAt: Date
  appliedAt: Date | null
}

export const calendarImport: Dictionary<CalendarImportTable> = {
  id: column('named when it is applied', 'owner', 'account'),
  coordinatorId: column('whose', 'nobody', 'account'),
  stand: column('shown, or applied', 'owner', 'account', 'mine'),
  scope: column('which events count', 'owner', 'account', 'mine'),
  readWindow: column('the days looked at', 'owner', 'account', 'mine'),
  busy: column('days found, until applied', 'owner', 'account', 'mine'),
  tentative: column('days found uncertain, until applied', 'owner', 'account', 'mine'),
  events: column('how many events mark days', 'owner', 'account', 'mine'),
  leftOut: column('how many do not, by reason', 'owner', 'account', 'mine'),
  readAt: column('when the file was read', 'owner', 'account', 'mine'),
  appliedAt: column('since when it counts', 'owner', 'account', 'mine'),
}
