import type { Account } from '@repere/api/client.ts'
import { error, type RequestEvent, redirect } from '@sveltejs/kit'
import { plainPath, to } from '#lib/links.ts'

/** What somebody reaches who must set up a second factor before anything else. */
const beforeSecondFactor = ['/account/second-factor', '/account/confirm']

/** The account, in the role a page is for. A visitor signs in first and comes back; another role is told it is not its page. */
export function requireRole(
  event: Pick<RequestEvent, 'locals' | 'url'>,
  ...roles: Account['role'][]
): Account {
  const { account } = event.locals
  if (!account)
    redirect(303, to(`/sign-in?next=${encodeURIComponent(event.url.pathname + event.url.search)}`))
  if (!roles.includes(account.role)) error(403)
  const path = plainPath(event.url.pathname)
  if (account.secondFactor === 'required' && !beforeSecondFactor.includes(path))
    redirect(303, to('/account/second-factor'))
  return account
}
