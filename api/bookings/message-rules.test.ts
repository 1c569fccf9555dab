import { expect, test } from 'vitest'
import { hasLink } from './message-rules.ts'

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
