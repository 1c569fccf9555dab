import { randomUUID } from 'node:crypto'
import { type BookingMove, moveReasons } from '@repere/api/client.ts'
import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import * as m from '#lib/paraglide/messages.js'
import { sentenceOf } from '#lib/words/problems.ts'
import { setFlash } from './flash.ts'
import { optionalText, textOf, valuesOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { requireRole } from './require.ts'

const done: Partial<Record<BookingMove, () => string>> = {
  accept: m.booking_done_accept,
  decline: m.booking_done_decline,
  withdraw: m.booking_done_withdraw,
  confirm: m.booking_done_confirm,
  release: m.booking_done_release,
  cancel: m.booking_done_cancel,
}

type MoveBody = Parameters<ReturnType<typeof apiFor>['bookings'][':id']['moves']['$post']>[0]['json']

/** The move of a form, as the api wants it. What does not fit is refused there, by name. */
const moveIn = (form: FormData): MoveBody => {
  const move = textOf(form, 'move') as BookingMove
  const version = Number(textOf(form, 'version'))
  const note = optionalText(form, 'note')
  const reason =
    move in moveReasons
      ? moveReasons[move as keyof typeof moveReasons].find((code) => code === textOf(form, 'reason'))
      : undefined
  return {
    move,
    version,
    ...(reason && { reason }),
    ...(note && move in moveReasons && { note }),
    ...(move === 'accept-counter' && { termsVersion: Number(textOf(form, 'termsVersion')) }),
    ...(move === 'challenge' && { attest: true }),
    ...(move === 'extend' && { days: Number(textOf(form, 'days')) }),
  } as MoveBody
}

/**
 * Makes a move from a form, once however often it is sent, and comes back to `back` (the booking's own page by default).
 * A refusal keeps what was typed and hands the page what it needs to say it kindly.
 */
export async function moveBooking(event: RequestEvent, id: string, back: string) {
  requireRole(event, 'coordinator', 'production')
  const form = await event.request.formData()
  const json = moveIn(form)
  const headers = { 'Idempotency-Key': textOf(form, 'key') || randomUUID() }
  const response = await apiFor(event).bookings[':id'].moves.$post({ param: { id }, json }, { headers })
  if (!response.ok) {
    const { status, code, members, errors } = await problemOf(response)
    return fail(status, {
      code,
      message: sentenceOf(code, event.locals.locale),
      move: json.move as string,
      taken: (members.taken ?? []) as string[],
      free: (members.free ?? []) as string[],
      errors: Object.fromEntries(
        errors.map(({ pointer }) => [pointer.split('/')[1] ?? '', m.booking_choose_reason()]),
      ),
      values: valuesOf(form),
    })
  }
  setFlash(event, (done[json.move] ?? m.moves_done)())
  redirect(303, back)
}
