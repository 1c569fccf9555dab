import type { Generated } from 'kysely'
import type { ReportParty } from '../vocabulary/report.ts'
import { column, type Dictionary } from './dictionary.ts'

/** What a side holds against a decision; once for each. */
export interface ReportContestTable {
  reportId: string
  party: ReportParty
  wordsSealed: Buffer
  contestedAt: Generated<Date>
}

export const reportContest: Dictionary<ReportContestTable> = {
  reportId: column('which decision', 'nobody', 'booking'),
  party: column('by which side', 'registrar', 'booking', 'mine'),
  wordsSealed: column('why', 'registrar', 'booking', 'mine'),
  contestedAt: column('when', 'registrar', 'booking', 'mine'),
}
