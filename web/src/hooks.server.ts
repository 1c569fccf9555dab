import { type Handle, type HandleServerError, sequence } from '@sveltejs/kit/hooks'
import { handleLocale } from '#lib/server/handle-locale.ts'
import { handleRequest } from '#lib/server/handle-request.ts'
import { handleSession } from '#lib/server/handle-session.ts'

export const handle: Handle = sequence(handleRequest, handleLocale, handleSession)

/** What went wrong goes to the log with the request's number; the visitor gets the number, never the detail. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const { requestId } = event.locals
  if (kind === 'unknown') {
    const said = error instanceof Error ? (error.stack ?? error.message) : String(error)
    // The route, never the address: some addresses are keys.
    console.error(JSON.stringify({ level: 'error', requestId, route: event.route.id, error: said }))
  }
  return { requestId }
}
