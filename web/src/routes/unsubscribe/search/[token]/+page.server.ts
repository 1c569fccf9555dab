import { apiFor } from '#lib/api.ts'
import * as m from '#lib/paraglide/messages.js'
import { stopByLink } from '#lib/server/stop-by-link.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts'

/** Opening the page changes nothing: mail scanners open links, too. */
export const load: PageServerLoad = async (event) => {
  const response = await apiFor(event)['saved-search-stops'][':token'].$get({ param: event.params })
  return { search: response.status === 200 ? await response.json() : null, locale: event.locals.locale }
}

export const actions: Actions = stopByLink<RequestEvent>({
  stop: (event) => apiFor(event)['saved-search-stops'][':token'].$post({ param: event.params }),
  undo: (event) => apiFor(event)['saved-search-stops'][':token'].$delete({ param: event.params }),
  undone: m.alerts_stop_undone,
})
