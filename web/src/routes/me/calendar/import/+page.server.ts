import { calendarFaults, daysOf } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { countDays } from '#lib/dates/days.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { readFileForm } from '#lib/server/file-form.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import { sayCalendarFault } from '#lib/words/calendars.ts'
import type { Actions, PageServerLoad } from './$types.ts'

const here = '/me/calendar/import'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'coordinator')
  const { me } = apiFor(event)
  const { applied, preview } = await bodyOf(await me['calendar-import'].$get())
  return { applied, preview, locale: event.locals.locale }
}

const large = ['body-too-large', 'file-too-large']

export const actions: Actions = {
  read: async (event) => {
    requireRole(event, 'coordinator')
    const { locale } = event.locals
    // What is longer than a page may take is not even read.
    const form = await readFileForm(event.request)
    if (!form) return refuseFields(new FormData(), locale, { file: m.calendars_file_large() })
    const file = form.get('file')
    if (!(file instanceof File) || (file.name === '' && file.size === 0))
      return refuseFields(form, locale, { file: m.calendars_file_missing() })
    const scope = textOf(form, 'scope') === 'half-days' ? 'half-days' : 'every-event'
    const response = await apiFor(event).me['calendar-import'].$post({ form: { file, scope } })
    if (response.ok) {
      setFlash(event, m.calendars_read_done())
      redirect(303, to(`${here}#preview`))
    }
    const refusal = await problemOf(response)
    const fault = calendarFaults.find((word) => word === refusal.members.because)
    const about = fault !== undefined || large.includes(refusal.code)
    const errors = about ? [{ pointer: '/file', detail: '' }] : refusal.errors
    const sentence = fault ? sayCalendarFault(fault, locale) : m.calendars_file_large()
    return refuseForm({ ...refusal, errors }, form, locale, { file: sentence })
  },
  apply: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const response = await apiFor(event).me['calendar-import'].application.$put({
      json: { id: textOf(form, 'id') },
    })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    const { applied } = await response.json()
    const days = daysOf([...(applied?.busy ?? []), ...(applied?.tentative ?? [])]).length
    setFlash(event, m.calendars_applied_done({ days: countDays(days, event.locals.locale) }))
    redirect(303, to(here))
  },
  forget: async (event) => {
    requireRole(event, 'coordinator')
    await apiFor(event).me['calendar-import'].preview.$delete()
    setFlash(event, m.calendars_forgotten_done())
    redirect(303, to(here))
  },
  remove: async (event) => {
    requireRole(event, 'coordinator')
    await apiFor(event).me['calendar-import'].$delete()
    setFlash(event, m.calendars_removed_done())
    redirect(303, to(here))
  },
}
