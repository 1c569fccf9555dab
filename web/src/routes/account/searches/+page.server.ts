import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types.ts'

const everybody = ['coordinator', 'production', 'registrar'] as const

export const load: PageServerLoad = async (event) => {
  requireRole(event, ...everybody)
  const { items, most } = await apiFor(event).me['saved-searches'].$get().then(bodyOf)
  return {
    kept: items.filter(({ deletedAt }) => deletedAt === null),
    deleted: items.filter(({ deletedAt }) => deletedAt !== null),
    most,
    locale: event.locals.locale,
  }
}

/** Does one thing to the search that the form names, says so, and comes back to the list. */
const act =
  (
    ask: (event: RequestEvent, id: string, form: FormData) => Promise<Response>,
    said: () => string,
  ): Actions[string] =>
  async (event) => {
    requireRole(event, ...everybody)
    const form = await event.request.formData()
    const response = await ask(event, textOf(form, 'id'), form)
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        name: m.alerts_name_too_long(),
      })
    setFlash(event, said())
    redirect(303, to('/account/searches'))
  }

const one = (event: RequestEvent) => apiFor(event).me['saved-searches'][':id']

export const actions: Actions = {
  rename: act(
    (event, id, form) => one(event).$put({ param: { id }, json: { name: textOf(form, `name.${id}`) } }),
    m.alerts_flash_renamed,
  ),
  pause: act(
    (event, id) => one(event).$put({ param: { id }, json: { paused: true } }),
    m.alerts_flash_paused,
  ),
  resume: act(
    (event, id) => one(event).$put({ param: { id }, json: { paused: false } }),
    m.alerts_flash_resumed,
  ),
  delete: act((event, id) => one(event).$delete({ param: { id } }), m.alerts_flash_deleted),
  restore: act((event, id) => one(event).restoration.$post({ param: { id } }), m.alerts_flash_restored),
}
