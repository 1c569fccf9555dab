import { credentialDecisions } from '@repere/api/client.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { confirmFirst } from '#lib/server/confirm-first.ts'
import { refuseFields, textOf, valuesOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import {
  bothReasonsIn,
  codeIn,
  goBack,
  idsIn,
  itemsIn,
  refuseTogether,
  showReview,
  templatesAbout,
  untilIn,
} from '#lib/server/together.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const { registrar, reference } = apiFor(event)
  const ids = idsIn(event.url)
  const { locale } = event.locals
  if (ids.length === 0) return { items: [], templates: [], catalogue: [], locale }
  const chosen = await registrar.credentials.selection.$get({ query: { ids: ids.join(',') } })
  // A form in progress stays on its page: its action says itself what is missing.
  if (!chosen.ok && event.request.method === 'GET') confirmFirst(event, await problemOf(chosen.clone()))
  const [{ items }, templates, catalogue] = await Promise.all([
    chosen.ok ? chosen.json() : { items: [] },
    templatesAbout(event, 'credential'),
    reference.$get().then(bodyOf),
  ])
  return { items, templates, catalogue: catalogue.credentials, locale }
}

/** What is asked of the api, from the form as typed. */
const readForm = async (event: RequestEvent, form: FormData) => {
  const decision = credentialDecisions.find((word) => word === textOf(form, 'decision'))
  if (!decision) return { fault: { decision: m.registrar_decision_wrong() } }
  const attests = decision === 'document-seen' || decision === 'confirm'
  const until = attests ? untilIn(form) : undefined
  if (until && !until.ok) return { fault: { validUntil: sayRefusal(until, event.locals.locale) } }
  const { reason, template } = bothReasonsIn(form, await templatesAbout(event, 'credential'))
  const code = decision === 'withdraw' ? codeIn(form, template) : null
  return { json: { items: itemsIn(form), decision, reason, code, validUntil: until?.day ?? null } }
}

const sentences = () => ({
  items: m.desk_together_none(),
  reason: m.registrar_reason_wrong(),
  code: m.registrar_code_wrong(),
  validUntil: m.registrar_valid_until_wrong(),
})

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
    const response = await apiFor(event).registrar.credentials.reviews.$post({ json })
    if (!response.ok) return refuseTogether(event, await problemOf(response), form, sentences())
    return showReview(form, (await response.json()).lines)
  },
  decide: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const { json, fault } = await readForm(event, form)
    if (!json) return refuseFields(form, event.locals.locale, fault)
    const response = await apiFor(event).registrar.credentials.decisions.$post({ json })
    if (!response.ok) return refuseTogether(event, await problemOf(response), form, sentences())
    return goBack(event, '/registrar/credentials', (await response.json()).decided)
  },
}
