import { expect, test } from 'vitest'
import { addressHere, inLocale, localeOf, plainPath } from './links.ts'

test.each([
  ['/', '/', '/en'],
  ['/?theme=dark', '/?theme=dark', '/en?theme=dark'],
  ['/en', '/', '/en'],
  ['/en/coordinators?q=a%20b#x', '/coordinators?q=a%20b#x', '/en/coordinators?q=a%20b#x'],
  ['/coordinators', '/coordinators', '/en/coordinators'],
  ['/english', '/english', '/en/english'],
])('%s is %s in French and %s in English', (href, french, english) => {
  expect([inLocale(href, 'fr'), inLocale(href, 'en')]).toEqual([french, english])
  expect(plainPath(href)).toBe(french.split(/[?#]/)[0])
  expect([localeOf(french), localeOf(english)]).toEqual(['fr', 'en'])
})

test.each([
  '/en//elsewhere.example/x',
  '//elsewhere.example/x',
  '/en/\\elsewhere.example/x',
  '///elsewhere.example/x',
])('in neither language does %s lead to another site', (href) => {
  expect(inLocale(href, 'fr')).toBe('/elsewhere.example/x')
  expect(inLocale(href, 'en')).toBe('/en/elsewhere.example/x')
})

test('the frame of a page says its address again, but not the query of one that goes on for ever', () => {
  const at = (query: string) => addressHere(new URL(`https://repere.example/coordinators?q=${query}`))
  expect(at('x')).toBe('/coordinators?q=x')
  expect(at('x'.repeat(2_000))).toBe('/coordinators')
})
