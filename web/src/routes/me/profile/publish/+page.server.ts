import { dayIn, daysVisibilities } from '@repere/api/client.ts'
import { type Actions, fail, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { formatDay } from '#lib/dates/days.ts'
import { paris } from '#lib/dates/instants.ts'
import { readOneDay } from '#lib/dates/typed-days.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import { to } from '#lib/links.ts'
import { steps } from '#lib/listing/steps.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { type RefusedForm, refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { saveStep } from '#lib/server/profile.ts'
import { requireRole } from '#lib/server/require.ts'
import { countryName } from '#lib/words/countries.ts'
import { sentenceOf } from '#lib/words/problems.ts'
import type { PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'coordinator')
  const { profile } = await event.parent()
  if (!profile.slug) redirect(303, to(steps.who.path))
  const { items: credits } = await apiFor(event).me.credits.$get().then(bodyOf)
  const countries = Object.fromEntries(
    profile.countries.map((code) => [code, countryName(code, event.locals.locale)]),
  )
  return { extras: { countries, credits } }
}

type Act = (api: ReturnType<typeof apiFor>) => Promise<Pick<Response, 'ok' | 'status' | 'headers' | 'json'>>

/** One of the three acts on a profile that need no form: refused with a sentence, else said and shown. */
const act =
  (doing: Act, said: () => string) => async (event: Parameters<NonNullable<Actions[string]>>[0]) => {
    requireRole(event, 'coordinator')
    const response = await doing(apiFor(event))
    if (!response.ok) {
      const { status, code } = await problemOf(response)
      const refused: RefusedForm = {
        code,
        message: sentenceOf(code, event.locals.locale),
        errors: {},
        values: {},
      }
      return fail(status, refused)
    }
    setFlash(event, said())
    redirect(303, to(steps.publish.path))
  }

async function pause(event: Parameters<NonNullable<Actions[string]>>[0]) {
  requireRole(event, 'coordinator')
  const { locale } = event.locals
  const form = await event.request.formData()
  const text = textOf(form, 'until')
  const typed = text === '' ? undefined : readOneDay(text, dayIn(paris, new Date()))
  if (typed && !typed.ok) return refuseFields(form, locale, { until: sayRefusal(typed, locale) })
  const response = await apiFor(event).me.profile.pause.$put({ json: typed ? { until: typed.day } : {} })
  if (!response.ok)
    return refuseForm(await problemOf(response), form, locale, { until: m.days_pause_until_wrong() })
  setFlash(
    event,
    typed ? m.days_paused_until_flash({ day: formatDay(typed.day, locale) }) : m.listing_paused_now(),
  )
  redirect(303, to(steps.publish.path))
}

export const actions = {
  publish: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const saved = await saveStep(event, {
      indexingAllowed: form.has('indexingAllowed'),
      daysVisibility: daysVisibilities.find((word) => word === textOf(form, 'daysVisibility')) ?? 'everyone',
    })
    if (!saved.ok) return refuseForm(await problemOf(saved), form, event.locals.locale, {})
    if (!form.has('consent'))
      return refuseFields(form, event.locals.locale, { consent: m.listing_consent_wrong() })
    const response = await apiFor(event).me.profile.publication.$put({ json: { consent: true } })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    setFlash(event, m.listing_published_now())
    redirect(303, to(steps.publish.path))
  },
  unpublish: act((api) => api.me.profile.publication.$delete(), m.listing_unpublished_now),
  pause,
  resume: act((api) => api.me.profile.pause.$delete(), m.listing_resumed_now),
} satisfies Actions
