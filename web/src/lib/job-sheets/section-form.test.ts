import type { SheetSection } from '@repere/api/client.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldAt, readSection, rowsIn, toKey, toValues } from './section-form.ts'
import { isoOf } from './typed.ts'

const words = (text: string) => ({ fr: text, en: `${text} EN` })
const source = (text: string) => ({
  title: words(text),
  publisher: words('Éditeur'),
  url: null,
  readOn: null,
})
const section: SheetSection = {
  key: 'law',
  heading: words('Textes'),
  paragraphs: { fr: ['Un.', 'Deux.'], en: ['One.'] },
  list: { fr: [], en: ['a', 'b'] },
  rules: [
    { since: words('2023'), says: words('Première'), source: 1 },
    { since: words('2024'), says: words('Seconde'), source: null },
  ],
  sources: [source('A'), { ...source('B'), url: 'https://b.example', readOn: '2027-03-14' }],
}

test('a section read back from its own fields is the same', () => {
  const { key: _, ...said } = section
  expect(readSection(toValues(section), isoOf).section).toEqual(said)
})

test('a row that was emptied is left out, and rules keep their source', () => {
  const values = toValues(section)
  for (const name of Object.keys(values)) if (name.startsWith('sources.0.')) values[name] = ' '
  const read = readSection(values, isoOf)
  expect(read.section.sources).toEqual([section.sources[1]])
  expect(read.section.rules.map((rule) => rule.source)).toEqual([0, null])
  expect(read.rows).toEqual({ rules: [0, 1], sources: [1] })
  expect(fieldAt('sources/0/url', read.rows)).toBe('sources.1.url')
})

test('there is always one row more to write in', () => {
  expect([rowsIn(toValues(section), 'rules'), rowsIn({}, 'sources')]).toEqual([3, 1])
})

test.each([
  ['heading/en', 'heading.en'],
  ['paragraphs/fr/3', 'paragraphs.fr'],
  ['list/en/0', 'list.en'],
  ['rules/1/says/en', 'rules.1.says.en'],
  ['rules/0/source', 'rules.0.source'],
])('what is wrong at %s is told at the field %s', (pointer, field) => {
  expect(fieldAt(pointer, { rules: [0, 1], sources: [0] })).toBe(field)
})

test.each([
  ['Quand en parler ?', [], 'quand-en-parler'],
  ['Écoproduction', ['ecoproduction'], 'ecoproduction-2'],
  ['Écoproduction', ['ecoproduction', 'ecoproduction-2'], 'ecoproduction-3'],
  ['…', [], 'section'],
] as const)('the section %j among %j is found at #%s', (heading, taken, key) => {
  expect(toKey(heading, taken)).toBe(key)
})

test('whatever the heading, its key is plain and free', () => {
  fc.assert(
    fc.property(fc.string(), fc.array(fc.constantFrom('section', 'a', 'section-2')), (heading, taken) => {
      const key = toKey(heading, taken)
      expect(key).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
      expect(key.length).toBeLessThanOrEqual(40)
      expect(taken).not.toContain(key)
    }),
  )
})
