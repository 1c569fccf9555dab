import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isTooLarge } from './form-size.ts'

const form = (length: string | null, method = 'POST') =>
  new Request('http://localhost/', {
    method,
    ...(method !== 'GET' && { body: 'a=b' }),
    headers: length === null ? {} : { 'content-length': length },
  })

test.each([
  ['words, short', form('200'), '/sign-in', false],
  ['words, as long as any', form('524288'), '/sign-in', false],
  ['words, longer', form('524289'), '/sign-in', true],
  ['words to nowhere', form('524289'), null, true],
  ['a file where one is taken', form('5300000'), '/me/profile/photo', false],
  ['a file where none is', form('5300000'), '/sign-up', true],
  ['a file too large, of which its page tells', form('6291457'), '/me/credentials', false],
  ['a file that does not say', form(null), '/me/credentials', true],
  ['a form that does not say', form(null), '/sign-in', true],
  ['reading', form(null, 'GET'), '/sign-in', false],
])('%s', (_, request, route, tooLarge) => {
  expect(isTooLarge(request, route)).toBe(tooLarge)
})

const routes = new URL('../../routes/', import.meta.url)

test('every page that reads a file may be sent one', () => {
  const pages = readdirSync(routes, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('+page.server.ts'))
    .filter((path) => /server\/(?:file-form|evidence)\.ts/.test(readFileSync(new URL(path, routes), 'utf8')))
    .map((path) => `/${path.replace('/+page.server.ts', '')}`)
  expect(pages.length).toBeGreaterThan(3)
  expect(pages.filter((route) => isTooLarge(form('4000000'), route))).toEqual([])
})
