import { disciplines } from '@repere/api/client.ts'
import { error, type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { toSheetVersions } from '#lib/job-sheets/history.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { openSources, publishSheet, readSheet } from '#lib/server/job-sheets.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const disciplineOf = (event: RequestEvent) =>
  disciplines.find((known) => known === event.params.discipline) ?? error(404)

export const load: PageServerLoad = async (event) => {
  const { id: me } = requireRole(event, 'registrar')
  const discipline = disciplineOf(event)
  const [published, history] = await Promise.all([
    readSheet(event, discipline),
    apiFor(event)
      .registrar['job-sheets'][':discipline'].history.$get({
        param: { discipline },
        query: { perPage: '20' },
      })
      .then(bodyOf),
  ])
  return {
    published,
    open: openSources(published.sheet),
    versions: toSheetVersions(history, me),
    older: history.total > history.items.length,
    locale: event.locals.locale,
  }
}

/** Publishes the sheet with its sections rearranged, and says what was done to which. */
async function rearrange(
  event: RequestEvent,
  change: (keys: string[], at: number) => string[],
  say: (section: { name: string }) => string,
) {
  requireRole(event, 'registrar')
  const { locale } = event.locals
  const discipline = disciplineOf(event)
  const form = await event.request.formData()
  const { sheet } = await readSheet(event, discipline)
  const at = sheet.sections.findIndex(({ key }) => key === textOf(form, 'key'))
  const section = sheet.sections[at]
  if (!section) return refuseFields(form, locale, { sheet: m.jobsheet_gone_already() })
  const keys = change(
    sheet.sections.map(({ key }) => key),
    at,
  )
  const sections = keys.flatMap((key) => sheet.sections.filter((one) => one.key === key))
  const version = Number(textOf(form, 'version')) || 1
  const refusal = await publishSheet(event, discipline, { version, sheet: { ...sheet, sections } })
  if (refusal) return refuseForm(refusal, form, locale, { sheet: m.jobsheet_wrong_last() })
  setFlash(event, say({ name: section.heading[locale] }))
  redirect(303, to(`/registrar/job-sheets/${discipline}`))
}

const swapped = (keys: string[], one: number, other: number): string[] =>
  keys.map((key, index) => (index === one ? keys[other] : index === other ? keys[one] : key) ?? key)

export const actions: Actions = {
  up: (event) => rearrange(event, (keys, at) => swapped(keys, at, at - 1), m.jobsheet_moved),
  down: (event) => rearrange(event, (keys, at) => swapped(keys, at, at + 1), m.jobsheet_moved),
  remove: (event) =>
    rearrange(event, (keys, at) => keys.filter((_, index) => index !== at), m.jobsheet_removed),
  putBack: async (event) => {
    requireRole(event, 'registrar')
    const discipline = disciplineOf(event)
    const form = await event.request.formData()
    const restore = Number(textOf(form, 'restore')) || 1
    const answer = await apiFor(event).registrar['job-sheets'][':discipline'].restorations.$post({
      param: { discipline },
      json: { version: Number(textOf(form, 'version')) || 1, restore },
    })
    if (!answer.ok) return refuseForm(await problemOf(answer), form, event.locals.locale, {})
    setFlash(event, m.jobsheet_put_back({ version: restore }))
    redirect(303, to(`/registrar/job-sheets/${discipline}`))
  },
}
