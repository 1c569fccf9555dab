import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** A code that its owner may hand out, by which others check a credential. */
export interface VerificationTable {
  id: Generated<string>
  credentialId: string
  code: string
  createdAt: Generated<Date>
  revokedAt: Date | null
}

export const verification: Dictionary<VerificationTable> = {
  id: column('opaque identity', 'nobody', 'account'),
  credentialId: column('of which credential', 'nobody', 'account'),
  code: column('what the owner hands out', 'owner', 'account', 'mine'),
  createdAt: column('when it was given', 'owner', 'account', 'mine'),
  revokedAt: column('when its owner took it back', 'owner', 'account', 'mine'),
}
