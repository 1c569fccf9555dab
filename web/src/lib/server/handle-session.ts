import type { Handle } from '@sveltejs/kit/hooks'
import { hasSession, readAccount } from './session.ts'

/** Says who is asking, once per request, and only where a session cookie makes the question worth it. */
export const handleSession: Handle = async ({ event, resolve }) => {
  if (hasSession(event.cookies) && event.route.id !== null) event.locals.account = await readAccount(event)
  return resolve(event)
}
