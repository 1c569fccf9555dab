import { apiFor } from '#lib/api.ts'
import * as m from '#lib/paraglide/messages.js'
import { stopByLink } from '#lib/server/stop-by-link.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts'

/** Opening the page changes nothing: mail scanners open links, too. */
export const load: PageServerLoad = async (event) => {
  const response = await apiFor(event).unsubscriptions[':token'].$get({ param: event.params })
  return {
    unsubscription: response.status === 200 ? await response.json() : null,
    locale: event.locals.locale,
  }
}

export const actions: Actions = stopByLink<RequestEvent>({
  stop: (event) => apiFor(event).unsubscriptions[':token'].$post({ param: event.params }),
  undo: (event) => apiFor(event).unsubscriptions[':token'].$delete({ param: event.params }),
  undone: m.notifications_stop_undone,
})
