import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { answerOnCompany } from '#lib/server/answers.ts'
import { companyIn, companySentences, findCompany } from '#lib/server/company.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import { countryChoices } from '#lib/words/countries.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  const { emailVerified } = requireRole(event, 'production')
  const { locale } = event.locals
  return { company: await findCompany(event), countries: countryChoices(locale), emailVerified, locale }
}

export const actions: Actions = {
  answer: (event) => answerOnCompany(event, '/company'),
  save: async (event) => {
    requireRole(event, 'production')
    const form = await event.request.formData()
    const json = companyIn(form)
    const isNew = (await findCompany(event)) === null
    const { companies } = apiFor(event)
    const response = isNew ? await companies.$post({ json }) : await companies.current.$put({ json })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, companySentences(form))
    setFlash(event, isNew ? m.company_created() : m.company_saved())
    redirect(303, to('/company'))
  },
}
