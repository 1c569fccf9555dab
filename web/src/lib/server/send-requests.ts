import {
  bookingKinds,
  currencies,
  type Day,
  isDay,
  type NewBooking,
  ratePeriods,
} from '@repere/api/client.ts'
import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { apiFor } from '#lib/api.ts'
import { formatDays } from '#lib/dates/days.ts'
import { readDays, readOneDay } from '#lib/dates/typed-days.ts'
import { sayRefusal } from '#lib/dates/typed-days-words.ts'
import { to } from '#lib/links.ts'
import { centsIn } from '#lib/listing/figures.ts'
import * as m from '#lib/paraglide/messages.js'
import { sentenceOf } from '#lib/words/problems.ts'
import { bodyOf } from './answer.ts'
import { setFlash } from './flash.ts'
import { keyOf, textOf, textsOf, valuesOf } from './form.ts'
import { problemOf } from './problem-of.ts'
import { requireRole } from './require.ts'

/** How many people one form asks: as many as a company may ask anew in a day. */
export const mostAsked = 15

/** What became of one request: sent, or why not. */
export interface Outcome {
  slug: string
  sent: boolean
  sentence: string
}

const refused = (
  event: RequestEvent,
  form: FormData,
  status: number,
  errors: Record<string, string>,
  outcomes: Outcome[] = [],
) =>
  fail(status, {
    message: sentenceOf('invalid-request', event.locals.locale),
    errors,
    outcomes,
    values: valuesOf(form),
  })

/**
 * Asks each chosen person, one request each under its own key, so that sending the form again sends nothing twice.
 * Those who can be asked are; for the others the page says why, and keeps what was typed.
 */
export async function sendRequests(event: RequestEvent, projectId: string) {
  requireRole(event, 'production')
  const form = await event.request.formData()
  const slugs = [...new Set(textsOf(form, 'coordinator'))].slice(0, mostAsked)
  const { locale } = event.locals
  if (slugs.length === 0) return refused(event, form, 400, { coordinator: m.request_choose_someone() })
  const replyBy = readReplyBy(form, locale)
  const rate = readRate(form)
  const days = await readAskedDays(event, form, projectId, slugs)
  const errors = {
    ...(replyBy && !replyBy.ok && { replyBy: replyBy.sentence }),
    ...(rate === 'wrong' && { rate: m.request_rate_wrong() }),
    ...days.errors,
  }
  if ((replyBy && !replyBy.ok) || rate === 'wrong' || Object.keys(errors).length > 0)
    return refused(event, form, 400, errors)
  const common = {
    projectId,
    kind: bookingKinds.find((kind) => kind === textOf(form, 'kind')) ?? ('option' as const),
    message: textOf(form, 'message'),
    ...(rate && { rate }),
    ...(replyBy && { replyBy: replyBy.instant }),
  }
  const outcomes: Outcome[] = []
  for (const slug of slugs) {
    const outcome = await ask(
      event,
      { ...common, ...days.of(slug), coordinator: slug },
      keyOf(textOf(form, 'key'), slug),
    )
    if (outcome.errors) return refused(event, form, 400, outcome.errors, outcomes)
    outcomes.push(outcome)
  }
  const lost = outcomes.filter(({ sent }) => !sent)
  if (lost.length > 0)
    return fail(409, {
      message:
        lost.length === outcomes.length
          ? m.request_none_sent()
          : m.request_some_not_sent({ count: lost.length }),
      errors: {} as Record<string, string>,
      outcomes,
      values: valuesOf(form),
    })
  setFlash(event, m.request_sent({ count: outcomes.length }))
  redirect(303, to(`/projects/${projectId}`))
}

const ask = async (
  event: RequestEvent,
  json: NewBooking,
  key: string,
): Promise<Outcome & { errors?: Record<string, string> }> => {
  const { locale } = event.locals
  const response = await apiFor(event).bookings.$post({ json }, { headers: { 'Idempotency-Key': key } })
  if (response.ok) return { slug: json.coordinator, sent: true, sentence: m.request_outcome_sent() }
  const { code, errors } = await problemOf(response)
  const sentence = sentenceOf(code, locale)
  const wrong =
    errors.some(({ pointer }) => pointer.startsWith('/message')) || code === 'links-before-acceptance'
  return {
    slug: json.coordinator,
    sent: false,
    sentence,
    ...(wrong && { errors: { message: code === 'invalid-request' ? m.request_message_wrong() : sentence } }),
  }
}

/** The days asked of each person, as typed: those of the project, or some of them where somebody else takes the rest. */
const readAskedDays = async (event: RequestEvent, form: FormData, projectId: string, slugs: string[]) => {
  const { phases } = await apiFor(event)
    .projects[':id'].$get({ param: { id: projectId } })
    .then(bodyOf)
  const all = new Set(phases.flatMap((phase) => phase.days))
  const { locale } = event.locals
  const errors: Record<string, string> = {}
  const asked = new Map<string, Day[]>()
  for (const slug of slugs) {
    const typed = textOf(form, `days.${slug}`)
    if (typed === '') continue
    const read = readDays(typed, [...all].sort()[0] ?? new Date().toISOString().slice(0, 10))
    if (!read.ok) errors[`days.${slug}`] = sayRefusal(read, locale)
    else {
      const others = read.days.filter((day) => !all.has(day))
      if (others.length > 0)
        errors[`days.${slug}`] = m.request_days_wrong({ days: formatDays(others, locale) })
      else asked.set(slug, read.days)
    }
  }
  const of = (slug: string) => {
    const days = asked.get(slug)
    return days && days.length < all.size ? { days } : {}
  }
  return { errors, of }
}

/** A day to answer by, at 18:00 in Paris. */
const readReplyBy = (form: FormData, locale: 'fr' | 'en') => {
  const typed = textOf(form, 'replyBy')
  if (typed === '') return undefined
  const read = readOneDay(typed, new Date().toISOString().slice(0, 10))
  if (!read.ok) return { ok: false as const, sentence: sayRefusal(read, locale) }
  const instant = eveningInParis(read.day)
  if (instant <= new Date().toISOString()) return { ok: false as const, sentence: m.request_reply_past() }
  return { ok: true as const, instant }
}

const eveningInParis = (day: string): string => {
  const noon = new Date(`${isDay(day) ? day : '1970-01-01'}T12:00:00Z`)
  const hour = Number(
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Paris', hour: '2-digit', hourCycle: 'h23' }).format(
      noon,
    ),
  )
  return new Date(noon.getTime() + (18 - hour) * 3_600_000).toISOString()
}

const readRate = (form: FormData) => {
  const amountCents = centsIn(form, 'rate')
  if (amountCents === undefined) return undefined
  if (amountCents < 0) return 'wrong' as const
  return {
    amountCents,
    currency: currencies.find((code) => code === textOf(form, 'currency')) ?? ('EUR' as const),
    per: ratePeriods.find((word) => word === textOf(form, 'per')) ?? ('day' as const),
  }
}
