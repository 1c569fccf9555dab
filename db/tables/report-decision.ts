import type { Generated } from 'kysely'
import type { ReportGround, ReportOutcome } from '../vocabulary/report.ts'
import { column, type Dictionary } from './dictionary.ts'

/** What was decided on a report: the statement of reasons that both sides read. */
export interface ReportDecisionTable {
  id: Generated<string>
  reportId: string
  outcome: ReportOutcome
  ground: ReportGround
  factsSealed: Buffer
  decidedBy: string
  decidedAt: Generated<Date>
}

export const reportDecision: Dictionary<ReportDecisionTable> = {
  id: column('opaque identity', 'nobody', 'booking'),
  reportId: column('on which report', 'nobody', 'booking'),
  outcome: column('what was decided', 'parties', 'booking', 'mine'),
  ground: column('on which rule', 'parties', 'booking', 'mine'),
  factsSealed: column('what was found', 'parties', 'booking', 'mine'),
  decidedBy: column('registrar, opaque', 'nobody', 'booking'),
  decidedAt: column('when', 'parties', 'booking', 'mine'),
}
