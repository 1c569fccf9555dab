import { type NewReport, reportReasons } from '@repere/api/client.ts'
import { error, type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { otherSide } from '#lib/bookings/say.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseFields, refuseForm, textOf } from '#lib/server/form.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { requireRole } from '#lib/server/require.ts'
import type { Actions, PageServerLoad } from './$types.ts'

/** What the address asks to report: a booking of one's own, or a public profile. */
const aboutIn = ({ searchParams }: URL) => ({
  bookingId: searchParams.get('booking') ?? '',
  slug: searchParams.get('coordinator') ?? '',
})

const nameOf = async (event: RequestEvent): Promise<string> => {
  const { bookingId, slug } = aboutIn(event.url)
  const api = apiFor(event)
  if (bookingId) return otherSide(await bodyOf(await api.bookings[':id'].$get({ param: { id: bookingId } })))
  if (slug) return (await bodyOf(await api.coordinators[':slug'].$get({ param: { slug } }))).displayName
  return error(404)
}

export const load: PageServerLoad = async (event) => {
  const account = requireRole(event, 'coordinator', 'production')
  const { bookingId } = aboutIn(event.url)
  return {
    name: await nameOf(event),
    subjects: bookingId
      ? (['messages', 'booking', ...(account.role === 'coordinator' ? (['company'] as const) : [])] as const)
      : [],
    locale: event.locals.locale,
  }
}

const bookingSubjects = ['messages', 'booking', 'company'] as const

export const actions: Actions = {
  default: async (event) => {
    requireRole(event, 'coordinator', 'production')
    const form = await event.request.formData()
    const { locale } = event.locals
    const { bookingId, slug } = aboutIn(event.url)
    const reason = reportReasons.find((word) => word === textOf(form, 'reason'))
    if (!reason) return refuseFields(form, locale, { reason: m.reports_reason_wrong() })
    const words = textOf(form, 'words')
    const subject = bookingSubjects.find((word) => word === textOf(form, 'subject')) ?? 'booking'
    const json: NewReport = bookingId
      ? { subject, bookingId, reason, words }
      : { subject: 'profile', slug, reason, words }
    const response = await apiFor(event).reports.$post({ json })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, locale, { words: m.reports_words_wrong() })
    setFlash(event, m.reports_sent())
    redirect(303, to('/reports'))
  },
}
