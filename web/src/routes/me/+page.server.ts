import { randomUUID } from 'node:crypto'
import { addDays, dayIn } from '@repere/api/client.ts'
import { fail, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { awaitsReader } from '#lib/bookings/awaited.ts'
import { knownUntilOf } from '#lib/calendar/known-until.ts'
import { to } from '#lib/links.ts'
import { newsOfBookings } from '#lib/news/of-bookings.ts'
import { isAsked, isBeingRead, nameOfCredential, newsOfCredentials } from '#lib/news/of-credentials.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { setFlash } from '#lib/server/flash.ts'
import { moveBooking } from '#lib/server/move-booking.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { readProfile } from '#lib/server/profile.ts'
import { requireRole } from '#lib/server/require.ts'
import { sentenceOf } from '#lib/words/problems.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  requireRole(event, 'coordinator')
  const api = apiFor(event)
  const profile = await readProfile(event)
  const now = new Date()
  const today = dayIn(profile.timeZone, now)
  const [open, options, all, credentials, calendar, days] = await Promise.all([
    api.bookings.$get({ query: { state: ['requested', 'countered'], perPage: '50' } }).then(bodyOf),
    api.bookings.$get({ query: { state: ['option'], perPage: '20' } }).then(bodyOf),
    api.bookings.$get({ query: { perPage: '50' } }).then(bodyOf),
    api.me.credentials.$get().then(bodyOf),
    api.me.availability.$get().then(bodyOf),
    api.me.availability.days.$get({ query: { from: today, to: addDays(today, 13) } }).then(bodyOf),
  ])
  const mine = open.items.filter(awaitsReader)
  const first = mine[0]
  const urgent = first && (await api.bookings[':id'].$get({ param: { id: first.id } }).then(bodyOf))
  const extensions = options.items.filter(awaitsReader)
  const { locale } = event.locals
  const pending = credentials.items.filter((credential) => isAsked(credential) || isBeingRead(credential))
  const reference = pending.length > 0 ? await api.reference.$get().then(bodyOf) : undefined
  return {
    profile,
    urgent,
    others: [...mine.slice(1), ...extensions],
    total: mine.length + extensions.length,
    options: options.items,
    news: [
      ...newsOfBookings(all.items, today, locale),
      ...(reference ? newsOfCredentials(pending, reference, locale) : []),
    ],
    asked: reference
      ? pending.filter(isAsked).map((credential) => nameOfCredential(credential, reference, locale))
      : [],
    calendar,
    days: days.days,
    today,
    key: randomUUID(),
    now: now.toISOString(),
    locale,
  }
}

export const actions: Actions = {
  /** One tap on the desk: the same move as on the booking's page, then back here. */
  move: async (event) => {
    const id = event.url.searchParams.get('id') ?? ''
    return moveBooking(event, id, to('/me'))
  },
  stillRight: async (event) => {
    requireRole(event, 'coordinator')
    const api = apiFor(event)
    const [profile, calendar] = await Promise.all([
      readProfile(event),
      api.me.availability.$get().then(bodyOf),
    ])
    const knownUntil = knownUntilOf(calendar, dayIn(profile.timeZone, new Date()))
    const response = await api.me.availability.confirmation.$post({ json: { knownUntil } })
    if (!response.ok) {
      const { status, code } = await problemOf(response)
      return fail(status, {
        code,
        message: sentenceOf(code, event.locals.locale),
        move: '',
        taken: [] as string[],
        free: [] as string[],
        errors: {},
        values: {},
      })
    }
    setFlash(event, m.booking_calendar_confirmed())
    redirect(303, to('/me'))
  },
}
