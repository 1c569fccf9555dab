import { reportGrounds, reportOutcomes, reportStates } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { deskHref } from '#lib/registrar/queue.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { pageOf, placeIn } from '#lib/server/registrar.ts'
import { requireRole } from '#lib/server/require.ts'
import { reportOutcomeNames } from '#lib/words/reports.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const stateIn = (url: URL) => reportStates.find((word) => word === url.searchParams.get('state')) ?? 'open'

/** Each look at a report is kept in the trail: none is opened that was not chosen. */
export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const state = stateIn(event.url)
  const { page, id } = placeIn(event.url)
  const { reports } = apiFor(event).registrar
  const queue = await pageOf(page, async (number) =>
    bodyOf(await reports.$get({ query: { state, page: number } })),
  )
  const report = id ? await bodyOf(await reports[':id'].$get({ param: { id } })) : null
  return { state, queue, report, locale: event.locals.locale, now: new Date().toISOString() }
}

const back = (url: URL, id: string | undefined) => {
  const { page } = placeIn(url)
  return to(deskHref('/registrar/reports', { state: stateIn(url), page, id }))
}

export const actions: Actions = {
  measures: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const id = textOf(form, 'id')
    const json = {
      frozen: textOf(form, 'frozen') === 'true',
      suspended: textOf(form, 'suspended') === 'true',
    }
    const response = await apiFor(event).registrar.reports[':id'].measures.$put({ param: { id }, json })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    setFlash(event, m.reports_measures_set())
    redirect(303, back(event.url, id))
  },
  decide: async (event) => {
    requireRole(event, 'registrar')
    const { locale } = event.locals
    const form = await event.request.formData()
    const outcome = reportOutcomes.find((word) => word === textOf(form, 'outcome'))
    const ground = reportGrounds.find((word) => word === textOf(form, 'ground'))
    if (!outcome || !ground)
      return refuseFields(form, locale, {
        ...(!outcome && { outcome: m.registrar_decision_wrong() }),
        ...(!ground && { ground: m.reports_ground_wrong() }),
      })
    const response = await apiFor(event).registrar.reports[':id'].decisions.$post({
      param: { id: textOf(form, 'id') },
      json: { outcome, ground, facts: textOf(form, 'facts') },
    })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, locale, { facts: m.reports_facts_wrong() })
    setFlash(event, m.reports_desk_done({ outcome: reportOutcomeNames[locale][outcome] }))
    redirect(303, back(event.url, textOf(form, 'next') || undefined))
  },
}
