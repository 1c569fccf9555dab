import { chosenKinds, deliveries } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const everybody = ['coordinator', 'production', 'registrar'] as const

export const load: PageServerLoad = async (event) => {
  const { role } = requireRole(event, ...everybody)
  const { items, timeZone: zone } = await apiFor(event).me['notice-preferences'].$get().then(bodyOf)
  return { items, role, zone, locale: event.locals.locale }
}

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, ...everybody)
    const form = await event.request.formData()
    const json = Object.fromEntries(
      chosenKinds.flatMap((kind) => {
        const delivery = deliveries.find((one) => one === textOf(form, kind))
        return delivery ? [[kind, delivery]] : []
      }),
    )
    const response = await apiFor(event).me['notice-preferences'].$put({ json })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    setFlash(event, m.notifications_preferences_saved())
    redirect(303, to('/account/notifications'))
  },
}
