import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type Letter, pageUrl, writeLetter } from '../letter.ts'
import {
  type BookingFacts,
  disciplineWords,
  sayDays,
  sayForm,
  sayInstant,
  sayRegions,
} from './booking-facts.ts'
import { english } from './booking-notice-en.ts'
import { french } from './booking-notice-fr.ts'

/** What happened, for whom. The words are in one file per language. */
export const noticeNames = [
  'request-received',
  'request-withdrawn',
  'request-countered',
  'counter-accepted',
  'counter-booked',
  'counter-declined',
  'counter-lapsed',
  'option-placed',
  'request-booked',
  'request-declined',
  'option-confirmed',
  'option-released',
  'booking-cancelled',
  'booking-voided',
  'request-lapsed',
  'option-lapsed',
  'dates-lost',
  'moved-up',
  'must-answer',
  'option-challenges',
  'request-pressed',
  'challenge-over',
  'challenge-lapsed',
  'challenge-won',
  'challenge-lost',
  'option-trimmed',
  'extension-asked',
  'extension-accepted',
  'extension-refused',
  'reminder-to-answer',
  'reminder-to-confirm',
  'reminder-of-challenge',
  'message-received',
  'work-completed',
  'credit-awaited',
  'credit-confirmed',
  'credit-corrected',
  'credit-not-as-booked',
  'referee-asked',
  'referee-agreed',
  'referee-refused',
  'referee-withdrawn',
] as const

export type NoticeName = (typeof noticeNames)[number]

export interface Told {
  facts: BookingFacts
  /** The side that receives it. */
  to: 'coordinator' | 'production'
  name: string
  /** Days that the notice is about, when they are not all. */
  days?: readonly Day[]
  /** How many bookings of the same company it tells of. */
  count?: number
}

interface NoticeWords {
  subject: string
  title: string
  paragraphs: string[]
  /** What the deadline is for; without it none is shown. */
  deadline?: string
  button: string
  because: string
}

export type NoticeTable = Record<NoticeName, (told: Told) => NoticeWords>

const tables: Record<Locale, NoticeTable> = { fr: french, en: english }

const labels: Record<
  Locale,
  { discipline: string; days: string; place: string; form: string; hello: string; safe: string }
> = {
  fr: {
    discipline: 'Métier',
    days: 'Jours',
    place: 'Lieu',
    form: 'Forme',
    hello: 'Bonjour',
    safe: 'Ce bouton ouvre une page\u202f; il ne répond pas à votre place. Le titre, la description des scènes et la paie ne sont jamais dans un courriel.',
  },
  en: {
    discipline: 'Work',
    days: 'Days',
    place: 'Place',
    form: 'Form',
    hello: 'Hello',
    safe: 'This button opens a page; it does not answer for you. Titles, scenes and pay are never in a mail.',
  },
}

const awaitAcceptance: ReadonlySet<NoticeName> = new Set([
  'request-received',
  'request-countered',
  'reminder-to-answer',
])

/** Writes a notice about a booking: the deadline first, one button to its page, nothing confidential. */
export const bookingNotice = (origin: string, locale: Locale, name: NoticeName, told: Told): Letter => {
  const { facts } = told
  const words = tables[locale][name](told)
  const label = labels[locale]
  return writeLetter({
    template: name,
    locale,
    subject: words.subject,
    title: words.title,
    greeting: `${label.hello} ${told.name},`,
    paragraphs: words.paragraphs,
    ...(words.deadline &&
      facts.deadline && {
        deadline: `${words.deadline} ${sayInstant(locale, facts.deadline, facts.timeZone)}`,
      }),
    rows: [
      [label.discipline, disciplineWords[locale][facts.discipline]],
      [label.days, sayDays(locale, told.days ?? facts.days)],
      ...(facts.regions.length > 0 ? [[label.place, sayRegions(locale, facts.regions)] as const] : []),
      [label.form, sayForm(locale, facts, awaitAcceptance.has(name))],
    ],
    action: { label: words.button, url: pageUrl(origin, locale, pathOf(told, name)) },
    note: label.safe,
    because: words.because,
  })
}

const pathOf = ({ facts, count = 1 }: Told, name: NoticeName) => {
  if (count > 1) return '/bookings'
  // A message opens where it can be answered.
  return `/bookings/${facts.bookingId}${name === 'message-received' ? '#messages' : ''}`
}
