import { type ListFault, listFaults } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { pageIn } from '#lib/registrar/queue.ts'
import { bodyOf } from '#lib/server/answer.ts'
import { readFileForm } from '#lib/server/file-form.ts'
import { refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import { sayFault } from '#lib/words/imports.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  const { displayName } = requireRole(event, 'registrar')
  const page = String(pageIn(event.url.searchParams.get('page')))
  const imports = await bodyOf(await apiFor(event).registrar.imports.$get({ query: { page } }))
  return { imports, inviter: displayName, locale: event.locals.locale }
}

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, 'registrar')
    const { locale } = event.locals
    const form = await readFileForm(event.request)
    if (!form) return refuseFields(new FormData(), locale, { file: m.imports_file_large() })
    const file = form.get('file')
    if (!(file instanceof File) || (file.name === '' && file.size === 0))
      return refuseFields(form, locale, { file: m.imports_file_missing() })
    const response = await apiFor(event).registrar.imports.$post({
      form: {
        file,
        inviter: textOf(form, 'inviter'),
        source: textOf(form, 'source'),
        locale: textOf(form, 'locale') === 'en' ? 'en' : 'fr',
      },
    })
    if (response.ok) {
      const { id } = await response.json()
      redirect(303, to(`/registrar/imports/${id}`))
    }
    const refusal = await problemOf(response)
    const large = refusal.code === 'body-too-large' || refusal.code === 'file-too-large'
    const fault = listFaults.find((word) => word === refusal.members.because)
    return refuseForm(
      large ? { ...refusal, errors: [{ pointer: '/file', detail: '' }] } : refusal,
      form,
      locale,
      {
        file: large ? m.imports_file_large() : sentenceOf(fault, refusal.members.row, locale),
        inviter: m.imports_inviter_wrong(),
        source: m.imports_source_wrong(),
      },
    )
  },
}

const sentenceOf = (fault: ListFault | undefined, row: unknown, locale: 'fr' | 'en'): string =>
  fault ? sayFault(fault, typeof row === 'number' ? row : null, locale) : m.imports_file_missing()
