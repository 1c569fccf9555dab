import { describe, expect, test } from 'vitest'
import { markWords } from './highlights.ts'
import { fold, isNear, toQueryWords, wordsIn } from './words.ts'

test('accents, ligatures, case and apostrophes fold to one', () => {
  expect(fold('Cœur d’Éloïse, ŒUVRE, Æther, Straße')).toBe("coeur d'eloise, oeuvre, aether, strasse")
})

test.each([
  ['coordinateur·rice', ['coordinateur']],
  ['coordinateur·rice·s', ['coordinateur']],
  ['coordinateur.rice', ['coordinateur']],
  ['coordinateur-trice', ['coordinateur']],
  ['coordinateur(trice)', ['coordinateur']],
  ['référent(e)s', ['referent']],
  ['référent·e d’intimité', ['referent', 'd', 'intimite']],
  ['éco-production', ['eco', 'production']],
  ['Jean-Pierre', ['jean', 'pierre']],
  ['peut-être', ['peut', 'etre']],
  ['"-a" OR b:c', ['a', 'or', 'b', 'c']],
])('« %s » is read as %j', (text, words) => {
  expect(wordsIn(text)).toEqual(words)
})

test('small words are dropped, unless there is nothing else', () => {
  expect(toQueryWords('coordinatrice d’intimité à Rennes')).toEqual(['coordinatrice', 'intimite', 'rennes'])
  expect(toQueryWords('de la')).toEqual(['de', 'la'])
  expect(toQueryWords(' -"… ')).toEqual([])
})

test.each([
  ['kervella', 'kervela', 1, true],
  ['kervella', 'kervellla', 1, true],
  ['kervella', 'kerevlla', 1, true],
  ['kervella', 'kerwela', 1, false],
  ['kervella', 'kerwela', 2, true],
  ['kervella', 'lervella', 2, false],
] as const)('%s and %s within %i: %s', (a, b, most, near) => {
  expect(isNear(a, b, most)).toBe(near)
})

describe('highlights', () => {
  test('keep the text as it is, and mark whole words', () => {
    const text = 'Plateau fermé : l’intimité d’Éloïse'
    const runs = markWords(text, ['eloise', 'intim'])
    expect(runs.map((run) => run.text).join('')).toBe(text)
    expect(runs.filter(({ hit }) => hit).map((run) => run.text)).toEqual(['intimité', 'Éloïse'])
  })

  test('treat markup as text', () => {
    expect(markWords('<b>scène</b>', ['scene'])).toEqual([
      { text: '<b>', hit: false },
      { text: 'scène', hit: true },
      { text: '</b>', hit: false },
    ])
  })
})
