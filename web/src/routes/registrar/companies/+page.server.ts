import { companyDecisions, companyStates } from '@repere/api/client.ts'
import { apiFor } from '#lib/api.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { goOn, placeIn, reasonIn } from '#lib/server/registrar.ts'
import { requireRole } from '#lib/server/require.ts'
import { companyDecidedNames } from '#lib/words/companies.ts'
import { countryName } from '#lib/words/countries.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const { locale } = event.locals
  const asked = event.url.searchParams.get('state')
  const state = companyStates.find((word) => word === asked) ?? 'unverified'
  const { page, id } = placeIn(event.url)
  const response = await apiFor(event).registrar.companies.$get({ query: { state, page: String(page) } })
  const queue = await bodyOf(response)
  const countries = Object.fromEntries(
    queue.items.map(({ country }) => [country, countryName(country, locale)]),
  )
  return { state, id, queue, countries, locale, now: new Date().toISOString() }
}

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, 'registrar')
    const { locale } = event.locals
    const form = await event.request.formData()
    const decision = companyDecisions.find((word) => word === textOf(form, 'decision'))
    if (!decision) return refuseFields(form, locale, { decision: m.registrar_decision_wrong() })
    const response = await apiFor(event).registrar.companies[':id'].decisions.$post({
      param: { id: textOf(form, 'id') },
      json: { decision, reason: reasonIn(form) },
    })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, locale, { reason: m.registrar_reason_wrong() })
    const { legalName } = await response.json()
    return goOn(event, form, '/registrar/companies', legalName, companyDecidedNames[locale][decision])
  },
}
