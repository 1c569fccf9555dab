import type { ColumnType, Generated } from 'kysely'
import type { DayRange } from '../vocabulary/day.ts'
import type { PhaseKind } from '../vocabulary/phase-kind.ts'
import { column, type Dictionary } from './dictionary.ts'

/** A phase of a project, on its own days. */
export interface ProjectPhaseTable {
  id: Generated<string>
  projectId: string
  position: number
  kind: PhaseKind
  days: ColumnType<DayRange[], string, string>
  remote: Generated<boolean>
  exclusive: boolean
}

export const projectPhase: Dictionary<ProjectPhaseTable> = {
  id: column('named by bookings', 'parties', 'project'),
  projectId: column('of which', 'nobody', 'project'),
  position: column('order', 'parties', 'project', 'mine'),
  kind: column('what happens', 'parties', 'project', 'mine'),
  days: column('when', 'parties', 'project', 'mine'),
  remote: column('at a distance', 'parties', 'project', 'mine'),
  exclusive: column('keeps the person from other work', 'parties', 'project', 'mine'),
}
