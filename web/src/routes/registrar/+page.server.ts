import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const { registrar } = apiFor(event)
  const [desk, { toCheck }] = await Promise.all([
    registrar.desk.$get().then(bodyOf),
    registrar.catalogue.$get({ query: { only: 'to-check' } }).then(bodyOf),
  ])
  return { desk, toCheck, now: new Date().toISOString() }
}
