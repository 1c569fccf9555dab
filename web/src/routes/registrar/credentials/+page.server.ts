import { credentialDecisions, withdrawalCodes } from '@repere/api/client.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import * as m from '#lib/paraglide/messages.js'
import { pickLine } from '#lib/registrar/queue.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { optionalText, refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { confirmForm, deskActions, goOn, pageOf, placeIn, reasonIn, untilIn } from '#lib/server/registrar.ts'
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

export const actions: Actions = deskActions({
  path: '/registrar/credentials',
  templates: templatesFor,
  ask: (event, id, json) =>
    apiFor(event).registrar.credentials[':id'].questions.$post({ param: { id }, json }),
  decide: async (event, form, id) => {
    const { locale } = event.locals
    const decision = credentialDecisions.find((word) => word === textOf(form, 'decision'))
    if (!decision) return refuseFields(form, locale, { decision: m.registrar_decision_wrong() })
    const attests = decision === 'document-seen' || decision === 'confirm'
    const until = attests ? untilIn(form) : undefined
    if (until && !until.ok) return refuseFields(form, locale, { validUntil: sayRefusal(until, locale) })
    const code = withdrawalCodes.find((word) => word === textOf(form, 'code')) ?? null
    const reason = await reasonIn(form, () => templatesFor(event, id))
    if (decision === 'withdraw' && code && textOf(form, 'confirmed') === '') return confirmForm(form, reason)
    const response = await apiFor(event).registrar.credentials[':id'].decisions.$post({
      param: { id },
      json: {
        decision,
        reason,
        code: decision === 'withdraw' ? code : null,
        validUntil: until?.day ?? null,
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
})
