import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** A document sent to prove a credential; its file goes before it does. */
export interface CredentialEvidenceTable {
  id: Generated<string>
  credentialId: string
  fileId: string | null
  sha256: string
  uploadedAt: Generated<Date>
}

export const credentialEvidence: Dictionary<CredentialEvidenceTable> = {
  id: column('opaque identity', 'nobody', 'account'),
  credentialId: column('of which', 'nobody', 'account'),
  fileId: column('the file, until ninety days after the decision', 'nobody', 'account'),
  sha256: column('hash of what was sent', 'registrar', 'account', 'mine'),
  uploadedAt: column('when it was sent', 'registrar', 'account', 'mine'),
}
