import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { moveBooking } from '#lib/server/move-booking.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'coordinator')
  const { items } = await bodyOf(await apiFor(event).me.blocks.$get({ query: {} }))
  return { items, locale: event.locals.locale }
}

export const actions: Actions = {
  lift: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const response = await apiFor(event).me.blocks[':id'].$delete({ param: { id: textOf(form, 'id') } })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    setFlash(event, m.reports_block_lifted())
    redirect(303, to('/me/blocks'))
  },
  /** Ends one booking that still stands with somebody blocked, then comes back here. */
  move: (event) => moveBooking(event, event.url.searchParams.get('id') ?? '', to('/me/blocks')),
}
