import { apiFor } from '#lib/api.ts'
import { waitingReports } from '#lib/registrar/waiting-reports.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { requireRole } from '#lib/server/require.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const { registrar } = apiFor(event)
  const now = new Date().toISOString()
  const reportsIn = (state: 'open' | 'contested') =>
    registrar.reports.$get({ query: { state, perPage: '50' } }).then(bodyOf)
  const [desk, { toCheck }, open, contested] = await Promise.all([
    registrar.desk.$get().then(bodyOf),
    registrar.catalogue.$get({ query: { only: 'to-check' } }).then(bodyOf),
    reportsIn('open'),
    reportsIn('contested'),
  ])
  return { desk, toCheck, reports: waitingReports(open, contested, now), now }
}
