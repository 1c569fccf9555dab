import type { Generated } from 'kysely'
import type { CompanyDecision } from '../vocabulary/company.ts'
import { column, type Dictionary } from './dictionary.ts'

/** What a registrar decided on a company. */
export interface CompanyDecisionTable {
  id: Generated<string>
  companyId: string
  decision: CompanyDecision
  country: string
  registration: string
  reason: Generated<string>
  decidedBy: string
  decidedAt: Generated<Date>
  registrationVersion: Generated<number>
  detailsVersion: Generated<number>
}

export const companyDecision: Dictionary<CompanyDecisionTable> = {
  id: column('opaque identity', 'nobody', 'account'),
  companyId: column('on which', 'nobody', 'account'),
  decision: column('what', 'registrar', 'account', 'mine'),
  country: column('as judged', 'registrar', 'account', 'mine'),
  registration: column('as judged', 'registrar', 'account', 'mine'),
  reason: column('why, to the owner', 'registrar', 'account', 'mine'),
  decidedBy: column('which registrar, opaque', 'nobody', 'account'),
  decidedAt: column('when', 'registrar', 'account', 'mine'),
  registrationVersion: column('which registration was judged; 0 for none it has now', 'nobody', 'account'),
  detailsVersion: column('as of which details', 'nobody', 'account'),
}
