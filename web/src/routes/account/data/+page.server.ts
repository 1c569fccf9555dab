import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'coordinator', 'production')
  const privacy = await bodyOf(await apiFor(event).me.privacy.$get())
  return { ...privacy, locale: event.locals.locale }
}
