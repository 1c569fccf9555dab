import { apiFor } from '#lib/api.ts'
import { bodyOf } from '#lib/server/answer.ts'
import type { PageServerLoad } from './$types.ts'

/** The mailbox of a demonstration; elsewhere the api knows no such thing, and neither does the page. */
export const load: PageServerLoad = async (event) => {
  const to = event.url.searchParams.get('to') ?? ''
  const mails = await apiFor(event)
    .dev.mail.$get({ query: to ? { to } : {} })
    .then(bodyOf)
  return { to, mails, locale: event.locals.locale }
}
