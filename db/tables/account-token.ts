import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** A single-use link sent by mail. */
export interface AccountTokenTable {
  tokenHash: string
  accountId: string
  purpose: 'verify-email' | 'reset-password'
  expiresAt: Date
  usedAt: Date | null
  createdAt: Generated<Date>
}

export const accountToken: Dictionary<AccountTokenTable> = {
  tokenHash: column('SHA-256 of the link’s token', 'nobody', 'brief'),
  accountId: column('whose', 'nobody', 'brief'),
  purpose: column('what it allows', 'nobody', 'brief'),
  expiresAt: column('30 minutes for a password, a week for an address', 'nobody', 'brief'),
  usedAt: column('single use', 'nobody', 'brief'),
  createdAt: column('age', 'nobody', 'brief'),
}
