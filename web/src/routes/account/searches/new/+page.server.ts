import { dayIn } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { formatDays } from '#lib/dates/days.ts'
import { paris } from '#lib/dates/instants.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { addressOf, withValues } from '#lib/search/changes.ts'
import { groupsOf } from '#lib/search/chips.ts'
import { daysAsked } from '#lib/search/days.ts'
import { readSearch } from '#lib/search/query.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { namesIn, readReference } from '#lib/server/reference.ts'
import { requireRole } from '#lib/server/require.ts'
import { disciplineNames } from '#lib/words/disciplines.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts'

const everybody = ['coordinator', 'production', 'registrar'] as const

/** Whom it is about, in its exact form: not the page of the results, nor their order. */
const searchIn = ({ url }: Pick<RequestEvent, 'url'>): URLSearchParams =>
  ['page', 'seed', 'sort', 'perPage'].reduce(
    (query, name) => withValues(query, name, []),
    readSearch(url.searchParams, dayIn(paris, new Date())).query,
  )

/** Shows what would be kept and who answers it now. Opening it keeps nothing. */
export const load: PageServerLoad = async (event) => {
  const account = requireRole(event, ...everybody)
  const { locale } = event.locals
  const query = searchIn(event)
  const values = Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]))
  const [counted, reference] = await Promise.all([
    apiFor(event).search.counts.$get({ query: values }),
    readReference(event),
  ])
  const discipline = query.get('discipline')
  return {
    total: counted.status === 200 ? (await counted.json()).total : null,
    back: addressOf(query),
    parts: [
      ...(discipline === 'intimacy' || discipline === 'eco-production'
        ? [disciplineNames[locale][discipline]]
        : []),
      ...groupsOf(query, namesIn(reference, locale), locale).map(({ filter, label }) =>
        filter === 'days' ? formatDays(daysAsked(query), locale) : label,
      ),
    ],
    email: account.email,
    eco: discipline === 'eco-production',
    locale,
  }
}

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, ...everybody)
    const form = await event.request.formData()
    const response = await apiFor(event).me['saved-searches'].$post({
      json: { query: searchIn(event).toString(), name: textOf(form, 'name') },
    })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        name: m.alerts_name_too_long(),
      })
    setFlash(event, response.status === 201 ? m.alerts_flash_kept() : m.alerts_flash_same())
    redirect(303, to('/account/searches'))
  },
}
