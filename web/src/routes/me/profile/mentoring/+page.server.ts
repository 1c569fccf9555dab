import { disciplines, mentoringSides, mentorings } from '@repere/api/client.ts'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { plainPath, to } from '#lib/links.ts'
import { audiencesIn } from '#lib/listing/audience.ts'
import { depthPages } from '#lib/listing/depth.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { saveStep } from '#lib/server/profile.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'coordinator')
  const { items } = await apiFor(event).me.mentoring.$get().then(bodyOf)
  return { pairs: items, asked: event.url.searchParams.get('with') ?? '' }
}

/** A page's address as people copy it, or the last part of one. */
const slugIn = (form: FormData): string => {
  const text = textOf(form, 'coordinator')
  const path = URL.canParse(text) ? plainPath(new URL(text).pathname) : text
  return path.split('/').filter(Boolean).at(-1) ?? ''
}

const done = (event: RequestEvent, said: string) => {
  setFlash(event, said)
  redirect(303, to(depthPages.mentoring.path))
}

export const actions: Actions = {
  say: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const response = await saveStep(event, {
      mentoring: mentorings.find((word) => word === textOf(form, 'mentoring')) ?? 'none',
      visibility: audiencesIn(form, ['mentoring']),
    })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    return done(event, m.listing_saved())
  },
  ask: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const coordinator = slugIn(form)
    const side = mentoringSides.find((word) => word === textOf(form, 'side'))
    const discipline = disciplines.find((word) => word === textOf(form, 'discipline'))
    if (!coordinator || !side || !discipline)
      return refuseFields(form, event.locals.locale, { coordinator: m.depth_pair_who_wrong() })
    const response = await apiFor(event).me.mentoring.$post({ json: { coordinator, side, discipline } })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        coordinator: m.depth_pair_who_wrong(),
      })
    return done(event, m.depth_pair_asked_now())
  },
  accept: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const param = { id: textOf(form, 'id') }
    const response = await apiFor(event).me.mentoring[':id'].acceptance.$put({ param })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    return done(event, m.depth_pair_accepted_now())
  },
  end: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const response = await apiFor(event).me.mentoring[':id'].$delete({ param: { id: textOf(form, 'id') } })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    return done(event, m.depth_pair_ended_now())
  },
}
