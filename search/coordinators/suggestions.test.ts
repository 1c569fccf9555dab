import { describe, expect, test } from 'vitest'
import { createLexicon } from './lexicon.ts'
import { markTyped, type Suggestion, suggestFor, typedWords } from './suggestions.ts'

const lexicon = createLexicon([
  {
    kind: 'credential',
    code: 'IC-SAG-REG',
    names: { fr: 'Registre des coordinations d’intimité', en: 'Registry of intimacy coordinators' },
    texts: [
      'IC-SAG-REG',
      'Registre des coordinations d’intimité',
      'Registry of intimacy coordinators',
      'SAG-AFTRA',
    ],
    offered: true,
  },
  {
    kind: 'specialism',
    code: 'nudity',
    names: { fr: 'nudité', en: 'nudity' },
    texts: ['nudité', 'nudity'],
    offered: true,
  },
  {
    kind: 'specialism',
    code: 'old',
    names: { fr: 'nuances', en: 'nuances' },
    texts: ['nuances'],
    offered: false,
  },
])

const plain = (runs: readonly { text: string; hit: boolean }[]) =>
  runs.map(({ text, hit }) => (hit ? `[${text}]` : text)).join('')

const shown = (item: Suggestion) =>
  item.kind === 'person'
    ? plain(item.displayName)
    : `${item.kind} ${plain(item.name)}${item.via ? ` via ${plain(item.via)}` : ''}`

const offers = (q: string, locale: 'fr' | 'en' = 'fr') => suggestFor(q, locale, lexicon, []).items.map(shown)

describe('values of filters', () => {
  test.each<[typed: string, offered: string[]]>([
    ['breta', ['region [Breta]gne']],
    ['bretgane', ['region [Bretagne]']],
    ['ile de fr', ['region [Île]-de-[Fr]ance']],
    ['pari', ['region Île-de-France via [Pari]s']],
    ['nud', ['specialism [nud]ité']],
    ['nuan', []],
    ['sag', ['credential Registre des coordinations d’intimité via [SAG]-AFTRA']],
    ['x', []],
    ['"-', []],
  ])('« %s » offers %j', (typed, offered) => {
    expect(offers(typed)).toEqual(offered)
  })

  test('are named in the language asked for, and found by the other', () => {
    expect(offers('allemand', 'en')).toEqual(['language German via [allemand]'])
    expect(offers('brit', 'en')).toContain('region [Brit]tany')
  })

  test('a profession is offered by the form of its title that was begun', () => {
    expect(offers('directrice d’int')).toEqual(['discipline [directrice] d’[int]imité'])
    expect(offers('éco-réf')[0]).toBe('discipline [éco]-[réf]érent')
  })

  test('words before those that a value stands for are kept', () => {
    expect(suggestFor('Léa  Kerv breta', 'fr', lexicon, []).rest).toBe('Léa Kerv')
    expect(suggestFor('breta', 'fr', lexicon, []).rest).toBe('')
    expect(suggestFor(`${'zz '.repeat(60)}breta`, 'fr', lexicon, []).items.map(shown)).toEqual([
      'region [Breta]gne',
    ])
  })
})

test('people come before values as near as they, and after nearer ones', () => {
  const person = (slug: string, displayName: string) => ({ slug, displayName, titleForm: 'éco-référent' })
  const { items } = suggestFor('bret', 'fr', lexicon, [
    person('b', 'Anne Bretonneau'),
    person('a', 'Brett Nowak'),
  ])
  expect(items.map(shown)).toEqual([
    '[Bret]t Nowak',
    'region [Bret]agne',
    'language [bret]on',
    'Anne [Bret]onneau',
  ])
  expect(items[0]).toEqual({
    kind: 'person',
    slug: 'a',
    displayName: [
      { text: 'Bret', hit: true },
      { text: 't Nowak', hit: false },
    ],
    titleForm: 'éco-référent',
  })
})

test('marks end where the typing ended, ligatures and accents counted as written', () => {
  expect(plain(markTyped('Cœur d’Éloïse', typedWords('coe eloi')))).toBe('[Cœ]ur d’[Éloï]se')
  expect(plain(markTyped('E\u0301loi\u0308se', typedWords('éloi')))).toBe('[E\u0301loi\u0308]se')
  expect(plain(markTyped('Léa Kervella', typedWords('kervlla')))).toBe('Léa [Kervella]')
})
