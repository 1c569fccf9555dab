import { locales } from '@repere/db/vocabulary/locale.ts'
import { describe, expect, test } from 'vitest'
import { calendarQuestion } from './templates/calendar-question.ts'

const origin = 'https://repere.example'
const confirmed = { confirmedOn: '2026-12-02', staleOn: '2027-01-16' }

describe.each(locales)('the question whether a calendar is still right, in %s', (locale) => {
  test.each([
    ['before it is stale', { ...confirmed, knownUntil: '2027-06-30', today: '2027-01-01' }],
    ['when it is', { ...confirmed, knownUntil: '2027-01-31', today: '2027-02-01' }],
    [
      'when nobody ever confirmed it',
      { confirmedOn: null, staleOn: null, knownUntil: null, today: '2027-02-01' },
    ],
  ])('%s', (_, calendar) => {
    const letter = calendarQuestion(origin, locale, calendar)
    expect(`${letter.subject}\n\n${letter.text}`).toMatchSnapshot()
  })
})
