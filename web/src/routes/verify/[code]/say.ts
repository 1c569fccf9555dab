import { dayIn, type Locale, type VerifiedCredential } from '@repere/api/client.ts'
import { formatDay } from '#lib/dates/days.ts'
import { paris } from '#lib/dates/instants.ts'
import * as m from '#lib/paraglide/messages.js'

type Event = VerifiedCredential['history'][number]['event']

const onDay = (instant: string, locale: Locale) => formatDay(dayIn(paris, new Date(instant)), locale)

/** The last time somebody attested it, and how. */
const attested = ({ history }: VerifiedCredential): Event | undefined =>
  history.findLast(({ event }) => event === 'confirmed' || event === 'document-seen')?.event

/** The state in a few words, as the head of the sheet says it. */
export const stateTitle = ({ state, endsOn }: VerifiedCredential, locale: Locale): string =>
  ({
    declared: '',
    'document-seen': m.verify_state_seen(),
    confirmed: m.verify_state_confirmed(),
    expired: m.verify_state_expired({ day: endsOn ? formatDay(endsOn, locale) : '' }),
    withdrawn: m.verify_state_withdrawn(),
  })[state]

/** Rows of the sheet; what is not told is said to be so. */
export const factsOf = (
  verified: VerifiedCredential,
  { issuer, code }: { issuer: string; code: string },
  locale: Locale,
): { term: string; text: string; quiet?: boolean; strong?: boolean }[] => {
  const { state, issuedOn, endsOn, checkedAt } = verified
  const day = (text: string) => formatDay(text, locale)
  return [
    { term: m.verify_issuer(), text: issuer },
    issuedOn
      ? { term: m.verify_obtained(), text: day(issuedOn) }
      : { term: m.verify_obtained(), text: m.verify_not_told(), quiet: true },
    ...(checkedAt
      ? [
          {
            term: m.verify_checked_what(),
            text: attested(verified) === 'confirmed' ? m.verify_checked_confirmed() : m.verify_checked_seen(),
          },
          { term: m.verify_checked_by(), text: m.verify_registry() },
          { term: m.verify_checked_on(), text: onDay(checkedAt, locale) },
        ]
      : []),
    ...(state === 'withdrawn'
      ? []
      : [
          endsOn
            ? { term: m.verify_until(), text: day(endsOn) }
            : { term: m.verify_until(), text: m.verify_no_end() },
        ]),
    { term: m.verify_number(), text: m.verify_number_kept(), quiet: true },
    { term: m.verify_code(), text: code, strong: true },
  ]
}

const events: Record<Event, () => string> = {
  declared: m.verify_event_declared,
  'document-seen': m.verify_event_seen,
  confirmed: m.verify_event_confirmed,
  withdrawn: m.verify_event_withdrawn,
}

/** What happened, the latest first; an end that has passed is told by the clock. */
export const historyOf = (
  { history, state, endsOn }: VerifiedCredential,
  locale: Locale,
): { day: string; text: string }[] =>
  [
    ...history.map(({ event, at }) => ({ day: dayIn(paris, new Date(at)), text: events[event]() })),
    ...(state === 'expired' && endsOn ? [{ day: endsOn, text: m.verify_event_expired() }] : []),
  ]
    .reverse()
    .map(({ day, text }) => ({ day: formatDay(day, locale, 'figures'), text }))
