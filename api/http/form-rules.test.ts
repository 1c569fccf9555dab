import { expect, test } from 'vitest'
import { isModestForm } from './form-rules.ts'

const type = 'multipart/form-data; boundary=x'
const part = (name: string, body = '') =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${body}\r\n`
const parts = (count: number) => Array.from({ length: count }, (_, index) => part(`f${index}`)).join('')

test.each([
  ['one file', `${part('file', '%PDF')}--x--\r\n`, type, true],
  ['a quoted boundary', `${part('file')}--x--\r\n`, 'multipart/form-data; boundary="x"', true],
  ['a photograph and its crop', `${parts(5)}--x--\r\n`, type, true],
  ['twelve parts', `${parts(12)}--x--\r\n`, type, true],
  ['thirteen parts', `${parts(13)}--x--\r\n`, type, false],
  ['a heading of many lines', `--x\r\n${'X: y\r\n'.repeat(1_000)}\r\n\r\n--x--`, type, false],
  ['a name that never ends', part('a'.repeat(3_000)), type, false],
  ['a form cut short in its heading', '--x\r\nContent-Dispo', type, false],
  ['a form without a boundary', part('file'), 'multipart/form-data', false],
])('%s', (_, text, contentType, modest) => {
  expect(isModestForm(Buffer.from(text, 'latin1'), contentType)).toBe(modest)
})

test('marks without number are counted no further than the last one allowed', () => {
  const began = performance.now()
  expect(isModestForm(Buffer.from(parts(80_000), 'latin1'), type)).toBe(false)
  expect(performance.now() - began).toBeLessThan(200)
})
