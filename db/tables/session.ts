import type { Generated } from 'kysely'
import { column, type Dictionary } from './dictionary.ts'

/** A signed-in browser. */
export interface SessionTable {
  id: string
  publicId: Generated<string>
  accountId: string
  epoch: Generated<number>
  expiresAt: Date
  createdAt: Generated<Date>
  lastSeenAt: Generated<Date>
  confirmedAt: Date | null
}

export const session: Dictionary<SessionTable> = {
  id: column('SHA-256 of the token', 'nobody', 'session'),
  publicId: column('lets the owner end it', 'owner', 'session', 'mine'),
  accountId: column('whose', 'nobody', 'session'),
  epoch: column('must equal the account’s', 'nobody', 'session'),
  expiresAt: column('absolute limit', 'owner', 'session', 'mine'),
  createdAt: column('when it began', 'owner', 'session', 'mine'),
  lastSeenAt: column('idle limit', 'owner', 'session', 'mine'),
  confirmedAt: column('when its owner last proved who they are', 'nobody', 'session'),
}
