import type { Generated } from 'kysely'
import type { ReportReason, ReportState, ReportSubject } from '../vocabulary/report.ts'
import { column, type Dictionary } from './dictionary.ts'

/** What somebody reported, and the measures in force while it is examined and after. */
export interface ReportTable {
  id: Generated<string>
  subject: ReportSubject
  bookingId: string | null
  coordinatorId: string | null
  companyId: string | null
  reporterId: string | null
  reportedId: string | null
  reason: ReportReason
  wordsSealed: Buffer
  state: Generated<ReportState>
  frozenAt: Date | null
  suspendedAt: Date | null
  createdAt: Generated<Date>
}

export const report: Dictionary<ReportTable> = {
  id: column('named in links', 'registrar', 'booking', 'mine'),
  subject: column('what was reported', 'registrar', 'booking', 'mine'),
  bookingId: column('which booking', 'registrar', 'booking', 'mine'),
  coordinatorId: column('which profile', 'registrar', 'booking'),
  companyId: column('which company', 'registrar', 'booking'),
  reporterId: column('who reported; never told to the other side', 'registrar', 'booking'),
  reportedId: column('who was reported', 'registrar', 'booking'),
  reason: column('why, as a code', 'registrar', 'booking', 'mine'),
  wordsSealed: column('why, in the words of whoever reports', 'registrar', 'booking', 'mine'),
  state: column('where it stands', 'registrar', 'booking', 'mine'),
  frozenAt: column('since when the booking stands still', 'registrar', 'booking'),
  suspendedAt: column('since when the account reported is suspended by it', 'registrar', 'booking'),
  createdAt: column('when', 'registrar', 'booking', 'mine'),
}
