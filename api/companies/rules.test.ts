import { type CompanyState, companyStates } from '@repere/db/vocabulary/company.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CompanyAct, canCompany, checkRegistration, companyActs } from './rules.ts'

test.each([
  ['FR', '73282932000074', { ok: true, registration: '73282932000074' }],
  ['FR', ' 732 829 320 00074 ', { ok: true, registration: '73282932000074' }],
  ['FR', '732.829.320.00074', { ok: true, registration: '73282932000074' }],
  ['FR', '732\u00a0829\u202f320 00074', { ok: true, registration: '73282932000074' }],
  ['FR', '73282932000075', { ok: false, because: 'siret-checksum' }],
  ['FR', '732829320', { ok: false, because: 'siret-length' }],
  ['FR', '7328293200007A', { ok: false, because: 'siret-length' }],
  ['FR', '00000000000000', { ok: false, because: 'siret-checksum' }],
  // La Poste: the head office obeys Luhn, a branch the sum of digits.
  ['FR', '35600000000048', { ok: true, registration: '35600000000048' }],
  ['FR', '35600000049837', { ok: true, registration: '35600000049837' }],
  ['FR', '35600000049838', { ok: false, because: 'siret-checksum' }],
  ['RE', '73282932000075', { ok: false, because: 'siret-checksum' }],
  ['BE', '0123.456.749', { ok: true, registration: '0123.456.749' }],
  ['GB', '  SC  123456 ', { ok: true, registration: 'SC 123456' }],
  ['DE', 'HR', { ok: false, because: 'registration-length' }],
  ['US', 'x'.repeat(41), { ok: false, because: 'registration-length' }],
])('a registration in %s written "%s"', (country, text, expected) => {
  expect(checkRegistration(country, text)).toEqual(expected)
})

const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''))

/** The last digit that makes Luhn's formula hold, by trying all ten against an independent reading of it. */
const completeByLuhn = (thirteen: string): string => {
  const doubled = (digit: number) => [0, 2, 4, 6, 8, 1, 3, 5, 7, 9][digit] as number
  const holds = (all: string) =>
    [...all].map(Number).reduce((sum, digit, index) => sum + (index % 2 === 0 ? doubled(digit) : digit), 0) %
      10 ===
    0
  return [...'0123456789'].map((last) => thirteen + last).find(holds) as string
}

test('of the ten SIRETs that share thirteen digits exactly one holds, outside La Poste', () => {
  fc.assert(
    fc.property(digits(13), (thirteen) => {
      fc.pre(!thirteen.startsWith('356000000') && !thirteen.startsWith('000000000'))
      const holding = [...'0123456789']
        .map((last) => thirteen + last)
        .filter((siret) => checkRegistration('FR', siret).ok)
      expect(holding).toEqual([completeByLuhn(thirteen)])
    }),
  )
})

test("an establishment of La Poste holds by Luhn's formula or by a digit sum divisible by five", () => {
  fc.assert(
    fc.property(digits(5), (nic) => {
      const siret = `356000000${nic}`
      const bySum = [...siret].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0
      const byLuhn = completeByLuhn(siret.slice(0, 13)) === siret
      expect(checkRegistration('FR', siret).ok).toBe(bySum || byLuhn)
    }),
  )
})

test('swapping two unlike neighbouring digits breaks a SIRET, but for 09 and 90', () => {
  fc.assert(
    fc.property(digits(13), fc.integer({ min: 0, max: 12 }), (thirteen, at) => {
      const siret = completeByLuhn(thirteen)
      const [first, second] = [siret[at] as string, siret[at + 1] as string]
      const swapped = siret.slice(0, at) + second + first + siret.slice(at + 2)
      fc.pre(first !== second && !['09', '90'].includes(first + second))
      fc.pre(![siret, swapped].some((text) => /^(356000000|000000000)/.test(text)))
      expect(checkRegistration('FR', swapped).ok).toBe(false)
    }),
  )
})

describe('what a company can still see and do', () => {
  const table: Record<CompanyAct, Record<CompanyState, boolean>> = {
    search: { unverified: true, verified: true, refused: true, suspended: true },
    'describe-projects': { unverified: true, verified: true, refused: true, suspended: true },
    'read-own-bookings': { unverified: true, verified: true, refused: true, suspended: true },
    'read-reserved': { unverified: false, verified: true, refused: false, suspended: false },
    ask: { unverified: false, verified: true, refused: false, suspended: false },
    'be-accepted': { unverified: true, verified: true, refused: true, suspended: false },
    confirm: { unverified: false, verified: true, refused: false, suspended: false },
    'write-before-acceptance': { unverified: true, verified: true, refused: true, suspended: false },
    'write-after-acceptance': { unverified: true, verified: true, refused: true, suspended: true },
    leave: { unverified: true, verified: true, refused: true, suspended: true },
  }
  for (const act of companyActs)
    test.each(companyStates)(`${act}: %s`, (state) => {
      expect(canCompany(state, act)).toBe(table[act][state])
    })
})
