import { type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { readOneDay } from '#lib/dates/typed-days.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from './flash.ts'
import { optionalText, refuseFields, refuseForm, textOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { requireRole } from './require.ts'

/** Declares a credential from its form, then comes back to the page that asked. */
export async function declareCredential(event: RequestEvent, back: string) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const { locale } = event.locals
  const [issuedOn, expiresOn] = (['issuedOn', 'expiresOn'] as const).map((name) => dayIn(form, name))
  const wrong = Object.entries({ issuedOn, expiresOn }).flatMap(([name, typed]) =>
    typed && !typed.ok ? [[name, sayRefusal(typed, locale)]] : [],
  )
  if (wrong.length > 0) return refuseFields(form, locale, Object.fromEntries(wrong))
  const response = await apiFor(event).me.credentials.$post({
    json: {
      code: textOf(form, 'code'),
      number: optionalText(form, 'number') ?? null,
      issuedOn: issuedOn?.ok ? issuedOn.day : null,
      expiresOn: expiresOn?.ok ? expiresOn.day : null,
    },
  })
  if (!response.ok)
    return refuseForm(await problemOf(response), form, locale, {
      code: m.listing_credential_wrong(),
      number: m.listing_number_wrong(),
      issuedOn: m.listing_issued_wrong(),
      expiresOn: m.listing_expires_wrong(),
    })
  setFlash(event, m.evidence_declared())
  redirect(303, to(back))
}

/** Takes a declaration back. */
export async function removeCredential(event: RequestEvent, back: string) {
  requireRole(event, 'coordinator')
  const form = await event.request.formData()
  const response = await apiFor(event).me.credentials[':id'].$delete({ param: { id: textOf(form, 'id') } })
  if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
  setFlash(event, m.listing_removed())
  redirect(303, to(back))
}

const dayIn = (form: FormData, name: string) => {
  const text = textOf(form, name)
  return text === '' ? undefined : readOneDay(text, new Date().toISOString().slice(0, 10))
}
