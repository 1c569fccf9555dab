import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'production')
  const { id } = event.params
  const query = { language: event.locals.locale }
  const paper = await apiFor(event).projects[':id'].diligence.$get({ param: { id }, query }).then(bodyOf)
  return { paper, id }
}
