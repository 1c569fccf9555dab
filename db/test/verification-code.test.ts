import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readVerificationCode,
  verificationAlphabet,
  verificationLength,
  writeVerificationCode,
} from '../vocabulary/verification-code.ts'

const codes = fc.string({
  unit: fc.constantFrom(...verificationAlphabet),
  minLength: verificationLength,
  maxLength: verificationLength,
})

test('a code says at least sixty bits', () => {
  expect(new Set(verificationAlphabet).size ** verificationLength).toBeGreaterThanOrEqual(2 ** 60)
})

test('what is written is read back, whatever is typed between its signs', () => {
  const gaps = fc.array(fc.constantFrom(' ', '-', '–', '\u00a0', '.', '_', ''), {
    minLength: verificationLength,
    maxLength: verificationLength,
  })
  fc.assert(
    fc.property(codes, gaps, fc.boolean(), (code, between, small) => {
      const typed = [...writeVerificationCode(code)].map((sign, at) => sign + (between[at] ?? '')).join('')
      expect(readVerificationCode(small ? typed.toLowerCase() : typed)).toBe(code)
    }),
  )
})

test.each([
  ['look-alikes', 'oiLu-OIlU-0000', '011V011V0000'],
  ['full-width signs', 'Ｋ７ＱＭ４Ｔ２Ｘ９ＡＢＣ', 'K7QM4T2X9ABC'],
  ['the address of its page', 'https://repere.example/en/verify/K7QM-4T2X-9ABC?x=1', 'K7QM4T2X9ABC'],
])('%s are read as meant', (_, typed, code) => expect(readVerificationCode(typed)).toBe(code))

test.each(['', 'K7QM-4T2X', 'K7QM-4T2X-9ABCD', 'K7QM-4T2X-9AB!', 'K7QM-4T2X-9ABÉ', '\u0000'])(
  '“%s” is no code',
  (typed) => expect(readVerificationCode(typed)).toBeUndefined(),
)
