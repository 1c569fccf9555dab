import { credentialDecisions } from '@repere/api/client.ts'
import { apiFor } from '#lib/api.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { textOf } from '#lib/server/form.ts'
import { untilIn } from '#lib/server/registrar.ts'
import { requireRole } from '#lib/server/require.ts'
import {
  bothReasonsIn,
  chosenItems,
  codeIn,
  idsIn,
  itemsIn,
  templatesAbout,
  togetherActions,
} from '#lib/server/together.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const { registrar, reference } = apiFor(event)
  const ids = idsIn(event.url)
  const { locale } = event.locals
  if (ids.length === 0) return { items: [], templates: [], catalogue: [], locale }
  const chosen = await registrar.credentials.selection.$get({ query: { ids: ids.join(',') } })
  const [items, templates, catalogue] = await Promise.all([
    chosenItems(event, chosen),
    templatesAbout(event, 'credential'),
    reference.$get().then(bodyOf),
  ])
  return { items, templates, catalogue: catalogue.credentials, locale }
}

export const actions: Actions = togetherActions({
  back: '/registrar/credentials',
  read: async (event, form) => {
    const decision = credentialDecisions.find((word) => word === textOf(form, 'decision'))
    if (!decision) return { fault: { decision: m.registrar_decision_wrong() } }
    const attests = decision === 'document-seen' || decision === 'confirm'
    const until = attests ? untilIn(form) : undefined
    if (until && !until.ok) return { fault: { validUntil: sayRefusal(until, event.locals.locale) } }
    const { reason, template } = bothReasonsIn(form, await templatesAbout(event, 'credential'))
    const code = decision === 'withdraw' ? codeIn(form, template) : null
    return { asked: { items: itemsIn(form), decision, reason, code, validUntil: until?.day ?? null } }
  },
  review: (event, json) => apiFor(event).registrar.credentials.reviews.$post({ json }),
  decide: (event, json) => apiFor(event).registrar.credentials.decisions.$post({ json }),
  sentences: () => ({
    items: m.desk_together_none(),
    reason: m.registrar_reason_wrong(),
    code: m.registrar_code_wrong(),
    validUntil: m.registrar_valid_until_wrong(),
  }),
})
