import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { findCompany } from '#lib/server/company.ts'
import { requireRole } from '#lib/server/require.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'production')
  const page = event.url.searchParams.get('page') ?? '1'
  const [list, company, credits] = await Promise.all([
    apiFor(event)
      .projects.$get({ query: { page: /^\d{1,4}$/.test(page) ? page : '1' } })
      .then(bodyOf),
    findCompany(event),
    apiFor(event).companies.current.credits.$get().then(bodyOf),
  ])
  return { list, company, awaiting: credits.items, locale: event.locals.locale }
}
