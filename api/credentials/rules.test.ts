import { type CredentialState, credentialStates } from '@repere/db/vocabulary/credential.ts'
import { describe, expect, test } from 'vitest'
import { findDatesFault, isShownToOthers, repeatsRefused } from './rules.ts'

const today = '2027-03-08'

test.each([
  ['nothing known', null, null, undefined],
  ['issued today', today, null, undefined],
  ['issued tomorrow', '2027-03-09', null, { at: 'issuedOn', because: 'issued-in-the-future' }],
  ['over for long', '2020-01-01', '2023-01-01', undefined],
  ['for one day', '2026-01-01', '2026-01-01', undefined],
  [
    'ended before it began',
    '2026-01-02',
    '2026-01-01',
    { at: 'expiresOn', because: 'ends-before-it-begins' },
  ],
  ['an end alone', null, '2030-01-01', undefined],
])('dates: %s', (_, issuedOn, expiresOn, expected) => {
  expect(findDatesFault({ issuedOn, expiresOn }, today)).toEqual(expected)
})

describe('who sees a credential', () => {
  const shown: Record<CredentialState, boolean> = {
    declared: true,
    'document-seen': true,
    confirmed: true,
    expired: true,
    withdrawn: false,
  }
  test.each(credentialStates)('%s', (state) => {
    expect(isShownToOthers({ state, refused: false })).toBe(shown[state])
    expect(isShownToOthers({ state, refused: true })).toBe(false)
  })
})

test('a declaration repeats a refused one only with the same number and dates', () => {
  const refused = { number: '17', issuedOn: '2026-06-30', expiresOn: null }
  expect(repeatsRefused(refused, [])).toBe(false)
  expect(repeatsRefused({ ...refused }, [refused])).toBe(true)
  expect(repeatsRefused({ ...refused, number: '18' }, [refused])).toBe(false)
  expect(repeatsRefused({ ...refused, expiresOn: '2029-06-30' }, [refused])).toBe(false)
})
