import type { EntryStatus } from '@repere/db/vocabulary/calendar.ts'
import { type DayRange, daysOf } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'
import { sayDays, sayPeriod } from './booking-facts.ts'

interface Told {
  name: string
  bookingId: string
  status: EntryStatus
  days: readonly DayRange[]
}

const words = {
  fr: {
    subjects: {
      tentative: (period: string) => `Pour votre agenda\u00a0: option, ${period}`,
      confirmed: (period: string) => `Pour votre agenda\u00a0: réservation, ${period}`,
      cancelled: (period: string) => `À retirer de votre agenda\u00a0: ${period}`,
    },
    titles: {
      tentative: 'L’option entre dans votre agenda',
      confirmed: 'La réservation entre dans votre agenda',
      cancelled: 'Ces jours sortent de votre agenda',
    },
    hello: 'Bonjour',
    lead: 'Vous avez fait ce qu’il fallait sur Repère\u202f; ce courriel ne porte que l’entrée jointe, que votre agenda sait lire. Il n’attend pas de réponse.',
    days: 'Jours',
    button: 'Ouvrir la réservation',
    because: 'Vous recevez ce message parce que cette réservation est la vôtre.',
  },
  en: {
    subjects: {
      tentative: (period: string) => `For your calendar: hold, ${period}`,
      confirmed: (period: string) => `For your calendar: booking, ${period}`,
      cancelled: (period: string) => `To take out of your calendar: ${period}`,
    },
    titles: {
      tentative: 'The hold goes into your calendar',
      confirmed: 'The booking goes into your calendar',
      cancelled: 'These days leave your calendar',
    },
    hello: 'Hello',
    lead: 'You did what was needed on Repère; this mail only brings the attached entry, which your calendar can read. No answer is waited for.',
    days: 'Days',
    button: 'Open the booking',
    because: 'You receive this because the booking is yours.',
  },
} as const

/** Brings a calendar entry to the side that made the move, and so needs no telling. */
export const calendarEntryLetter = (
  origin: string,
  locale: Locale,
  { name, bookingId, status, days }: Told,
): Letter => {
  const said = words[locale]
  const all = daysOf(days)
  return writeLetter({
    template: 'calendar-entry',
    locale,
    subject: said.subjects[status](sayPeriod(locale, all)),
    title: said.titles[status],
    greeting: `${said.hello} ${name},`,
    paragraphs: [said.lead],
    rows: [[said.days, sayDays(locale, all)]],
    action: { label: said.button, url: pageUrl(origin, locale, `/bookings/${bookingId}`) },
    because: said.because,
  })
}
