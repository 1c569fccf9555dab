import { importFields, importStates } from '@repere/db/vocabulary/import.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMappingFault, guessMapping, type Mapping } from './mapping-rules.ts'
import { judgeRow } from './row-rules.ts'
import { canCancel, progressOf } from './rules.ts'

describe('columns', () => {
  const cases: [string[], Mapping][] = [
    [
      ['Prénom', 'NOM', 'Adresse électronique', 'Métiers', 'Régions'],
      ['given-name', 'family-name', 'email', 'discipline', 'region'],
    ],
    [
      ['First name', 'Last name', 'E-mail', 'Occupation', 'Location', 'Headline'],
      ['given-name', 'family-name', 'email', 'discipline', 'region', 'headline'],
    ],
    [
      ['Nom', 'Courriel', 'Intitulé', 'Téléphone'],
      ['name', 'email', 'title', null],
    ],
    [
      ['Nom complet', 'Mél', 'Mail pro', ''],
      ['name', 'email', null, null],
    ],
    [
      ['Full name', 'Email address', 'Job title'],
      ['name', 'email', 'discipline'],
    ],
  ]
  test.each(cases)('%j fill %j', (headings, mapping) => {
    expect(guessMapping(headings)).toEqual(mapping)
  })

  test('no guess fills the same thing twice', () => {
    const heading = fc.oneof(fc.constantFrom('nom', 'mail', 'métier', 'région', 'titre', 'name'), fc.string())
    fc.assert(
      fc.property(fc.array(heading, { maxLength: 60 }), (headings) => {
        const mapping = guessMapping(headings)
        expect(findMappingFault(mapping, headings.length)?.because).not.toBe('filled-twice')
        expect(mapping).toHaveLength(headings.length)
      }),
    )
  })
})

const mapping: Mapping = ['name', 'email', 'discipline', 'region', 'title', 'headline']
const judge = (...cells: string[]) => judgeRow(cells, mapping)

describe('lines', () => {
  test('blanks of spreadsheets fall, addresses are compared without case', () => {
    const { listed, problems } = judge('  Ada\u00a0 Essai\n', ' ADA@Example.Test ')
    expect([listed.name, listed.email, problems]).toEqual(['Ada Essai', 'ada@example.test', []])
  })

  test.each([
    ['intimité', ['intimacy']],
    ['Coordination d’intimité', ['intimacy']],
    ['ÉCO-PRODUCTION', ['eco-production']],
    ['écoproduction et intimité', ['intimacy', 'eco-production']],
    ['Green consultant', ['eco-production']],
    ['', []],
  ])('« %s » is the work of %j', (words, disciplines) => {
    const { listed, problems } = judge('Ada', 'a@b.test', words)
    expect([listed.disciplines.toSorted(), problems]).toEqual([disciplines.toSorted(), []])
  })

  test.each([
    ['Bretagne, Normandie', ['FR-BRE', 'FR-NOR']],
    ['PACA / Corse', ['FR-PAC', 'FR-20R']],
    ['ile de france\nBRETAGNE', ['FR-IDF', 'FR-BRE']],
    ['fr-bre;Brittany', ['FR-BRE']],
    ['Provence-Alpes-Côte d’Azur', ['FR-PAC']],
  ])('« %s » are the regions %j', (words, regions) => {
    const { listed, problems } = judge('Ada', 'a@b.test', '', words)
    expect([listed.regions, problems]).toEqual([regions, []])
  })

  test.each([
    [['', 'a@b.test'], 'name-missing', 0],
    [['Ada', ''], 'email-missing', 1],
    [['Ada', 'a@b'], 'email-wrong', 1],
    [['Ada', 'a b@c.test'], 'email-wrong', 1],
    [['Ada', 'a@b.test\r\nbcc: x@y.test'], 'email-wrong', 1],
    [['x'.repeat(81), 'a@b.test'], 'name-too-long', 0],
    [['Ada\u0007', 'a@b.test'], 'text-unreadable', 0],
    [['Ada', 'a@b.test', 'plomberie'], 'discipline-unknown', 2],
    [['Ada', 'a@b.test', '', 'Atlantide'], 'region-unknown', 3],
    [['Ada', 'a@b.test', '', '', 'Coordinatrice certifiée'], 'title-claims-certification', 4],
    [['Ada', 'a@b.test', '', '', 'x'.repeat(81)], 'title-too-long', 4],
    [['Ada', 'a@b.test', '', '', '', 'x'.repeat(161)], 'headline-too-long', 5],
    [['Ada', 'a@b.test', '', '', '', '', 'de trop'], 'too-many-cells', 6],
  ] as const)('%j: %s at %i', (cells, code, column) => {
    expect(judge(...cells).problems).toEqual([{ code, column }])
  })

  test('no cells break the judgement, and a line with nothing against it has a name and an address', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { maxLength: 8 }),
        fc.array(fc.option(fc.constantFrom(...importFields)), { maxLength: 8 }),
        (cells, fills) => {
          const { listed, problems } = judgeRow(cells, fills)
          if (problems.length === 0) expect(listed.name && listed.email.includes('@')).toBe(true)
        },
      ),
    )
  })
})

test('an import may be stopped until it was, and once all is sent only what had not left', () => {
  const may = importStates.map((state) => [state, canCancel(state, 0), canCancel(state, 3)])
  expect(may).toEqual([
    ['draft', true, true],
    ['checking', true, true],
    ['checked', true, true],
    ['sending', true, true],
    ['done', false, true],
    ['cancelled', false, false],
  ])
})

test('progress never passes its end', () => {
  const count = fc.nat(5_000)
  fc.assert(
    fc.property(
      fc.constantFrom(...importStates),
      count,
      count,
      count,
      count,
      (state, ready, problem, skipped, invited) => {
        const rowCount = ready + problem + skipped + invited
        const { done, of } = progressOf(state, {
          rowCount,
          readyCount: ready,
          problemCount: problem,
          skippedCount: skipped,
          invitedCount: invited,
        })
        expect(done).toBeLessThanOrEqual(of)
      },
    ),
  )
})
