import { error, type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from '#lib/server/flash.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import { readShortlist } from '#lib/server/shortlist.ts'
import { sentenceOf } from '#lib/words/problems.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'production')
  return {
    people: (await readShortlist(event)) ?? error(503),
    /** Whoever was let go of just now. */
    undo: event.url.searchParams.get('undo'),
    locale: event.locals.locale,
  }
}

export const actions: Actions = {
  keep: async (event) => {
    const form = await event.request.formData()
    await change(event, { keep: textsOf(form, 'coordinator') })
    setFlash(event, m.compare_kept())
    redirect(303, to('/shortlist'))
  },
  drop: async (event) => {
    const [slug = ''] = textsOf(await event.request.formData(), 'slug')
    await change(event, { drop: [slug] })
    redirect(303, to(`/shortlist?undo=${encodeURIComponent(slug)}`))
  },
}

const textsOf = (form: FormData, name: string) =>
  form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '')

/** A list that is full stays as it is, and the page says so. */
async function change(event: RequestEvent, changes: { keep: string[] } | { drop: string[] }) {
  requireRole(event, 'production')
  const response = await apiFor(event).me.shortlist.$post({ json: changes })
  if (response.ok) return
  setFlash(event, sentenceOf((await problemOf(response)).code, event.locals.locale), 'warning')
  redirect(303, to('/shortlist'))
}
