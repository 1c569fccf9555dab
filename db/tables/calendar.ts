import type { Generated } from 'kysely'
import type { Day } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** How sure a calendar is. */
export interface CalendarTable {
  coordinatorId: string
  confirmedAt: Date | null
  knownUntil: Day | null
  version: Generated<number>
}

export const calendar: Dictionary<CalendarTable> = {
  coordinatorId: column('whose', 'nobody', 'account'),
  confirmedAt: column('last said to be right', 'everyone', 'account', 'mine'),
  knownUntil: column('unknown after this day', 'owner', 'account', 'mine'),
  version: column('guards against overwriting', 'owner', 'account'),
}
