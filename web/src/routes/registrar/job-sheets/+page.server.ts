import { openSources, readSheet } from '#lib/server/job-sheets.ts'
import { requireRole } from '#lib/server/require.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const sheets = await Promise.all([readSheet(event, 'intimacy'), readSheet(event, 'eco-production')])
  return {
    sheets: sheets.map((published) => ({ ...published, open: openSources(published.sheet) })),
    locale: event.locals.locale,
  }
}
