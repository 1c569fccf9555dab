import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const here = '/me/calendar/feed'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'coordinator')
  const { feed } = await bodyOf(await apiFor(event).me['calendar-feed'].$get())
  return { feed, locale: event.locals.locale }
}

const choiceOf = (form: FormData) => ({ options: form.has('options'), names: form.has('names') })

export const actions: Actions = {
  /** The address is in this answer and nowhere else: it is the one page that shows it, so there is nowhere to redirect. */
  open: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const response = await apiFor(event).me['calendar-feed'].$post({ json: choiceOf(form) })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    return { address: (await response.json()).url }
  },
  change: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const response = await apiFor(event).me['calendar-feed'].$put({ json: choiceOf(form) })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    setFlash(event, m.calendars_feed_saved())
    redirect(303, to(here))
  },
  close: async (event) => {
    requireRole(event, 'coordinator')
    await apiFor(event).me['calendar-feed'].$delete()
    setFlash(event, m.calendars_feed_closed())
    redirect(303, to(here))
  },
}
