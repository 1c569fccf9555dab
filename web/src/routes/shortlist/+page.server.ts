import { dayIn } from '@repere/api/client.ts'
import { error, type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { paris } from '#lib/dates/instants.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { carriedOf } from '#lib/search/carried.ts'
import { addressOf } from '#lib/search/changes.ts'
import { lookedFor } from '#lib/search/looked-for.ts'
import { readSearch } from '#lib/search/query.ts'
import { setFlash } from '#lib/server/flash.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { namesIn, readReference } from '#lib/server/reference.ts'
import { requireRole } from '#lib/server/require.ts'
import { readShortlist } from '#lib/server/shortlist.ts'
import { sentenceOf } from '#lib/words/problems.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'production')
  const { locale } = event.locals
  const query = searchIn(event.url.searchParams)
  const carried = carriedOf(query)
  const [people, reference] = await Promise.all([readShortlist(event), readReference(event)])
  return {
    people: people ?? error(503),
    /** What the search asked that led here, to go on with it. */
    carried,
    back: addressOf(new URLSearchParams(carried)),
    lookedFor: lookedFor(query, namesIn(reference, locale), locale),
    /** Whoever was let go of just now. */
    undo: event.url.searchParams.get('undo'),
    locale,
  }
}

export const actions: Actions = {
  keep: async (event) => {
    const form = await event.request.formData()
    await change(event, form, { keep: textsOf(form, 'coordinator') })
    setFlash(event, m.compare_kept())
    redirect(303, pathAfter(form))
  },
  drop: async (event) => {
    const form = await event.request.formData()
    const [slug = ''] = textsOf(form, 'slug')
    await change(event, form, { drop: [slug] })
    redirect(303, pathAfter(form, [['undo', slug]]))
  },
}

const searchIn = (given: URLSearchParams) => readSearch(given, dayIn(paris, new Date())).query

const textsOf = (form: FormData, name: string) =>
  form.getAll(name).filter((value): value is string => typeof value === 'string' && value !== '')

/** Back to the list, with what the form carries of a search. */
function pathAfter(form: FormData, more: [string, string][] = []) {
  const texts = [...form].flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const query = new URLSearchParams([...carriedOf(searchIn(new URLSearchParams(texts))), ...more])
  return to(query.size > 0 ? `/shortlist?${query}` : '/shortlist')
}

/** A list that is full stays as it is, and the page says so. */
async function change(event: RequestEvent, form: FormData, changes: { keep: string[] } | { drop: string[] }) {
  requireRole(event, 'production')
  const response = await apiFor(event).me.shortlist.$post({ json: changes })
  if (response.ok) return
  setFlash(event, sentenceOf((await problemOf(response)).code, event.locals.locale), 'warning')
  redirect(303, pathAfter(form))
}
