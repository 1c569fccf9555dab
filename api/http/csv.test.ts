import fc from 'fast-check'
import { expect, test } from 'vitest'
import { writeCsv } from './csv.ts'

test.each([
  ['=1+1', "'=1+1"],
  ['+33 1', "'+33 1"],
  ['-3', "'-3"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t'=1"],
  ['Bonjour;=1+1', "Bonjour;'=1+1"],
  ['Bonjour\n=1+1', `"Bonjour\n'=1+1"`],
  ['a;-b; c', "a;'-b; c"],
  ['plain', 'plain'],
  ['a,b', '"a,b"'],
  ['say "no"', '"say ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['', ''],
])('%j is written as %j', (value, written) => {
  expect(writeCsv([[value]])).toBe(`\ufeff${written}\r\n`)
})

test('no cell is a formula, whatever it holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab=+-@;,\t\r\n" ') }), (value) => {
      expect(writeCsv([[value]]).slice(1)).not.toMatch(/^"?[=+\-@\t\r](?!\n)/)
      expect(writeCsv([['a', value]])).not.toMatch(/[;\t\r\n][=+\-@]/)
    }),
  )
})
