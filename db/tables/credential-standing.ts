import type { Day } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** View: the computed badge of each live credential, before the clock. */
export interface CredentialStandingTable {
  credentialId: string
  coordinatorId: string
  code: string
  standing: 'declared' | 'document-seen' | 'confirmed' | 'withdrawn'
  refused: boolean
  endsOn: Day | null
  decidedAt: Date | null
  decidedBy: string | null
  validUntil: Day | null
}

export const credentialStanding: Dictionary<CredentialStandingTable> = {
  credentialId: column('which', 'nobody', 'account'),
  coordinatorId: column('whose', 'nobody', 'account'),
  code: column('which type', 'everyone', 'account'),
  standing: column('before expiry by the clock', 'everyone', 'account'),
  refused: column('hidden from others', 'registrar', 'account'),
  endsOn: column('last day it holds', 'everyone', 'account'),
  decidedAt: column('when last decided', 'everyone', 'account'),
  decidedBy: column('opaque registrar', 'nobody', 'account'),
  validUntil: column('as decided', 'everyone', 'account'),
}
