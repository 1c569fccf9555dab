import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const index = await bodyOf(await apiFor(event).registrar['search-index'].$get())
  return { ...index, locale: event.locals.locale }
}
