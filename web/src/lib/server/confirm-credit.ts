import { type CompletionInput, creditRoles, type Day } from '@repere/api/client.ts'
import { type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { readOneDay } from '#lib/dates/typed-days.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import { to } from '#lib/links.ts'
import { countIn } from '#lib/listing/figures.ts'
import * as m from '#lib/paraglide/messages.js'
import { setFlash } from './flash.ts'
import { optionalText, refuseFields, refuseForm, textOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { requireRole } from './require.ts'

/** Confirms the credit of a booking that is over, as booked or as typed; or says that the work was not done so. */
export async function confirmCredit(event: RequestEvent, id: string) {
  requireRole(event, 'production')
  const form = await event.request.formData()
  const { locale } = event.locals
  const until = untilIn(form)
  if (until && !until.ok) return refuseFields(form, locale, { titleHiddenUntil: sayRefusal(until, locale) })
  const json: CompletionInput =
    textOf(form, 'outcome') === 'not-as-booked'
      ? { outcome: 'not-as-booked' }
      : { outcome: 'confirmed', ...wordsIn(form), ...(until && { titleHiddenUntil: until.day }) }
  const response = await apiFor(event).bookings[':id'].credit.$put({ param: { id }, json })
  if (!response.ok)
    return refuseForm(await problemOf(response), form, locale, {
      daysOnSet: m.after_days_wrong({ most: textOf(form, 'mostDays') }),
      title: m.after_work_title_wrong(),
      titleHiddenUntil: m.after_until_wrong(),
    })
  setFlash(event, json.outcome === 'confirmed' ? m.after_done_confirmed() : m.after_done_not())
  redirect(303, to(`/bookings/${id}`))
}

/** What the form leaves out is taken as booked; a field that was emptied says so. */
const wordsIn = (form: FormData) => {
  const role = creditRoles.find((word) => word === textOf(form, 'role'))
  const title = optionalText(form, 'title')
  return {
    ...(role && { role }),
    ...(title && { title }),
    ...(form.has('daysOnSet') && { daysOnSet: countIn(form, 'daysOnSet') ?? -1 }),
  }
}

const untilIn = (form: FormData) => {
  const today: Day = new Date().toISOString().slice(0, 10)
  if (!form.has('titleHiddenUntil')) return undefined
  const text = textOf(form, 'titleHiddenUntil')
  return text === '' ? { ok: true as const, day: null } : readOneDay(text, today)
}
