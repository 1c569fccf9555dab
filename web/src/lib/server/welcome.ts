import type { Account } from '@repere/api/client.ts'
import { to } from '#lib/links.ts'

/** Where each role starts its day. */
const homes: Record<Account['role'], string> = {
  coordinator: '/me',
  production: '/projects',
  registrar: '/registrar',
}

/**
 * Where to go after signing in: the page that asked for it, if it is one of ours, else the role's own start.
 * Only a path is believed: an address that leaves this origin is not.
 */
export const afterSignIn = (account: Account, wanted: string | null): string =>
  wanted && /^\/(?![/\\])[^\\]*$/.test(wanted) ? wanted : to(homes[account.role])
