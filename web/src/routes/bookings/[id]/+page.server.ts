import { randomUUID } from 'node:crypto'
import { blockedParties, dayIn } from '@repere/api/client.ts'
import { redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { to } from '#lib/links.ts'
import * as m from '#lib/paraglide/messages.js'
import { bodyOf } from '#lib/server/answer.ts'
import { confirmCredit } from '#lib/server/confirm-credit.ts'
import { setFlash } from '#lib/server/flash.ts'
import { refuseForm, textOf } from '#lib/server/form.ts'
import { moveBooking } from '#lib/server/move-booking.ts'
import { problemOf } from '#lib/server/problem-of.ts'
import { changeReferee } from '#lib/server/referees.ts'
import { requireRole } from '#lib/server/require.ts'
import { countOthers, tellOthers } from '#lib/server/tell-others.ts'
import type { Actions, PageServerLoad } from './$types.ts'

export const load: PageServerLoad = async (event) => {
  const account = requireRole(event, 'coordinator', 'production', 'registrar')
  const { id } = event.params
  const booking = await apiFor(event).bookings[':id'].$get({ param: { id } }).then(bodyOf)
  const messages =
    account.role === 'registrar'
      ? []
      : (
          await apiFor(event)
            .bookings[':id'].messages.$get({ param: { id }, query: { perPage: '50' } })
            .then(bodyOf)
        ).items
  const blocks =
    account.role === 'coordinator'
      ? (
          await apiFor(event)
            .me.blocks.$get({ query: { booking: id } })
            .then(bodyOf)
        ).items
      : []
  const completion =
    booking.state === 'completed' && account.role !== 'registrar'
      ? await apiFor(event).bookings[':id'].credit.$get({ param: { id } }).then(bodyOf)
      : null
  const referee =
    completion?.outcome === 'confirmed'
      ? await apiFor(event).bookings[':id'].referee.$get({ param: { id } }).then(bodyOf)
      : null
  const others =
    booking.project.id && booking.state === 'confirmed' ? await countOthers(event, booking.project.id) : 0
  return {
    booking,
    others,
    completion,
    referee,
    messages,
    blocks,
    key: randomUUID(),
    now: new Date().toISOString(),
    today: dayIn(booking.coordinator.timeZone, new Date()),
    locale: event.locals.locale,
  }
}

export const actions: Actions = {
  block: async (event) => {
    requireRole(event, 'coordinator')
    const form = await event.request.formData()
    const who = blockedParties.find((word) => word === textOf(form, 'who')) ?? 'company'
    const json = { bookingId: event.params.id, who }
    const response = await apiFor(event).me.blocks.$post({ json })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    setFlash(event, m.reports_block_done())
    redirect(303, to('/me/blocks'))
  },
  referee: (event) => changeReferee(event, event.params.id),
  credit: (event) => confirmCredit(event, event.params.id),
  others: (event) => tellOthers(event, to(`/bookings/${event.params.id}`)),
  move: (event) => moveBooking(event, event.params.id, to(`/bookings/${event.params.id}`)),
  seen: async (event) => {
    requireRole(event, 'coordinator', 'production')
    const form = await event.request.formData()
    const { id } = event.params
    const json = { through: textOf(form, 'through') }
    const response = await apiFor(event).bookings[':id'].messages.seen.$put({ param: { id }, json })
    if (!response.ok) return refuseForm(await problemOf(response), form, event.locals.locale, {})
    // Sent by the page itself, nobody asked for anything: nothing is said.
    if (event.request.headers.has('x-sveltekit-action')) return undefined
    setFlash(event, m.notifications_thread_seen_done())
    redirect(303, to(`/bookings/${id}#messages`))
  },
  write: async (event) => {
    requireRole(event, 'coordinator', 'production')
    const form = await event.request.formData()
    const { id } = event.params
    // Whoever answers has seen what stood above the answer.
    const through = textOf(form, 'through')
    if (through) await apiFor(event).bookings[':id'].messages.seen.$put({ param: { id }, json: { through } })
    const json = { body: textOf(form, 'body') }
    const response = await apiFor(event).bookings[':id'].messages.$post({ param: { id }, json })
    if (!response.ok)
      return refuseForm(await problemOf(response), form, event.locals.locale, {
        body: m.booking_message_wrong(),
      })
    setFlash(event, m.booking_message_sent())
    redirect(303, to(`/bookings/${id}#messages`))
  },
}
