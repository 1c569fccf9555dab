import type { Discipline } from '../../vocabulary/discipline.ts'
import type { EmploymentForm } from '../../vocabulary/employment-form.ts'
import type { LanguageCode } from '../../vocabulary/language.ts'
import type { ProjectType } from '../../vocabulary/medium.ts'
import type { PhaseKind } from '../../vocabulary/phase-kind.ts'
import type { RegionCode } from '../../vocabulary/region.ts'
import type { Brief } from './briefs.ts'

/** An invented project. */
export interface Project {
  key: string
  company: string
  title: string
  codeName: string
  type: ProjectType
  discipline: Discipline
  regions: readonly RegionCode[]
  languages: readonly LanguageCode[]
  form: EmploymentForm
  phases: readonly {
    kind: PhaseKind
    /** Weeks from the demo's own and weekdays, `15:1-4 16:1` being Monday to Thursday and the Monday after. */
    days: string
    remote?: true
  }[]
  brief: Brief
}
