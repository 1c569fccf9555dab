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
}
