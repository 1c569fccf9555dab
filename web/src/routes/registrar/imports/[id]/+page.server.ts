import {
  type ImportField,
  importFields,
  importProblems,
  importRowStates,
  invitationStates,
} from '@repere/api/client.ts'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { pageIn } from '#lib/registrar/queue.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { confirmFirst } from '#lib/server/confirm-first.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

/** The lines to show: of one state, one problem or one answer. Anything else shows them all. */
const filterIn = ({ searchParams }: URL) => {
  const state = importRowStates.find((word) => word === searchParams.get('state'))
  const problem = importProblems.find((word) => word === searchParams.get('problem'))
  const answer = invitationStates.find((word) => word === searchParams.get('answer'))
  const undelivered = searchParams.has('undelivered') && { undelivered: 'true' as const }
  return {
    ...(state && { state }),
    ...(problem && { problem }),
    ...(answer && { answer }),
    ...undelivered,
  }
}

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'registrar')
  const { imports } = apiFor(event).registrar
  const param = { id: event.params.id }
  const filter = filterIn(event.url)
  const page = String(pageIn(event.url.searchParams.get('page')))
  const list = await bodyOf(await imports[':id'].$get({ param }))
  const lines = await bodyOf(
    await imports[':id'].rows.$get({ param, query: { ...filter, page, perPage: '25' } }),
  )
  return { list, lines, filter, locale: event.locals.locale }
}

const back = (event: RequestEvent, text: string): never => {
  setFlash(event, text)
  redirect(303, to(`/registrar/imports/${event.params.id}`))
}

export const actions: Actions = {
  map: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const mapping = form
      .getAll('mapping')
      .map((value): ImportField | null => importFields.find((word) => word === value) ?? null)
    const response = await apiFor(event).registrar.imports[':id'].mapping.$put({
      param: { id: event.params.id },
      json: {
        mapping,
        inviter: textOf(form, 'inviter'),
        source: textOf(form, 'source'),
        locale: textOf(form, 'locale') === 'en' ? 'en' : 'fr',
      },
    })
    if (response.ok) redirect(303, to(`/registrar/imports/${event.params.id}`))
    const columns = mapping.map((_, column) => [`mapping.${column}`, m.imports_mapping_twice()] as const)
    return refuseForm(await problemOf(response), form, event.locals.locale, {
      ...Object.fromEntries(columns),
      mapping: m.imports_mapping_wrong(),
      inviter: m.imports_inviter_wrong(),
      source: m.imports_source_wrong(),
    })
  },
  start: async (event) => {
    requireRole(event, 'registrar')
    const { locale } = event.locals
    const form = await event.request.formData()
    if (textOf(form, 'reviewed') !== 'on')
      return refuseFields(form, locale, { reviewed: m.imports_reviewed_missing() })
    const response = await apiFor(event).registrar.imports[':id'].start.$post({
      param: { id: event.params.id ?? '' },
      json: { reviewed: true },
    })
    if (response.ok) return back(event, m.imports_started())
    const refusal = await problemOf(response)
    confirmFirst(event, refusal)
    return refuseForm(refusal, form, locale, {})
  },
  cancel: async (event) => {
    requireRole(event, 'registrar')
    const response = await apiFor(event).registrar.imports[':id'].cancel.$post({
      param: { id: event.params.id ?? '' },
    })
    if (response.ok) return back(event, m.imports_stopped())
    return refuseForm(await problemOf(response), new FormData(), event.locals.locale, {})
  },
  resend: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const response = await apiFor(event).registrar.invitations[':id'].mail.$post({
      param: { id: textOf(form, 'id') },
    })
    if (response.ok) return back(event, m.imports_resent())
    return refuseForm(await problemOf(response), form, event.locals.locale, {})
  },
  revoke: async (event) => {
    requireRole(event, 'registrar')
    const form = await event.request.formData()
    const response = await apiFor(event).registrar.invitations[':id'].$delete({
      param: { id: textOf(form, 'id') },
    })
    if (response.ok) return back(event, m.imports_revoked())
    return refuseForm(await problemOf(response), form, event.locals.locale, {})
  },
}
