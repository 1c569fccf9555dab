import type { Account } from '@repere/api/client.ts'
import { error, type RequestEvent, redirect } from '@sveltejs/kit'
import { to } from '#lib/links.ts'

/** The account, in the role a page is for. A visitor signs in first and comes back; another role is told it is not its page. */
export function requireRole(
  event: Pick<RequestEvent, 'locals' | 'url'>,
  ...roles: Account['role'][]
): Account {
  const { account } = event.locals
  if (!account)
    redirect(303, to(`/sign-in?next=${encodeURIComponent(event.url.pathname + event.url.search)}`))
  if (!roles.includes(account.role)) error(403)
  return account
}
