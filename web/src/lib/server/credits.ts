import { type Day, media } from '@repere/api/client.ts'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { readOneDay } from '#lib/dates/typed-days.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import { to } from '#lib/links.ts'
import { countIn } from '#lib/listing/figures.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from './flash.ts'
import { refuseFields, refuseForm, textOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { requireRole } from './require.ts'

const page = '/me/profile/credits'

/** Adds a credit from its form, or rewrites the one that the form names. */
export async function saveCredit(event: RequestEvent) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const { locale } = event.locals
  const until = dayIn(form, 'confidentialUntil')
  if (until && !until.ok) return refuseFields(form, locale, { confidentialUntil: sayRefusal(until, locale) })
  const id = textOf(form, 'id')
  const json = {
    title: textOf(form, 'title'),
    kind: media.find((word) => word === textOf(form, 'kind')) ?? 'feature',
    year: countIn(form, 'year') ?? -1,
    role: textOf(form, 'role'),
    production: textOf(form, 'production'),
    link: textOf(form, 'link'),
    confidentialUntil: until?.day ?? null,
  }
  const api = apiFor(event).me.credits
  const response = id ? await api[':id'].$put({ param: { id }, json }) : await api.$post({ json })
  if (!response.ok)
    return refuseForm(await problemOf(response), form, locale, {
      title: m.depth_credit_title_wrong(),
      year: m.depth_credit_year_wrong(),
      role: m.depth_credit_role_wrong(),
      production: m.depth_credit_production_wrong(),
      link: m.depth_link_wrong(),
      confidentialUntil: m.depth_credit_until_wrong(),
    })
  setFlash(event, m.listing_saved())
  redirect(303, to(page))
}

/** Moves a credit one place up or down. */
export async function moveCredit(event: RequestEvent) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const response = await apiFor(event).me.credits[':id'].position.$put({
    param: { id: textOf(form, 'id') },
    json: { position: countIn(form, 'position') ?? 0 },
  })
  if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
  setFlash(event, m.depth_credit_moved())
  redirect(303, to(page))
}

/** Takes a declared credit away. */
export async function removeCredit(event: RequestEvent) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const response = await apiFor(event).me.credits[':id'].$delete({ param: { id: textOf(form, 'id') } })
  if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
  setFlash(event, m.depth_credit_removed())
  redirect(303, to(page))
}

const dayIn = (form: FormData, name: string) => {
  const text = textOf(form, name)
  const today: Day = new Date().toISOString().slice(0, 10)
  return text === '' ? undefined : readOneDay(text, today)
}
