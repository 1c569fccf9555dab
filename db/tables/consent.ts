import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** Consents given and withdrawn. */
export interface ConsentTable {
  id: Generated<string>
  accountId: string
  kind: 'publication'
  wording: string
  givenAt: Date
  withdrawnAt: Date | null
}

export const consent: Dictionary<ConsentTable> = {
  id: column('opaque identity', 'nobody', 'account'),
  accountId: column('whose', 'nobody', 'account'),
  kind: column('to what', 'owner', 'account', 'mine'),
  wording: column('version of the text agreed to', 'owner', 'account', 'mine'),
  givenAt: column('when', 'owner', 'account', 'mine'),
  withdrawnAt: column('until when', 'owner', 'account', 'mine'),
}
