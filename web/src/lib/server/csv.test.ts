import { expect, test } from 'vitest'
import { toCsv } from './csv.ts'

test('no cell comes out as a formula, whatever came in', () => {
  const cells = ['=1+1', '+33 1', '-2', '@SUM(A1)', '  =x', '\t=y', '\r=z', 'plain', 'a=b']
  const [line = ''] = toCsv([cells], 'fr').slice(1).split('\r\n"')
  const written = line.split('";"').map((cell) => cell.replaceAll(/^"|"\s*$/g, ''))
  expect(written).toHaveLength(cells.length)
  for (const cell of written) expect(cell).not.toMatch(/^\s*[=+\-@]/)
  expect(written.slice(-2)).toEqual(['plain', 'a=b'])
})

test('nor behind a separator of the other language', () => {
  expect(toCsv([['a', 'b,=1+1']], 'fr')).toBe(`\ufeff"a";"b,'=1+1"\r\n`)
  expect(toCsv([['a', 'b;=1+1']], 'en')).toBe(`\ufeff"a","b;'=1+1"\r\n`)
})

test('quotation marks are doubled, and the separator is that of the language', () => {
  expect(toCsv([['Le « "petit" » studio', 'b;c']], 'fr')).toBe('\ufeff"Le « ""petit"" » studio";"b;c"\r\n')
  expect(toCsv([['a', 'b']], 'en')).toBe('\ufeff"a","b"\r\n')
})
