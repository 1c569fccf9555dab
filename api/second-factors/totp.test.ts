import { describe, expect, test } from 'vitest'
import { readCode } from './rules.ts'
import { codeAt, createSecret, findStep, toAddress } from './totp.ts'

/** RFC 6238, appendix B, SHA-1: the secret is the ASCII of 12345678901234567890; six digits are the last of eight. */
const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('a code of the device', () => {
  test.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('is that of the standard at second %s', (seconds, code) => {
    const at = new Date(seconds * 1_000)
    expect(codeAt(secret, at)).toBe(code)
    expect(findStep(secret, code, at)).toBe(Math.floor(seconds / 30))
  })

  test('counts in its own half minute, the one before and the one after, by its own step', () => {
    const now = new Date('2027-02-01T09:00:10Z')
    const step = Math.floor(now.getTime() / 30_000)
    for (const shift of [-1, 0, 1])
      expect(findStep(secret, codeAt(secret, new Date(now.getTime() + shift * 30_000)), now)).toBe(
        step + shift,
      )
    for (const shift of [-2, 2])
      expect(findStep(secret, codeAt(secret, new Date(now.getTime() + shift * 30_000)), now)).toBeUndefined()
  })

  test('comes of a secret of 160 bits, which the address tells the device', () => {
    const made = createSecret()
    expect(made).toMatch(/^[A-Z2-7]{32}$/)
    expect(createSecret()).not.toBe(made)
    const { protocol, searchParams, pathname } = new URL(toAddress(made, 'sacha@example.test'))
    expect([protocol, searchParams.get('secret'), searchParams.get('issuer')]).toEqual([
      'otpauth:',
      made,
      'Repère',
    ])
    expect(decodeURIComponent(pathname)).toContain('sacha@example.test')
  })
})

test.each([
  ['123 456', { kind: 'device', code: '123456' }],
  ['k7qm4-t2x9a', { kind: 'recovery', code: 'K7QM4T2X9A' }],
  ['0ILO7-QM4T2', { kind: 'recovery', code: '01107QM4T2' }],
  ['12345', undefined],
  ['1234567', undefined],
  ['K7QM4T2X9', undefined],
  ['', undefined],
])('“%s” is read as it was meant', (typed, read) => expect(readCode(typed)).toEqual(read))
