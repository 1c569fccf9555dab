import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CredentialFields, findEntryFaults, moveTo, needsCheck, type SpecialismFields } from './rules.ts'

const today = '2027-02-01'
const credential: CredentialFields = {
  list: 'credentials',
  nameFr: 'Titre',
  nameEn: 'Credential',
  disciplines: ['intimacy'],
  kind: 'training',
  issuer: 'École fictive',
  country: 'FR',
  status: 'active',
  since: null,
  validityMonths: null,
  registrationNumber: null,
  factsFr: '',
  facts: '',
  sourceUrl: null,
  confidence: 'check',
  checkedOn: null,
}
const skill: SpecialismFields = {
  list: 'specialisms',
  nameFr: 'Nudité',
  nameEn: 'Nudity',
  discipline: 'intimacy',
}

describe('what a registrar may write', () => {
  test.each([
    ['a credential left in force', 'active', 'active', []],
    ['one no longer issued', 'active', 'ended', []],
    ['one issued again', 'ended', 'active', []],
    ['one left in creation', 'in-creation', 'in-creation', []],
    ['one that leaves its creation by an edit', 'in-creation', 'active', ['status']],
    ['one that goes back into creation', 'active', 'in-creation', ['status']],
  ] as const)('%s', (_, from, to, faults) => {
    const before = { ...credential, status: from }
    expect(findEntryFaults(before, { ...credential, status: to }, today).map(({ at }) => at)).toEqual(faults)
  })

  test('a new credential may be in creation', () => {
    expect(findEntryFaults(undefined, { ...credential, status: 'in-creation' }, today)).toEqual([])
  })

  test.each([
    ['checked without a day', 'check', 'sourced', null, ['checkedOn']],
    ['checked today', 'check', 'sourced', today, []],
    ['checked tomorrow', 'check', 'sourced', '2027-02-02', ['checkedOn']],
    ['sourced before days were kept', 'sourced', 'sourced', null, []],
    ['to be checked again', 'sourced', 'check', null, []],
  ] as const)('a fact %s', (_, from, to, checkedOn, faults) => {
    const before = { ...credential, confidence: from }
    const after = { ...credential, confidence: to, checkedOn }
    expect(findEntryFaults(before, after, today).map(({ at }) => at)).toEqual(faults)
  })

  test('a skill stays with its profession', () => {
    expect(findEntryFaults(skill, { ...skill, discipline: 'eco-production' }, today)).toMatchObject([
      { at: 'discipline' },
    ])
    expect(findEntryFaults(skill, { ...skill, nameFr: 'Nudité partielle' }, today)).toEqual([])
  })

  test('what has no facts needs no check', () => {
    expect([
      needsCheck(credential),
      needsCheck({ ...credential, confidence: 'sourced' }),
      needsCheck(skill),
    ]).toEqual([true, false, false])
  })
})

test('an entry goes to its place, the last one at most, and nobody is lost', () => {
  const someOrder = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(someOrder, fc.nat(11), fc.integer({ min: 1, max: 15 }), (order, at, place) => {
      const id = order[at % order.length] ?? ''
      const moved = moveTo(order, id, place)
      expect([...moved].sort()).toEqual([...order].sort())
      expect(moved.indexOf(id)).toBe(Math.min(place, order.length) - 1)
      const others = (list: string[]) => list.filter((other) => other !== id)
      expect(others(moved)).toEqual(others(order))
    }),
  )
})
