import { expect, test } from 'vitest'
import { hasLink, isTold } from './message-rules.ts'

test.each([
  'https://ailleurs.example/x',
  'www.ailleurs.example',
  'mailto:nolwenn',
  'nolwenn@ailleurs.example',
  'retrouvez-moi sur nolwenn-martin.fr',
  'n\uff20ailleurs.example',
  `${'n'.repeat(300)}@ailleurs.example`,
])('%j leads out of the registry', (text) => {
  expect(hasLink(text)).toBe(true)
})

test.each(['Bonjour, à 9 h. Merci', 'scène 12.3, plan 4', 'un tournage @ Rennes', ''])(
  '%j leads nowhere',
  (text) => {
    expect(hasLink(text)).toBe(false)
  },
)

test('a long word costs little, however it is spelt', () => {
  const began = performance.now()
  for (const sign of ['a', 'a-', 'a.', '\u3316', '\u3316-'])
    expect(hasLink(sign.repeat(4_000 / sign.length))).toBe(false)
  expect(performance.now() - began).toBeLessThan(500)
})

const now = new Date('2027-02-01T15:00:00Z')
const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

test.each([
  { unread: 0, toldAt: null, told: true },
  { unread: 0, toldAt: before(0.1), told: true },
  { unread: 1, toldAt: before(0.1), told: false },
  { unread: 9, toldAt: before(5.99), told: false },
  { unread: 1, toldAt: before(6), told: true },
  { unread: 1, toldAt: null, told: true },
])('with $unread unread, last told at $toldAt, a new message is told: $told', ({ told, ...thread }) => {
  expect(isTold({ ...thread, now })).toBe(told)
})
