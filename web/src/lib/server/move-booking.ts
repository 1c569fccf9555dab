import { randomUUID } from 'node:crypto'
import { type Booking, type BookingMove, dayIn, type Locale } from '@repere/api/client.ts'
import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { formatInstant, paris } from '#lib/dates/instants.ts'
import * as m from '#lib/paraglide/messages.js'
import { sentenceOf } from '#lib/words/problems.ts'
import { setFlash } from './flash.ts'
import { keyOf, textOf, valuesOf } from './form.ts'
import { readMove } from './move-input.ts'
import { problemOf, type Refusal } from './problem-of.ts'
import { requireRole } from './require.ts'

const done: Partial<Record<BookingMove, () => string>> = {
  accept: m.booking_done_accept,
  decline: m.booking_done_decline,
  withdraw: m.booking_done_withdraw,
  confirm: m.booking_done_confirm,
  release: m.booking_done_release,
  cancel: m.booking_done_cancel,
  counter: m.moves_done_counter,
  'accept-counter': m.moves_done_accept_counter,
  trim: m.moves_done_trim,
  extend: m.moves_done_extend,
}

/** What was done; after a challenge also until when it is decided. */
const sayDone = (move: BookingMove, { challenge }: Pick<Booking, 'challenge'>, locale: Locale): string =>
  challenge?.role === 'challenger' && (move === 'challenge' || move === 'press')
    ? m.moves_done_challenge({ until: formatInstant(challenge.until, locale, { long: true }) })
    : (done[move] ?? m.moves_done)()

/**
 * Makes a move from a form, once however often it is sent, and comes back to `back` (the booking's own page by default).
 * A refusal keeps what was typed and hands the page what it needs to say it kindly.
 */
export async function moveBooking(event: RequestEvent, id: string, back: string) {
  requireRole(event, 'coordinator', 'production', 'registrar')
  const form = await event.request.formData()
  const { locale } = event.locals
  const typed = readMove(form, dayIn(paris, new Date()), locale)
  if (!typed.ok) return refused(form, invalid, locale, typed.errors)
  const headers = { 'Idempotency-Key': keyOf(textOf(form, 'key') || randomUUID()) }
  const { json } = typed
  const response = await apiFor(event).bookings[':id'].moves.$post({ param: { id }, json }, { headers })
  if (!response.ok) {
    const refusal = await problemOf(response)
    return refused(form, refusal, locale, sentencesOf(json.move, refusal, locale))
  }
  setFlash(event, sayDone(json.move, (await response.json()) as Booking, locale))
  redirect(303, back)
}

const invalid: Pick<Refusal, 'status' | 'code' | 'members'> = {
  status: 400,
  code: 'invalid-request',
  members: {},
}

const refused = (
  form: FormData,
  { status, code, members }: Pick<Refusal, 'status' | 'code' | 'members'>,
  locale: Locale,
  errors: Record<string, string>,
) => {
  const move = textOf(form, 'move')
  return fail(status, {
    code,
    message: sayRefused(move, code, locale),
    move,
    taken: (members.taken ?? []) as string[],
    free: (members.free ?? []) as string[],
    errors,
    values: valuesOf(form),
  })
}

/**
 * Terms that changed since they were read are not accepted: the page shows the new ones. Whoever must first say again
 * who they are does so in another tab: leaving the page would lose what was typed.
 */
const sayRefused = (move: string, code: Refusal['code'], locale: Locale): string => {
  if (move === 'accept-counter' && code === 'booking-changed') return m.moves_terms_changed()
  return code === 'confirmation-required' ? m.moves_lapsed() : sentenceOf(code, locale)
}

const fields: Record<string, () => string> = {
  'decline.reason': m.booking_choose_reason,
  'release.reason': m.booking_choose_reason,
  'cancel.reason': m.booking_choose_reason,
  'withdraw.reason': m.booking_choose_reason,
  'void.reason': m.booking_choose_reason,
  'void.note': m.moves_void_note_missing,
  'trim.days': m.moves_trim_all,
  'extend.days': m.moves_extend_wrong,
  'counter.rate': m.request_rate_wrong,
  'counter.message': m.booking_message_wrong,
}

/** By field, what to type instead. A proposal that changes nothing is said at its first field. */
const sentencesOf = (
  move: BookingMove,
  { code, errors }: Refusal,
  locale: Locale,
): Record<string, string> => {
  if (code === 'links-before-acceptance')
    return { [move === 'counter' ? 'counter.message' : `${move}.note`]: sentenceOf(code, locale) }
  return Object.fromEntries(
    errors.map(({ pointer }) => {
      const part = pointer.split('/')[1] ?? ''
      if (move === 'counter' && part === 'move') return ['counter.phases.0.days', m.moves_counter_nothing()]
      if (move === 'counter' && part === 'phases') return ['counter.phases.0.days', m.moves_counter_no_day()]
      const name = `${move}.${part}`
      return [name, (fields[name] ?? m.moves_field_wrong)()]
    }),
  )
}
