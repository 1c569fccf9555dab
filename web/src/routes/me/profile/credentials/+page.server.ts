import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { audienceIn } from '#lib/listing/audience.ts'
import { countIn } from '#lib/listing/figures.ts'
import { steps } from '#lib/listing/steps.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { declareCredential, removeCredential } from '#lib/server/credentials.ts'
import { removeEvidence, uploadEvidence } from '#lib/server/evidence.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { saveStep } from '#lib/server/profile.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'coordinator')
  return { progress: (await bodyOf(await apiFor(event).me.profile.progress.$get())).items }
}

export const actions: Actions = {
  declare: (event) => declareCredential(event, steps.credentials.path),
  remove: (event) => removeCredential(event, steps.credentials.path),
  evidence: (event) => uploadEvidence(event, steps.credentials.path),
  removeEvidence: (event) => removeEvidence(event, steps.credentials.path),
  experience: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const response = await saveStep(event, {
      daysOnSet: countIn(form, 'daysOnSet'),
      productionsCount: countIn(form, 'productionsCount'),
      workingSince: countIn(form, 'workingSince'),
      visibility: {
        daysOnSet: audienceIn(form, 'daysOnSet'),
        productionsCount: audienceIn(form, 'productionsCount'),
      },
    })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        daysOnSet: m.listing_count_wrong(),
        productionsCount: m.listing_count_wrong(),
        workingSince: m.listing_since_wrong(),
      })
    setFlash(event, m.listing_saved())
    redirect(303, to(steps.days.path))
  },
}
