import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'coordinator', 'production')
  const { items } = await bodyOf(await apiFor(event).me.reports.$get())
  return { items, locale: event.locals.locale }
}
