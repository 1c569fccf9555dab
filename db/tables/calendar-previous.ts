import type { ColumnType } from 'kysely'
import type { KeptBlock, WeeklyRule } from '../vocabulary/block.ts'
import type { Day } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** What was written into a calendar before its last change. */
export interface CalendarPreviousTable {
  coordinatorId: string
  replacedBy: number
  blocks: ColumnType<KeptBlock[], string, string>
  weekly: ColumnType<{ weekday: number; rule: WeeklyRule }[], string, string>
  knownUntil: Day | null
  replacedAt: Date
}

export const calendarPrevious: Dictionary<CalendarPreviousTable> = {
  coordinatorId: column('whose', 'nobody', 'account'),
  replacedBy: column('the version that took its place', 'nobody', 'account'),
  blocks: column('the days marked until then, with their notes', 'owner', 'account', 'mine'),
  weekly: column('the weekly pattern until then', 'owner', 'account', 'mine'),
  knownUntil: column('known until then', 'owner', 'account', 'mine'),
  replacedAt: column('when it changed', 'owner', 'account', 'mine'),
}
