import type { Booking, BookingSummary, Locale } from '@repere/api/client.ts'
import { countDays } from '#lib/dates/days.ts'
import { ordinal } from '#lib/dates/figures.ts'
import * as m from '#lib/paraglide/messages.js'
import { moveReasonNames } from '#lib/words/bookings.ts'
import { mediumNames } from '#lib/words/media.ts'
import { regionName } from '#lib/words/places.ts'

type Entry = Booking['timeline'][number]

/** A title between its marks: « Nuits blanches ». */
export const quote = (text: string, locale: Locale): string =>
  locale === 'fr' ? `«\u00a0${text}\u00a0»` : `“${text}”`

/** How a project is called to this reader: its title, else its code name, else what it is. */
export const projectName = ({ project }: Pick<BookingSummary, 'project'>, locale: Locale): string => {
  const name = project.title ?? project.codeName
  return name ? quote(name, locale) : m.booking_confidential({ type: mediumNames[locale][project.type] })
}

type Sides = Pick<BookingSummary, 'coordinator' | 'company'>

/** The coordinator’s name, or that the account is gone. */
export const coordinatorName = ({ coordinator }: Pick<Sides, 'coordinator'>): string =>
  coordinator.removed ? m.rights_coordinator_removed() : coordinator.displayName

/** The company’s name, or that the account is gone. */
export const companyName = ({ company }: Pick<Sides, 'company'>): string =>
  company.removed ? m.rights_company_removed() : company.legalName

/** Who is on the other side. */
export const otherSide = (booking: Sides & Pick<BookingSummary, 'party'>): string =>
  booking.party === 'coordinator' ? companyName(booking) : coordinatorName(booking)

/** Who proposed a version of the terms. */
export const sayProposer = ({ by }: Booking['terms'][number], booking: Booking): string =>
  m.moves_proposed_by({ who: by === booking.party ? m.moves_you() : nameOfSide(by, booking) })

/** How a side of the booking is called. */
export const nameOfSide = (side: 'coordinator' | 'production', booking: Sides): string =>
  side === 'coordinator' ? coordinatorName(booking) : companyName(booking)

/** « 5 jours, Bretagne » — what is asked, in a line. */
export const askedLine = (booking: Pick<BookingSummary, 'days' | 'project'>, locale: Locale): string =>
  [
    countDays(booking.days.length, locale),
    ...booking.project.regions.map((code) => regionName(code, locale)),
  ].join(', ')

/** « 1re option sur 3 jours, 2e option sur 2 jours » of a live option; empty without ranks. */
export const sayRanks = ({ rank }: Pick<BookingSummary, 'rank'>, locale: Locale): string =>
  [...Map.groupBy(rank, (day) => day.rank)]
    .sort(([one], [other]) => one - other)
    .map(([place, days]) =>
      m.booking_rank_on({ rank: ordinal(place, locale), days: countDays(days.length, locale) }),
    )
    .join(', ')

/** Whether an option stands in reserve, behind a confirmation of somebody else. */
export const isBackup = ({ state, takenDays }: Pick<BookingSummary, 'state' | 'takenDays'>): boolean =>
  state === 'option' && takenDays.length > 0

const facts: Record<string, (names: { coordinator: string; company: string; who: string }) => string> = {
  requested: (names) => m.booking_was_requested(names),
  accepted: (names) => m.booking_was_accepted(names),
  declined: (names) => m.booking_was_declined(names),
  withdrawn: (names) => m.booking_was_withdrawn(names),
  confirmed: (names) => m.booking_was_confirmed(names),
  released: () => m.booking_was_released(),
  cancelled: () => m.booking_was_cancelled(),
  voided: () => m.booking_was_voided(),
  expired: () => m.booking_was_expired(),
  completed: () => m.booking_was_completed(),
  'moved-up': () => m.booking_was_moved_up(),
  'dates-lost': () => m.booking_was_dates_lost(),
  reminded: () => m.booking_was_reminded(),
  'contact-revealed': () => m.booking_was_revealed(),
  'brief-changed': () => m.booking_was_brief_changed(),
  'message-sent': () => m.booking_was_message(),
  challenged: (names) => m.moves_was_challenged(names),
  pressed: (names) => m.moves_was_pressed(names),
  'must-answer': () => m.moves_was_must_answer(),
  'challenge-over': () => m.moves_was_challenge_over(),
  'challenge-lapsed': () => m.moves_was_challenge_lapsed(),
  'challenge-won': () => m.moves_was_challenge_won(),
  'challenge-lost': () => m.moves_was_challenge_lost(),
  trimmed: (names) => m.moves_was_trimmed(names),
  'extension-asked': (names) => m.moves_was_extension_asked(names),
  extended: (names) => m.moves_was_extended(names),
  'extension-refused': (names) => m.moves_was_extension_refused(names),
  countered: ({ who }) => m.moves_was_countered({ who }),
  'counter-accepted': ({ who }) => m.moves_was_counter_accepted({ who }),
  'credit-reminded': (names) => m.after_was_reminded(names),
  'credit-confirmed': (names) => m.after_was_confirmed(names),
  'credit-corrected': (names) => m.after_was_corrected(names),
  'credit-not-as-booked': (names) => m.after_was_not(names),
  'referee-asked': (names) => m.after_was_referee_asked(names),
  'referee-agreed': (names) => m.after_was_referee_agreed(names),
  'referee-refused': (names) => m.after_was_referee_refused(names),
  'referee-withdrawn': (names) => m.after_was_referee_withdrawn(names),
}

/** A line of the timeline, in words. */
export const sayEntry = ({ kind, by, reason }: Entry, booking: Booking, locale: Locale): string => {
  const names = { coordinator: coordinatorName(booking), company: companyName(booking) }
  const told =
    facts[kind]?.({ ...names, who: by === 'production' ? names.company : names.coordinator }) ?? kind
  const who = by === 'coordinator' ? names.coordinator : by === 'production' ? names.company : undefined
  const byWhom =
    who && ['released', 'cancelled', 'contact-revealed'].includes(kind) ? `, ${m.booking_by({ who })}` : ''
  const why =
    reason && reason in moveReasonNames[locale]
      ? ` (${moveReasonNames[locale][reason as keyof (typeof moveReasonNames)['fr']].toLocaleLowerCase(locale)})`
      : ''
  return told + byWhom + why
}
