import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldLines, unfoldLines } from './calendar-lines.ts'

test('what is folded is no longer than the format allows, and unfolds to what it was', () => {
  const line = fc
    .string({ unit: 'grapheme', maxLength: 300 })
    .map((text) => `X:${text.replaceAll(/[\r\n]/g, '')}`)
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const content = lines.join('\r\n')
      const folded = foldLines(content)
      expect(folded.split('\r\n').every((one) => Buffer.byteLength(one) <= 75)).toBe(true)
      expect(unfoldLines(folded)).toBe(content)
    }),
  )
})
