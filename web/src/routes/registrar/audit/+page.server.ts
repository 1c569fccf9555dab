import { apiFor } from '#lib/api.ts'
import { pageIn } from '#lib/registrar/queue.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const kind = (event.url.searchParams.get('kind') ?? '').trim().slice(0, 60)
  const page = String(pageIn(event.url.searchParams.get('page')))
  const query = { page, perPage: '40', ...(kind ? { kind } : {}) }
  const trail = await bodyOf(await apiFor(event).registrar.audit.$get({ query }))
  return { kind, trail, locale: event.locals.locale }
}
