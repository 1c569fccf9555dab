import { readSheet } from '#lib/server/job-sheets.ts'
import type { PageServerLoad } from './$types.ts'

/** Title and introduction of both sheets. */
export const load: PageServerLoad = async (event) => {
  const [intimacy, eco] = await Promise.all([
    readSheet(event, 'intimacy'),
    readSheet(event, 'eco-production'),
  ])
  return { sheets: [intimacy, eco], locale: event.locals.locale }
}

/** A text to read: it needs no script, and gets none. */
export const csr = false
