import type { JobSheet, SheetSection } from '@repere/db/vocabulary/job-sheet.ts'
import { expect, test } from 'vitest'
import { findSheetFaults } from './rules.ts'

const words = { fr: 'Mots', en: 'Words' }
const today = '2027-02-01'
const section = (more: Partial<SheetSection> = {}): SheetSection => ({
  key: 'law',
  heading: words,
  paragraphs: { fr: ['Un texte.'], en: ['A text.'] },
  list: { fr: [], en: [] },
  rules: [],
  sources: [],
  ...more,
})
const source = (readOn: string | null) => ({ title: words, publisher: words, url: null, readOn })
const rule = (at: number | null) => ({ since: words, says: words, source: at })

const faultsOf = (...sections: SheetSection[]) =>
  findSheetFaults({ title: words, lead: words, sections } satisfies JobSheet, today).map(
    ({ pointer }) => pointer,
  )

test.each([
  ['one section', [section()], []],
  ['two keys', [section(), section({ key: 'work' })], []],
  ['the same key twice', [section(), section()], ['/sheet/sections/1/key']],
  ['a rule with its source', [section({ rules: [rule(0)], sources: [source(null)] })], []],
  ['a rule whose source is not known', [section({ rules: [rule(null)] })], []],
  [
    'a rule that points beyond the sources',
    [section({ rules: [rule(0), rule(1)], sources: [source(null)] })],
    ['/sheet/sections/0/rules/1/source'],
  ],
  ['a source read today', [section({ sources: [source(today)] })], []],
  [
    'a source read tomorrow',
    [section({ sources: [source('2027-02-02')] })],
    ['/sheet/sections/0/sources/0/readOn'],
  ],
] as const)('a sheet with %s', (_, sections, faults) => {
  expect(faultsOf(...sections)).toEqual(faults)
})
