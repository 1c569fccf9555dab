import {
  type BookingMove,
  currencies,
  employmentForms,
  type Locale,
  type Move,
  moveReasons,
  ratePeriods,
} from '@repere/api/client.ts'
import { readDays } from '#lib/dates/typed-days.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import { centsIn } from '#lib/listing/figures.ts'
import * as m from '#lib/paraglide/messages.js'
import { optionalText, textOf, textsOf } from './form.ts'

/** A move as the api wants it, or by field what to type instead. What fits no move is refused by the api, by name. */
export type TypedMove = { ok: true; json: Move } | { ok: false; errors: Record<string, string> }

/** Reads the form of a move. Its own fields carry its name: several moves stand on one page. */
export const readMove = (form: FormData, today: string, locale: Locale): TypedMove => {
  const move = textOf(form, 'move') as BookingMove
  const version = Number(textOf(form, 'version'))
  if (move === 'counter') return readCounter(form, version, today, locale)
  if (move === 'trim') {
    const days = textsOf(form, 'trim.days')
    return days.length > 0
      ? { ok: true, json: { move, version, days } }
      : { ok: false, errors: { 'trim.days': m.moves_trim_none() } }
  }
  if (move === 'challenge')
    return form.has('challenge.attest')
      ? { ok: true, json: { move, version, attest: true } }
      : { ok: false, errors: { 'challenge.attest': m.moves_attest_missing() } }
  return { ok: true, json: { move, version, ...wordsOf(form, move) } as Move }
}

const wordsOf = (form: FormData, move: BookingMove) => {
  if (move === 'accept-counter') return { termsVersion: Number(textOf(form, 'termsVersion')) }
  if (move === 'extend') return { days: Number(textOf(form, 'extend.days')) }
  const note = optionalText(form, `${move}.note`) ?? optionalText(form, 'note')
  if (!Object.hasOwn(moveReasons, move)) return {}
  const codes: readonly string[] = moveReasons[move as keyof typeof moveReasons]
  const reason = codes.find((code) => [textOf(form, `${move}.reason`), textOf(form, 'reason')].includes(code))
  return { ...(reason && { reason }), ...((note || move === 'void') && { note: note ?? '' }) }
}

/** More than a booking may have, so that one too many is still refused. */
const mostPhases = 62

const readCounter = (form: FormData, version: number, today: string, locale: Locale): TypedMove => {
  const errors: Record<string, string> = {}
  const phases = [...form.keys()]
    .filter((name) => /^counter\.phases\.\d+\.id$/.test(name))
    .slice(0, mostPhases)
    .map((name) => {
      const field = name.replace(/id$/, 'days')
      const typed = textOf(form, field)
      const read = typed === '' ? { ok: true as const, days: [] } : readDays(typed, today)
      if (!read.ok) errors[field] = sayRefusal(read, locale)
      return { id: textOf(form, name), days: read.ok ? read.days : [] }
    })
  const amountCents = centsIn(form, 'counter.rate')
  if (amountCents !== undefined && amountCents < 0) errors['counter.rate'] = m.request_rate_wrong()
  const first = [...form.keys()].find((name) => /^counter\.phases\.\d+\.days$/.test(name))
  if (first && Object.keys(errors).length === 0 && phases.every(({ days }) => days.length === 0))
    errors[first] = m.moves_counter_no_day()
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  const message = optionalText(form, 'counter.message')
  return {
    ok: true,
    json: {
      move: 'counter',
      version,
      ...(phases.length > 0 && { phases }),
      rate:
        amountCents === undefined
          ? null
          : {
              amountCents,
              currency: currencies.find((code) => code === textOf(form, 'counter.currency')) ?? 'EUR',
              per: ratePeriods.find((word) => word === textOf(form, 'counter.per')) ?? 'day',
            },
      employmentForm: employmentForms.find((word) => word === textOf(form, 'counter.employmentForm')) ?? null,
      ...(message && { message }),
    },
  }
}
