import type { Generated } from 'kysely'
import type { Day } from '../vocabulary/day.ts'
import { column, type Dictionary } from './dictionary.ts'

/** A credential a coordinator says to hold. */
export interface CredentialTable {
  id: Generated<string>
  coordinatorId: string
  code: string
  holdable: Generated<boolean>
  number: string | null
  issuedOn: Day | null
  expiresOn: Day | null
  declaredAt: Generated<Date>
  removedAt: Date | null
}

export const credential: Dictionary<CredentialTable> = {
  id: column('opaque identity', 'nobody', 'account'),
  coordinatorId: column('whose', 'nobody', 'account'),
  code: column('which', 'everyone', 'account', 'mine'),
  holdable: column('ties the row to credentials that can be held', 'nobody', 'account'),
  number: column('its number, for checking', 'registrar', 'account', 'mine'),
  issuedOn: column('obtained on', 'everyone', 'account', 'mine'),
  expiresOn: column('printed end', 'everyone', 'account', 'mine'),
  declaredAt: column('when declared', 'owner', 'account', 'mine'),
  removedAt: column('taken back by its owner', 'owner', 'account', 'mine'),
}
