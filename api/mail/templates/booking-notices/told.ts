import type { Day } from '@repere/db/vocabulary/day.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type BookingFacts, sayCount, sayPeriod, sayShortly } from '../booking-facts.ts'

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

export interface NoticeWords {
  subject: string
  title: string
  paragraphs: string[]
  /** What the deadline is for; without it none is shown. */
  deadline?: string
  button: string
}

/** The words of some notices, by their names, in both languages. */
export type NoticeWordsByName = Record<Locale, Record<string, (told: Told) => NoticeWords>>

/** What the notices say over and over, in one language. */
export const saying = (locale: Locale) => ({
  period: ({ facts }: Told) => sayPeriod(locale, facts.days),
  count: ({ facts, days }: Told) => sayCount(locale, (days ?? facts.days).length),
  when: ({ facts }: Told) => (facts.deadline ? sayShortly(locale, facts.deadline, facts.timeZone) : ''),
})

/** The name of the other side. */
export const other = ({ facts, to }: Told) =>
  to === 'coordinator' ? facts.companyName : facts.coordinatorName

/** `de Maëlle`, `d’Anna`. */
export const of = (name: string) => (/^[aeiouàâäéèêëîïôöùûü]/i.test(name) ? `d’${name}` : `de ${name}`)
