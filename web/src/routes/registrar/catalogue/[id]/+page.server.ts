import { type CatalogueEntry, catalogueLists } from '@repere/api/client.ts'
import { error, type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { toPastVersions } from '#lib/catalogue/history.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { readEntry, sentencesOf } from '#lib/server/catalogue.ts'
import { choicesFor } from '#lib/server/catalogue-choices.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { forgetReference } from '#lib/server/reference.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const isId = (text: string) => /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)

export const load: PageServerLoad = async (event) => {
  const { id: me } = requireRole(event, 'registrar')
  const { locale } = event.locals
  const { id } = event.params
  if (!isId(id)) error(404)
  const { catalogue } = apiFor(event).registrar
  const [entry, history, choices] = await Promise.all([
    catalogue[':id'].$get({ param: { id } }).then(bodyOf),
    catalogue[':id'].history.$get({ param: { id }, query: { perPage: '50' } }).then(bodyOf),
    choicesFor(event),
  ])
  return {
    entry,
    versions: toPastVersions(entry.fields.list, history, me, locale),
    older: history.total > history.items.length,
    ...choices,
    locale,
  }
}

const entryOf = (event: RequestEvent) => apiFor(event).registrar.catalogue[':id']

const param = (event: RequestEvent) => ({ id: event.params.id ?? '' })

const versionIn = (form: FormData) => Number(textOf(form, 'version')) || 1

/** Says what was done, on the same page. Every page reads the catalogue anew from here on. */
async function done(
  event: RequestEvent,
  answer: { json(): Promise<CatalogueEntry> },
  say: (entry: { name: string }) => string,
): Promise<never> {
  const { fields, id } = await answer.json()
  forgetReference()
  setFlash(event, say({ name: event.locals.locale === 'fr' ? fields.nameFr : fields.nameEn }))
  redirect(303, to(`/registrar/catalogue/${id}`))
}

export const actions: Actions = {
  save: async (event) => {
    requireRole(event, 'registrar')
    const { locale } = event.locals
    const form = await event.request.formData()
    const list = catalogueLists.find((name) => name === textOf(form, 'list')) ?? error(400)
    const { fields, errors } = readEntry(form, list, locale)
    if (Object.keys(errors).length > 0) return refuseFields(form, locale, errors)
    const json = { version: versionIn(form), fields }
    const answer = await entryOf(event).$put({ param: param(event), json })
    if (!answer.ok) return refuseForm(await problemOf(answer), form, locale, sentencesOf(list))
    return done(event, answer, m.catalogue_saved)
  },
  retire: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const retired = textOf(form, 'retired') === 'true'
    const json = { version: versionIn(form), retired }
    const answer = await entryOf(event).retirement.$put({ param: param(event), json })
    if (!answer.ok) return refuseForm(await problemOf(answer), form, event.locals.locale, {})
    return done(event, answer, retired ? m.catalogue_retired_done : m.catalogue_restored_done)
  },
  open: async (event) => {
    requireRole(event, 'registrar')
    const { locale } = event.locals
    const form = await event.request.formData()
    if (textOf(form, 'confirmed') !== 'yes')
      return refuseFields(form, locale, { confirmed: m.catalogue_open_wrong() })
    const json = { version: versionIn(form), confirmed: true } as const
    const answer = await entryOf(event).opening.$post({ param: param(event), json })
    if (!answer.ok) return refuseForm(await problemOf(answer), form, locale, {})
    return done(event, answer, m.catalogue_opened_done)
  },
  putBack: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const restore = Number(textOf(form, 'restore')) || 1
    const json = { version: versionIn(form), restore }
    const answer = await entryOf(event).restorations.$post({ param: param(event), json })
    if (!answer.ok) return refuseForm(await problemOf(answer), form, event.locals.locale, {})
    return done(event, answer, ({ name }) => m.catalogue_put_back_done({ name, version: restore }))
  },
}
