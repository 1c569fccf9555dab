import { choiceFields } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { to } from '#lib/links.ts'
import { audiencesIn } from '#lib/listing/audience.ts'
import { depthPages } from '#lib/listing/depth.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { saveStep } from '#lib/server/profile.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions } from './$types.ts'

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const { rate, ...others } = audiencesIn(form, choiceFields)
    const response = await saveStep(event, {
      visibility: { ...others, ...(rate && rate !== 'public' && { rate }) },
    })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    setFlash(event, m.listing_saved())
    redirect(303, to(depthPages.preview.path))
  },
}
