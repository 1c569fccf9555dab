import { locales } from '@repere/db/vocabulary/locale.ts'
import { describe, expect, test } from 'vitest'
import { type BookingFacts, sayDays, sayInstant, sayPeriod } from './booking-facts.ts'
import { bookingNotice, type NoticeName, notices } from './booking-notice.ts'

const facts: BookingFacts = {
  bookingId: '01980000-0000-7000-8000-000000000001',
  kind: 'option',
  optionDays: 7,
  discipline: 'intimacy',
  projectType: 'series',
  regions: ['FR-BRE', 'FR-IDF'],
  days: ['2027-03-08', '2027-03-09', '2027-03-25', '2027-04-01'],
  companyName: 'Les Films du Phare fictif',
  coordinatorName: 'Solène d’Arvigny',
  timeZone: 'Europe/Paris',
  deadline: new Date('2026-11-26T17:00:00Z'),
}

const both = ['coordinator', 'production'] as const
/** Who is ever told. */
const sides: Record<NoticeName, readonly ('coordinator' | 'production')[]> = {
  'request-received': ['coordinator'],
  'request-withdrawn': ['coordinator'],
  'request-countered': both,
  'counter-accepted': both,
  'counter-booked': both,
  'counter-declined': ['coordinator'],
  'counter-lapsed': both,
  'option-placed': ['production'],
  'request-booked': ['production'],
  'request-declined': ['production'],
  'option-confirmed': ['coordinator'],
  'option-released': both,
  'booking-cancelled': both,
  'booking-voided': both,
  'request-lapsed': both,
  'option-lapsed': both,
  'dates-lost': ['production'],
  'moved-up': ['production'],
  'must-answer': ['production'],
  'option-challenges': ['coordinator'],
  'request-pressed': ['production'],
  'challenge-over': ['production'],
  'challenge-lapsed': both,
  'challenge-won': both,
  'challenge-lost': both,
  'option-trimmed': ['coordinator'],
  'extension-asked': ['coordinator'],
  'extension-accepted': ['production'],
  'extension-refused': ['production'],
  'reminder-to-answer': both,
  'reminder-to-confirm': ['production'],
  'reminder-of-challenge': ['production'],
  'message-received': both,
  'work-completed': both,
  'credit-awaited': ['production'],
  'credit-confirmed': ['coordinator'],
  'credit-corrected': ['coordinator'],
  'credit-not-as-booked': ['coordinator'],
  'referee-asked': ['production'],
  'referee-agreed': ['coordinator'],
  'referee-refused': ['coordinator'],
  'referee-withdrawn': ['coordinator'],
}

describe.each(locales)('in %s', (locale) => {
  test.each(Object.keys(notices.fr) as NoticeName[])('%s reads well', (name) => {
    for (const to of sides[name]) {
      const letter = bookingNotice('https://repere.test', locale, name, {
        facts,
        to,
        name: 'Solène',
        days: ['2027-03-08'],
      })
      const [words] = letter.text.split(/\n\n(?=Métier|Work)/)
      expect(`${letter.subject}\n\n${words}`).toMatchSnapshot(to)
    }
  })

  test('the layout puts the deadline before the facts, and one button after them', () => {
    const { text, html } = bookingNotice('https://repere.test', locale, 'request-received', {
      facts,
      to: 'coordinator',
      name: 'Solène',
    })
    expect(text).toMatchSnapshot()
    expect(html).toMatchSnapshot()
    expect(html.match(/<a /g)).toHaveLength(1)
  })
})

test('instants are said where the coordinator lives', () => {
  const instant = new Date('2027-03-31T22:05:00Z')
  expect(sayInstant('fr', instant, 'Europe/Paris')).toBe(
    'jeudi 1er avril 2027, 0\u00a0h\u00a005 (heure de Paris)',
  )
  expect(sayInstant('en', instant, 'America/Los_Angeles')).toBe(
    'Wednesday 31 March 2027, 15:05 (Los Angeles time)',
  )
})

test('a limit at midnight is the last minute of the day it ends, where the coordinator lives', () => {
  const instant = new Date('2026-11-23T23:00:00Z')
  expect(sayInstant('fr', instant, 'Europe/Paris')).toBe(
    'lundi 23 novembre 2026, 23\u00a0h\u00a059 (heure de Paris)',
  )
  expect(sayInstant('en', instant, 'Europe/London')).toBe('Monday 23 November 2026, 23:00 (London time)')
})

test('days are listed by month; when there are many, runs are drawn together', () => {
  expect(sayDays('fr', facts.days)).toBe(
    'mars 2027\u00a0: lu\u00a08, ma\u00a09, je\u00a025\navril 2027\u00a0: je\u00a01er',
  )
  const many = Array.from({ length: 14 }, (_, index) => `2027-03-${String(index + 1).padStart(2, '0')}`)
  expect(sayDays('en', [...many, '2027-03-20'])).toBe('March 2027: Mo\u00a01\u00a0– Su\u00a014, Sa\u00a020')
})

test('a subject says how many days and in which months', () => {
  expect(sayPeriod('fr', facts.days)).toBe('4\u00a0jours, mars et avril')
  expect(sayPeriod('en', ['2027-03-08'])).toBe('1\u00a0day, March')
})
