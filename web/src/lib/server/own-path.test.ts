import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test.each(['/', '/me', '/en/projects?page=2#day', '/requests/new?coordinator=a&days=2027-03-05'])(
  '%j is a path of ours',
  (path) => expect(ownPath(path)).toBe(path),
)

test.each([
  '',
  'me',
  '//elsewhere.example',
  '///elsewhere.example',
  '/\\elsewhere.example',
  '\\\\elsewhere.example',
  '/\t/elsewhere.example',
  '/\n/elsewhere.example',
  '/me\r\nset-cookie: a=b',
  '/.//elsewhere.example',
  '/a/..//elsewhere.example',
  'https://elsewhere.example/',
  'javascript:alert(1)',
  null,
  undefined,
])('%j leads nowhere', (path) => expect(ownPath(path)).toBeUndefined())
