import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts'

/** Opening the page changes nothing: mail scanners open links, too. */
export const load: PageServerLoad = async (event) => {
  const response = await apiFor(event)['saved-search-stops'][':token'].$get({ param: event.params })
  return { search: response.status === 200 ? await response.json() : null, locale: event.locals.locale }
}

const here = ({ params }: RequestEvent) => to(`/unsubscribe/search/${encodeURIComponent(params.token)}`)

export const actions: Actions = {
  stop: async (event) => {
    const response = await apiFor(event)['saved-search-stops'][':token'].$post({ param: event.params })
    if (!response.ok) return refuseForm(await problemOf(response), new FormData(), event.locals.locale, {})
    redirect(303, here(event))
  },
  undo: async (event) => {
    const response = await apiFor(event)['saved-search-stops'][':token'].$delete({ param: event.params })
    if (!response.ok) return refuseForm(await problemOf(response), new FormData(), event.locals.locale, {})
    setFlash(event, m.alerts_stop_undone())
    redirect(303, here(event))
  },
}
