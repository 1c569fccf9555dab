import { companyDecisions, companyStates } from '@repere/api/client.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import * as m from '#lib/paraglide/messages.js'
import { pickLine } from '#lib/registrar/queue.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { confirmForm, deskActions, goOn, pageOf, placeIn, reasonIn } from '#lib/server/registrar.ts'
import { requireRole } from '#lib/server/require.ts'
import { companyDecidedNames } from '#lib/words/companies.ts'
import { countryName } from '#lib/words/countries.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const { locale } = event.locals
  const asked = event.url.searchParams.get('state')
  const state = ([...companyStates, 'asked'] as const).find((word) => word === asked) ?? 'unverified'
  const { page, id } = placeIn(event.url)
  const { companies } = apiFor(event).registrar
  const queue = await pageOf(page, async (number) =>
    bodyOf(await companies.$get({ query: { state, page: number } })),
  )
  const countries = Object.fromEntries(
    queue.items.map(({ country }) => [country, countryName(country, locale)]),
  )
  const { selected } = pickLine(queue.items, id)
  const templates = selected ? await templatesFor(event, selected.id) : null
  return { state, id, queue, templates, countries, locale, now: new Date().toISOString() }
}

const templatesFor = async (event: RequestEvent, id: string) =>
  bodyOf(await apiFor(event).registrar.companies[':id'].templates.$get({ param: { id } }))

export const actions: Actions = deskActions({
  path: '/registrar/companies',
  templates: templatesFor,
  ask: (event, id, json) => apiFor(event).registrar.companies[':id'].questions.$post({ param: { id }, json }),
  decide: async (event, form, id) => {
    const { locale } = event.locals
    const decision = companyDecisions.find((word) => word === textOf(form, 'decision'))
    if (!decision) return refuseFields(form, locale, { decision: m.registrar_decision_wrong() })
    const reason = await reasonIn(form, () => templatesFor(event, id))
    if (decision === 'suspend' && reason && textOf(form, 'confirmed') === '') return confirmForm(form, reason)
    const response = await apiFor(event).registrar.companies[':id'].decisions.$post({
      param: { id },
      json: { decision, reason },
    })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, locale, { reason: m.registrar_reason_wrong() })
    const { legalName } = await response.json()
    return goOn(event, form, '/registrar/companies', legalName, companyDecidedNames[locale][decision])
  },
})
