import type { ColumnType } from 'kysely'
import type { DayRange } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** Projection kept by triggers: the days of a calendar, free of the clock. */
export interface CoordinatorDaysTable {
  coordinatorId: string
  taken: ColumnType<DayRange[], never, never>
  tentative: ColumnType<DayRange[], never, never>
  opened: ColumnType<DayRange[], never, never>
  weekly: ColumnType<number, never, never>
}

export const coordinatorDays: Dictionary<CoordinatorDaysTable> = {
  coordinatorId: column('whose', 'nobody', 'account'),
  taken: column('confirmed days and blocks', 'nobody', 'account'),
  tentative: column('options held elsewhere', 'nobody', 'account'),
  opened: column('overrides', 'nobody', 'account'),
  weekly: column('weekdays off, bit 0 is Monday', 'nobody', 'account'),
}
