import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import type { Unread } from '#lib/news/unread.ts'

const none: Unread = { count: 0, paths: [] }

/** What somebody has not seen, for the mark in the header. Without an answer there is no mark, rather than no page. */
export async function readUnread(event: RequestEvent): Promise<Unread> {
  const { account } = event.locals
  if (!account || account.secondFactor === 'required') return none
  try {
    const response = await apiFor(event).me.notifications.unread.$get()
    return response.ok ? await response.json() : none
  } catch {
    return none
  }
}
