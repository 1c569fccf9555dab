import { credentialDecisions, withdrawalCodes } from '@repere/api/client.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { readOneDay } from '#lib/dates/typed-days.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import * as m from '#lib/paraglide/messages.js'
import { pickLine } from '#lib/registrar/queue.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { optionalText, refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { confirmForm, fillForm, goOn, pageOf, placeIn, reasonIn } from '#lib/server/registrar.ts'
import { requireRole } from '#lib/server/require.ts'
import { credentialDecidedNames } from '#lib/words/credentials.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const states = ['declared', 'asked', 'document-seen', 'confirmed', 'refused', 'expired', 'withdrawn'] as const

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const asked = event.url.searchParams.get('state')
  const state = states.find((word) => word === asked) ?? 'declared'
  const { page, id } = placeIn(event.url)
  const { registrar, reference } = apiFor(event)
  const [queue, catalogue] = await Promise.all([
    pageOf(page, async (number) =>
      bodyOf(await registrar.credentials.$get({ query: { state, page: number } })),
    ),
    reference.$get().then(bodyOf),
  ])
  const now = new Date().toISOString()
  const { selected } = pickLine(queue.items, id)
  const templates = selected ? await templatesFor(event, selected.id) : null
  return { state, id, queue, templates, catalogue: catalogue.credentials, locale: event.locals.locale, now }
}

const templatesFor = async (event: RequestEvent, id: string) =>
  bodyOf(await apiFor(event).registrar.credentials[':id'].templates.$get({ param: { id } }))

/** A question is no decision: the item waits for its owner, and the desk goes on to the next. */
const ask = async (event: RequestEvent, form: FormData) => {
  const id = textOf(form, 'id')
  const body = await reasonIn(form, () => templatesFor(event, id))
  const response = await apiFor(event).registrar.credentials[':id'].questions.$post({
    param: { id },
    json: { body },
  })
  if (!response.ok)
    return refuseForm(await problemOf(response), form, event.locals.locale, { body: m.desk_question_wrong() })
  return goOn(event, form, '/registrar/credentials', textOf(form, 'who'), m.desk_question_asked())
}

export const actions: Actions = {
  fill: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    return fillForm(form, () => templatesFor(event, textOf(form, 'id')))
  },
  decide: async (event) => {
    requireRole(event, 'registrar')
    const { locale } = event.locals
    const form = await event.request.formData()
    if (textOf(form, 'decision') === 'question') return ask(event, form)
    const decision = credentialDecisions.find((word) => word === textOf(form, 'decision'))
    if (!decision) return refuseFields(form, locale, { decision: m.registrar_decision_wrong() })
    const attests = decision === 'document-seen' || decision === 'confirm'
    const typed = textOf(form, 'validUntil')
    const until = attests && typed ? readOneDay(typed, new Date().toISOString().slice(0, 10)) : undefined
    if (until && !until.ok) return refuseFields(form, locale, { validUntil: sayRefusal(until, locale) })
    const code = withdrawalCodes.find((word) => word === textOf(form, 'code')) ?? null
    const id = textOf(form, 'id')
    const reason = await reasonIn(form, () => templatesFor(event, id))
    if (decision === 'withdraw' && code && textOf(form, 'confirmed') === '') return confirmForm(form, reason)
    const response = await apiFor(event).registrar.credentials[':id'].decisions.$post({
      param: { id },
      json: {
        decision,
        reason,
        code: decision === 'withdraw' ? code : null,
        validUntil: until?.ok ? until.day : null,
        evidenceId: optionalText(form, 'evidenceId') ?? null,
      },
    })
    if (!response.ok) {
      const refusal = await problemOf(response)
      if (refusal.code === 'evidence-missing')
        return refuseFields(form, locale, { reason: m.evidence_reason_missing() })
      return refuseForm(refusal, form, locale, {
        reason: m.registrar_reason_wrong(),
        code: m.registrar_code_wrong(),
        validUntil: m.registrar_valid_until_wrong(),
      })
    }
    const { coordinator } = await response.json()
    return goOn(
      event,
      form,
      '/registrar/credentials',
      coordinator.displayName,
      credentialDecidedNames[locale][decision],
    )
  },
}
