import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '../api.ts'

/** Whom the production of this request kept; null for everybody else, whose list their browser holds. */
export async function readShortlist(event: RequestEvent) {
  if (event.locals.account?.role !== 'production') return null
  const response = await apiFor(event)
    .me.shortlist.$get()
    .catch(() => null)
  return response?.status === 200 ? (await response.json()).items : null
}
