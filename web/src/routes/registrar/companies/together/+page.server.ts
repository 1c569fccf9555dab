import { companyDecisions } from '@repere/api/client.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import * as m from '#lib/paraglide/messages.js'
import { confirmFirst } from '#lib/server/confirm-first.ts'
import { refuseFields, textOf, valuesOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import {
  bothReasonsIn,
  goBack,
  idsIn,
  itemsIn,
  refuseTogether,
  showReview,
  templatesAbout,
} from '#lib/server/together.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const ids = idsIn(event.url)
  const { locale } = event.locals
  if (ids.length === 0) return { items: [], templates: [], locale }
  const chosen = await apiFor(event).registrar.companies.selection.$get({ query: { ids: ids.join(',') } })
  // A form in progress stays on its page: its action says itself what is missing.
  if (!chosen.ok && event.request.method === 'GET') confirmFirst(event, await problemOf(chosen.clone()))
  const [{ items }, templates] = await Promise.all([
    chosen.ok ? chosen.json() : { items: [] },
    templatesAbout(event, 'company'),
  ])
  return { items, templates, locale }
}

/** What is asked of the api, from the form as typed. */
const readForm = async (event: RequestEvent, form: FormData) => {
  const decision = companyDecisions.find((word) => word === textOf(form, 'decision'))
  if (!decision) return { fault: { decision: m.registrar_decision_wrong() } }
  const { reason } = bothReasonsIn(form, await templatesAbout(event, 'company'))
  return { json: { items: itemsIn(form).map(({ id }) => ({ id })), decision, reason } }
}

const sentences = () => ({ items: m.desk_together_none(), reason: m.registrar_reason_wrong() })

export const actions: Actions = {
  edit: async (event) => {
    requireRole(event, 'registrar')
    const values = valuesOf(await event.request.formData())
    return { code: 'invalid-request' as const, message: '', errors: {}, values }
  },
  review: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const { json, fault } = await readForm(event, form)
    if (!json) return refuseFields(form, event.locals.locale, fault)
    const response = await apiFor(event).registrar.companies.reviews.$post({ json })
    if (!response.ok) return refuseTogether(event, await problemOf(response), form, sentences())
    return showReview(form, (await response.json()).lines)
  },
  decide: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const { json, fault } = await readForm(event, form)
    if (!json) return refuseFields(form, event.locals.locale, fault)
    const response = await apiFor(event).registrar.companies.decisions.$post({ json })
    if (!response.ok) return refuseTogether(event, await problemOf(response), form, sentences())
    return goBack(event, '/registrar/companies', (await response.json()).decided)
  },
}
