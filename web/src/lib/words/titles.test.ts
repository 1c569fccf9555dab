import { expect, test } from 'vitest'
import { titleIn } from './titles.ts'

test('a title keeps the form its owner chose, with a capital', () => {
  expect(titleIn('coordinatrice d’intimité', 'fr')).toBe('Coordinatrice d’intimité')
  expect(titleIn('éco-référente', 'fr')).toBe('Éco-référente')
  expect(titleIn('éco-référente', 'en')).toBe('Éco-référente')
})

test('the usual French forms are told in English', () => {
  const forms = [
    'coordinateur·rice d’intimité',
    'coordinatrice ou coordinateur d’intimité',
    'coordonnatrice de l’intimité',
    'Directrice d’intimité',
    'coordinateur d’éco-production',
    'coordinatrice ou coordinateur d’intimité et d’éco-production',
  ]
  expect(forms.map((form) => titleIn(form, 'en'))).toEqual([
    'Intimacy coordinator',
    'Intimacy coordinator',
    'Intimacy coordinator',
    'Intimacy director',
    'Eco-production coordinator',
    'Intimacy and eco-production coordinator',
  ])
})
