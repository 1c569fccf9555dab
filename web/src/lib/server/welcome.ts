import type { Account } from '@repere/api/client.ts'
import { to } from '#lib/links.ts'
import { ownPath } from './own-path.ts'

/** Where each role starts its day. */
const homes: Record<Account['role'], string> = {
  coordinator: '/me',
  production: '/projects',
  registrar: '/registrar',
}

/** Where each role begins: the listing path, the company without which nobody can be contacted. */
const beginnings: Record<Account['role'], string> = {
  ...homes,
  coordinator: '/me/profile',
  production: '/company',
}

/** Where to go after signing up: on to what the person was about, else to the first thing to do. */
export const afterSignUp = (account: Account, wanted: string | null): string =>
  ownPath(wanted) ?? to(beginnings[account.role])

/**
 * Where to go after signing in: the page that asked for it, if it is one of ours, else the role's own start.
 * Only a path is believed: an address that leaves this origin is not.
 */
export const afterSignIn = (account: Account, wanted: string | null): string =>
  ownPath(wanted) ?? to(homes[account.role])
