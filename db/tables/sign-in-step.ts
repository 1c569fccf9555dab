import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** Somebody whose password was right and whose code is awaited. */
export interface SignInStepTable {
  tokenHash: string
  accountId: string
  epoch: number
  attempts: Generated<number>
  createdAt: Generated<Date>
  expiresAt: Date
}

export const signInStep: Dictionary<SignInStepTable> = {
  tokenHash: column('SHA-256 of the cookie’s token', 'nobody', 'brief'),
  accountId: column('whose', 'nobody', 'brief'),
  epoch: column('must equal the account’s', 'nobody', 'brief'),
  attempts: column('five wrong codes end it', 'nobody', 'brief'),
  createdAt: column('age', 'nobody', 'brief'),
  expiresAt: column('five minutes', 'nobody', 'brief'),
}
