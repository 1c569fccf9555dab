import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  const { role } = requireRole(event, 'coordinator', 'production')
  const { id } = event.params
  const { locale } = event.locals
  const paper = await apiFor(event)
    .bookings[':id']['deal-memo'].$get({ param: { id }, query: { language: locale } })
    .then(bodyOf)
  return { paper, role, id }
}
