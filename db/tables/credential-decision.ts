import type { Generated } from 'kysely'
import type { CredentialDecision } from '../vocabulary/credential.ts'
import type { Day } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** What a registrar decided on a credential, oldest kept. */
export interface CredentialDecisionTable {
  id: Generated<string>
  credentialId: string
  decision: CredentialDecision
  reason: Generated<string>
  validUntil: Day | null
  decidedBy: string
  decidedAt: Generated<Date>
}

export const credentialDecision: Dictionary<CredentialDecisionTable> = {
  id: column('opaque identity', 'nobody', 'account'),
  credentialId: column('on which', 'nobody', 'account'),
  decision: column('what', 'everyone', 'account', 'mine'),
  reason: column('why, to the owner', 'registrar', 'account', 'mine'),
  validUntil: column('last day it holds', 'everyone', 'account', 'mine'),
  decidedBy: column('which registrar, opaque', 'nobody', 'account'),
  decidedAt: column('when', 'everyone', 'account', 'mine'),
}
