import { type CompanyDecision, type CompanyState, companyDecisions } from '@repere/db/vocabulary/company.ts'
import {
  type CredentialDecision,
  credentialDecisions,
  withdrawalCodes,
} from '@repere/db/vocabulary/credential.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canDecideOnCompany,
  checkDecision,
  joinReason,
  judgeCredential,
  judgeEvidence,
  type Standing,
  splitReason,
} from './rules.ts'

const today = '2027-03-08'

const credentialTable: Record<Standing, Record<CredentialDecision, boolean>> = {
  declared: { 'document-seen': true, confirm: true, refuse: true, withdraw: false },
  refused: { 'document-seen': true, confirm: true, refuse: false, withdraw: false },
  'document-seen': { 'document-seen': true, confirm: true, refuse: false, withdraw: true },
  confirmed: { 'document-seen': false, confirm: true, refuse: false, withdraw: true },
  withdrawn: { 'document-seen': true, confirm: true, refuse: false, withdraw: false },
}

const companyTable: Record<CompanyState, Record<CompanyDecision, boolean>> = {
  unverified: { verify: true, refuse: true, suspend: true, restore: false },
  verified: { verify: false, refuse: false, suspend: true, restore: false },
  refused: { verify: true, refuse: false, suspend: true, restore: false },
  suspended: { verify: false, refuse: false, suspend: false, restore: true },
}

describe('what a registrar may decide', () => {
  for (const [standing, row] of Object.entries(credentialTable) as [
    Standing,
    Record<CredentialDecision, boolean>,
  ][])
    test.each(credentialDecisions.map((decision) => [decision, row[decision]] as const))(
      `on a ${standing} credential, %s: %s`,
      (decision, allowed) => {
        const verdict = judgeCredential({ standing, expiresOn: null }, decision, today)
        expect(verdict).toEqual(allowed ? { ok: true } : { ok: false, because: 'decision-not-allowed' })
      },
    )

  for (const [state, row] of Object.entries(companyTable) as [
    CompanyState,
    Record<CompanyDecision, boolean>,
  ][])
    test.each(companyDecisions.map((decision) => [decision, row[decision]] as const))(
      `on a company that is ${state}, %s: %s`,
      (decision, allowed) => {
        expect(canDecideOnCompany(state, decision)).toBe(allowed)
      },
    )
})

test.each([
  ['confirm', '2027-03-07', { ok: false, because: 'credential-ended' }],
  ['document-seen', '2027-03-07', { ok: false, because: 'credential-ended' }],
  ['confirm', '2027-03-08', { ok: true }],
  ['refuse', '2020-01-01', { ok: true }],
] as const)('%s of a document that ended on %s', (decision, expiresOn, expected) => {
  expect(judgeCredential({ standing: 'declared', expiresOn }, decision, today)).toEqual(expected)
})

describe('a decision and the document in place', () => {
  const file = { id: 'the-document', file: {} }
  const deleted = { id: 'the-document', file: null }
  test.each([
    ['an attestation of what was read', 'confirm', '', 'the-document', file, undefined],
    ['an attestation that names no document, where one is', 'confirm', '', null, file, undefined],
    ['an attestation that rests on something else', 'confirm', 'public list', null, undefined, undefined],
    ['an attestation that rests on nothing', 'confirm', '', null, undefined, 'evidence-missing'],
    ['a document seen that is not there', 'document-seen', '', null, undefined, 'evidence-missing'],
    ['an attestation on a document since deleted', 'confirm', '', null, deleted, 'evidence-missing'],
    ['a document replaced meanwhile', 'refuse', 'illegible', 'another', file, 'evidence-changed'],
    ['a document taken back meanwhile', 'confirm', 'seen', 'the-document', undefined, 'evidence-changed'],
    ['a refusal of what was never proven', 'refuse', 'no', null, undefined, undefined],
    ['a withdrawal', 'withdraw', '', null, undefined, undefined],
  ] as const)('%s', (_, decision, reason, read, inPlace, wanted) => {
    expect(judgeEvidence({ decision, reason, read }, inPlace)).toBe(wanted)
  })
})

describe('a decision as it is asked for', () => {
  test.each([
    ['a refusal without a reason', { decision: 'refuse', reason: '' }, 'reason', 'reason-needed'],
    [
      'a withdrawal without a code',
      { decision: 'withdraw', reason: 'seal missing' },
      'code',
      'withdrawal-code-needed',
    ],
    [
      'a withdrawal with a word that only begins like a code',
      { decision: 'withdraw', reason: 'document-falsely' },
      'code',
      'withdrawal-code-needed',
    ],
    [
      'a refusal with a withdrawal code',
      { decision: 'refuse', reason: 'no', code: 'document-false' },
      'code',
      'code-only-for-withdrawal',
    ],
    [
      'a refusal with a validity',
      { decision: 'refuse', reason: 'no', validUntil: '2028-01-01' },
      'validUntil',
      'validity-without-attestation',
    ],
    [
      'a confirmation that ended yesterday',
      { decision: 'confirm', reason: '', validUntil: '2027-03-07' },
      'validUntil',
      'validity-in-the-past',
    ],
  ] as const)('%s is refused', (_, request, at, because) => {
    expect(checkDecision(request, today)).toEqual({ ok: false, at, because })
  })

  test.each([
    [
      'a withdrawal may carry its code in the reason',
      { decision: 'withdraw', reason: 'issuer-withdrew: letter of 2 March' },
      { reason: 'letter of 2 March', code: 'issuer-withdrew', validUntil: null },
    ],
    [
      'or beside it',
      { decision: 'withdraw', reason: 'letter of 2 March', code: 'issuer-withdrew' },
      { reason: 'letter of 2 March', code: 'issuer-withdrew', validUntil: null },
    ],
    [
      'or both',
      { decision: 'withdraw', reason: 'holder-asked', code: 'holder-asked' },
      { reason: '', code: 'holder-asked', validUntil: null },
    ],
    [
      'a confirmation may hold until today',
      { decision: 'confirm', reason: '', validUntil: today },
      { reason: '', code: null, validUntil: today },
    ],
    [
      'and have no known end: none is invented',
      { decision: 'confirm', reason: 'public list', validUntil: null },
      { reason: 'public list', code: null, validUntil: null },
    ],
  ] as const)('%s', (_, request, expected) => {
    expect(checkDecision(request, today)).toEqual({ ok: true, ...expected })
  })

  test('code and reason are told apart again after they were kept as one text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...withdrawalCodes), fc.string(), (code, words) => {
        const text = words.trim()
        expect(splitReason(joinReason(code, text))).toEqual({ code, text })
      }),
    )
  })
})
