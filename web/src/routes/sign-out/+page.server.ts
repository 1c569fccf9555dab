import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { copyCookies } from '#lib/server/copy-cookies.ts'
import type { Actions, PageServerLoad } from './$types.ts'

/** Nothing acts on a GET: the page asks, its button signs out. */
export const load: PageServerLoad = ({ locals }) => {
  if (!locals.account) redirect(303, to('/'))
}

export const actions: Actions = {
  default: async (event) => {
    const response = await apiFor(event).sessions.current.$delete()
    copyCookies(event, response)
    redirect(303, to('/'))
  },
}
