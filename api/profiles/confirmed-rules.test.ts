import { describe, expect, test } from 'vitest'
import { allDaysOnSet, besideConfirmed, type ConfirmedCredit, presentConfirmed } from './confirmed-rules.ts'

const credit: ConfirmedCredit = {
  id: 'one',
  bookingId: null,
  discipline: 'intimacy',
  kind: 'series',
  year: 2027,
  role: 'coordinator',
  daysOnSet: 6,
  title: 'Titre',
  titleHiddenUntil: null,
  confidential: false,
  production: 'Films',
  shown: true,
  creditId: null,
}

describe('days on set in all', () => {
  test.each([
    ['nothing said, nothing confirmed', null, [], null],
    ['declared alone', 40, [], 40],
    ['confirmed alone', null, [[6, false]], 6],
    ['confirmed beside what is declared', 40, [[6, false]], 46],
    ['confirmed, of a work that is declared too', 40, [[6, true]], 40],
    [
      'both',
      40,
      [
        [6, true],
        [3, false],
      ],
      43,
    ],
    ['more confirmed than were ever declared', 4, [[6, true]], 6],
  ] as const)('%s', (_, declared, confirmed, days) => {
    const credits = confirmed.map(([daysOnSet, linked]) => ({ daysOnSet, creditId: linked ? 'x' : null }))
    expect(allDaysOnSet(declared, credits)).toBe(days)
  })
})

test.each([
  ['shown and linked', true, 'declared', []],
  ['linked but not shown', false, 'declared', ['declared']],
  ['shown beside it', true, null, ['declared']],
] as const)('a declared credit, where the confirmed one is %s', (_, shown, creditId, left) => {
  const list = besideConfirmed([{ id: 'declared' }], [{ ...credit, shown, creditId }])
  expect(list.map(({ id }) => id)).toEqual(left)
})

test.each([
  ['public', true, null],
  ['after-acceptance', true, null],
  ['me', true, 'Titre'],
  ['public', false, 'Titre'],
] as const)('read as %s while silence lasts: %s', (viewer, confidential, title) => {
  const shown = presentConfirmed({ ...credit, confidential }, viewer)
  expect(shown).toMatchObject({ title, production: title && 'Films', daysOnSet: 6, confidential })
})
