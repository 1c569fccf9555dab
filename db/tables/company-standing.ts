import type { CompanyState } from '../vocabulary/company.ts'
import { column, type Dictionary } from './dictionary.ts'

/** View: the computed state of each company. */
export interface CompanyStandingTable {
  companyId: string
  state: CompanyState
  decidedAt: Date | null
  reason: string | null
}

export const companyStanding: Dictionary<CompanyStandingTable> = {
  companyId: column('which', 'nobody', 'account'),
  state: column('unverified, verified, refused, suspended', 'registrar', 'account'),
  decidedAt: column('when last decided', 'registrar', 'account'),
  reason: column('last reason, to the owner', 'registrar', 'account'),
}
