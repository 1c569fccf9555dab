import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { audiencesIn } from '#lib/listing/audience.ts'
import { depthPages } from '#lib/listing/depth.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { chooseConfirmed } from '#lib/server/confirmed-credits.ts'
import { moveCredit, removeCredit, saveCredit } from '#lib/server/credits.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { saveStep } from '#lib/server/profile.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

/** The list, and the credit that the address asks to rewrite. */
export const load: PageServerLoad = async (event) => {
  requireRole(event, 'coordinator')
  const { me } = apiFor(event)
  const [{ items }, confirmed] = await Promise.all([
    me.credits.$get().then(bodyOf),
    me['confirmed-credits'].$get().then(bodyOf),
  ])
  const edited = items.find(({ id }) => id === event.url.searchParams.get('edit'))
  return { credits: items, confirmed: confirmed.items, edited, thisYear: new Date().getUTCFullYear() }
}

export const actions: Actions = {
  save: saveCredit,
  confirmed: chooseConfirmed,
  move: moveCredit,
  remove: removeCredit,
  audience: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const response = await saveStep(event, { visibility: audiencesIn(form, ['credits']) })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    setFlash(event, m.listing_saved())
    redirect(303, to(depthPages.credits.path))
  },
}
