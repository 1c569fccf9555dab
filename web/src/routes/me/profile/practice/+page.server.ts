import { mobilities, workPermits } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { to } from '#lib/links.ts'
import { audiencesIn } from '#lib/listing/audience.ts'
import { depthPages } from '#lib/listing/depth.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf, textsOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { saveStep } from '#lib/server/profile.ts'
import { requireRole } from '#lib/server/require.ts'
import { countryChoices } from '#lib/words/countries.ts'
import type { Actions, PageServerLoad } from './$types.ts'

/** Countries by name: those the registry knows regions of first, all the others behind. */
export const load: PageServerLoad = async (event) => {
  const { reference } = await event.parent()
  const near = new Set(reference.regions.map(({ country }) => country))
  const all = countryChoices(event.locals.locale)
  return {
    near: all.filter(({ value }) => near.has(value)),
    far: all.filter(({ value }) => !near.has(value)),
  }
}

const fields = [
  'mobility',
  'countries',
  'workPermits',
  'labels',
  'tools',
  'insured',
  'firstAid',
  'codeOfConduct',
] as const

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const conduct = textOf(form, 'codeOfConduct.name')
    const link = textOf(form, 'codeOfConduct.link')
    const response = await saveStep(event, {
      mobility: mobilities.filter((word) => textsOf(form, 'mobility').includes(word)),
      countries: textsOf(form, 'countries'),
      workPermits: workPermits.filter((word) => textsOf(form, 'workPermits').includes(word)),
      labels: textsOf(form, 'labels'),
      tools: textsOf(form, 'tools'),
      insured: form.has('insured'),
      firstAid: form.has('firstAid'),
      codeOfConduct: conduct || link ? { name: conduct, link } : null,
      visibility: audiencesIn(form, fields),
    })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        'codeOfConduct.name': m.depth_conduct_name_wrong(),
        'codeOfConduct.link': m.depth_link_wrong(),
      })
    setFlash(event, m.listing_saved())
    redirect(303, to(depthPages.credits.path))
  },
}
