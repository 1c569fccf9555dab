import { expect, test } from 'vitest'
import { isForged } from './same-origin.ts'

const ours = 'https://repere.example'
const unsafe = { method: 'POST', site: undefined, origin: undefined, hasCookie: false }

test.each([
  ['a page of ours', { ...unsafe, site: 'same-origin', origin: ours, hasCookie: true }, false],
  ['a program without cookies', unsafe, false],
  ['a program without cookies, saying our origin', { ...unsafe, origin: ours }, false],
  ['a cookie with nothing to say where it comes from', { ...unsafe, hasCookie: true }, true],
  ['a cookie and our origin alone', { ...unsafe, hasCookie: true, origin: ours }, false],
  ['a cookie and same-origin alone', { ...unsafe, hasCookie: true, site: 'same-origin' }, false],
  ['another site', { ...unsafe, site: 'cross-site', origin: ours }, true],
  ['a sibling of our site', { ...unsafe, site: 'same-site', origin: ours }, true],
  ['an address typed by hand', { ...unsafe, site: 'none' }, true],
  ['another origin', { ...unsafe, origin: 'https://repere.example.evil.test' }, true],
  ['an origin kept back', { ...unsafe, origin: 'null', hasCookie: true }, true],
  ['our origin over another scheme', { ...unsafe, origin: 'http://repere.example' }, true],
  [
    'reading, from anywhere',
    { ...unsafe, method: 'GET', site: 'cross-site', origin: 'https://elsewhere.test', hasCookie: true },
    false,
  ],
])('%s', (_, signs, forged) => {
  expect(isForged(signs, ours)).toBe(forged)
})
