import { expect, test } from 'vitest'
import { piecesOf } from './typeset.ts'

const raised = (text: string) => piecesOf(text).filter((_, index) => index % 2 === 1)

test('ordinals are raised, and nothing else that ends like one', () => {
  expect(raised('1re option sur 3 jours, 2e option sur 2, lundi 1er mars')).toEqual(['re', 'e', 'er'])
  expect(raised('5363c871-417e-8fd3-acef-fe66710db065')).toEqual([])
  expect(raised('12e-8f, 8f-12e, 0x1e')).toEqual([])
})

test('the median dot is a piece of its own, and spaces of French punctuation do not break', () => {
  expect(raised('coordinateur·rice d’intimité')).toEqual(['·'])
  expect(piecesOf('« Essai » : oui ; non ?').join('')).toBe(
    '«\u00a0Essai\u00a0»\u00a0: oui\u202f; non\u202f?',
  )
})
