import { companyDecisions } from '@repere/api/client.ts'
import { apiFor } from '#lib/api.ts'
import * as m from '#lib/paraglide/messages.js'
import { textOf } from '#lib/server/form.ts'
import { requireRole } from '#lib/server/require.ts'
import {
  bothReasonsIn,
  chosenItems,
  idsIn,
  itemsIn,
  templatesAbout,
  togetherActions,
} from '#lib/server/together.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const ids = idsIn(event.url)
  const { locale } = event.locals
  if (ids.length === 0) return { items: [], templates: [], locale }
  const chosen = await apiFor(event).registrar.companies.selection.$get({ query: { ids: ids.join(',') } })
  const [items, templates] = await Promise.all([chosenItems(event, chosen), templatesAbout(event, 'company')])
  return { items, templates, locale }
}

export const actions: Actions = togetherActions({
  back: '/registrar/companies',
  read: async (event, form) => {
    const decision = companyDecisions.find((word) => word === textOf(form, 'decision'))
    if (!decision) return { fault: { decision: m.registrar_decision_wrong() } }
    const { reason } = bothReasonsIn(form, await templatesAbout(event, 'company'))
    return { asked: { items: itemsIn(form).map(({ id }) => ({ id })), decision, reason } }
  },
  review: (event, json) => apiFor(event).registrar.companies.reviews.$post({ json }),
  decide: (event, json) => apiFor(event).registrar.companies.decisions.$post({ json }),
  sentences: () => ({ items: m.desk_together_none(), reason: m.registrar_reason_wrong() }),
})
