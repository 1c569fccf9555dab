import fc from 'fast-check'
import { expect, test } from 'vitest'
import { freeSlug, isProvisional, provisionalSlug, toSlug } from './slug-rules.ts'

test.each([
  ['Maëlle Kervadec', 'maelle-kervadec'],
  ['Inès Quéméneur', 'ines-quemeneur'],
  ["Jeanne d'Arc", 'jeanne-d-arc'],
  ['Jeanne d’Arc', 'jeanne-d-arc'],
  ['Œdipe Cœur', 'oedipe-coeur'],
  ['Æneas Große', 'aeneas-grosse'],
  ['Łukasz Đorđević', 'lukasz-dordevic'],
  ['Søren Åberg', 'soren-aberg'],
  ['Анна Щукина', 'anna-chtchoukina'],
  ['Ελένη Παππά', 'eleni-pappa'],
  ['  Zoé  --  B. ', 'zoe-b'],
  ['愛', 'profil'],
  ['***', 'profil'],
  ['x'.repeat(80), 'x'.repeat(60)],
])('%s lives at /coordinators/%s', (name, slug) => {
  expect(toSlug(name)).toBe(slug)
})

test('every name gives an address the database accepts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 90 }), (name) => {
      expect(toSlug(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      expect(toSlug(name).length).toBeLessThanOrEqual(60)
    }),
  )
})

test('namesakes get a number', () => {
  expect(freeSlug('zoe-b', new Set())).toBe('zoe-b')
  expect(freeSlug('zoe-b', new Set(['zoe-b']))).toBe('zoe-b-2')
  expect(freeSlug('zoe-b', new Set(['zoe-b', 'zoe-b-2', 'zoe-b-3']))).toBe('zoe-b-4')
})

test('a provisional slug is told from one made of a name', () => {
  expect(isProvisional(provisionalSlug('01980000-0000-7000-8000-000000000001'))).toBe(true)
  expect(isProvisional(toSlug('Draft 01980000'))).toBe(false)
})
