import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import { audiencesIn } from '#lib/listing/audience.ts'
import { depthPages } from '#lib/listing/depth.ts'
import * as m from '#lib/paraglide/messages.js'
import { readFileForm } from '#lib/server/file-form.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { saveStep } from '#lib/server/profile.ts'
import { requireRole } from '#lib/server/require.ts'
import { sentenceOf } from '#lib/words/problems.ts'
import type { Actions } from './$types.ts'

const sides = ['left', 'top', 'width', 'height'] as const

export const actions: Actions = {
  save: async (event) => {
    requireRole(event, 'coordinator')
    const { locale } = event.locals
    const form = await readFileForm(event.request)
    if (!form) return refuseFields(new FormData(), locale, { file: sentenceOf('file-too-large', locale) })
    const file = form.get('file')
    if (!(file instanceof File) || file.size === 0)
      return refuseFields(form, locale, { file: m.depth_photo_choose() })
    const crop = Object.fromEntries(
      sides.map((side) => [side, textOf(form, side)]).filter(([, text]) => text),
    )
    const response = await apiFor(event).me.profile.photo.$put({ form: { file, ...crop } })
    if (!response.ok) {
      const refusal = await problemOf(response)
      return refuseForm({ ...refusal, errors: [{ pointer: '/file', detail: '' }] }, form, locale, {
        file: sentenceOf(refusal.code, locale),
      })
    }
    const shown = await saveStep(event, { visibility: audiencesIn(form, ['photo']) })
    if (!shown.ok) return refuseForm(await problemOf(shown), form, locale, {})
    setFlash(event, m.depth_photo_saved())
    redirect(303, to(depthPages.photo.path))
  },
  audience: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const response = await saveStep(event, { visibility: audiencesIn(form, ['photo']) })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    setFlash(event, m.listing_saved())
    redirect(303, to(depthPages.photo.path))
  },
  remove: async (event) => {
    requireRole(event, 'coordinator')
    const response = await apiFor(event).me.profile.photo.$delete()
    if (!response.ok) return refuseForm(await problemOf(response), new FormData(), event.locals.locale, {})
    setFlash(event, m.depth_photo_removed())
    redirect(303, to(depthPages.photo.path))
  },
}
