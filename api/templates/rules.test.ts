import { readFile } from 'node:fs/promises'
import { templatePlaceholders, templatePurposes } from '@repere/db/vocabulary/template-purpose.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkTemplate, fillPlaces, findUnknownPlaces, sayDay } from './rules.ts'

describe('the places of a template', () => {
  test.each([
    ['one known', 'Bonjour {person}.', { person: 'Tess' }, 'Bonjour Tess.'],
    ['the same twice', '{person}, {person}', { person: 'Tess' }, 'Tess, Tess'],
    ['not known of this case', 'n° {number}', { number: null }, 'n° non indiqué'],
    ['braces of somebody’s own', '{x} et {', { person: 'Tess' }, '{x} et {'],
    ['nothing to fill', 'Rien.', {}, 'Rien.'],
  ])('%s', (_, text, facts, filled) => {
    expect(fillPlaces(text, facts, 'fr')).toBe(filled)
  })

  test('what stands in a fact is never read as a place', () => {
    expect(fillPlaces('{constructor} {toString}', { person: 'A' }, 'fr')).toBe('{constructor} {toString}')
    expect(fillPlaces('{person}', { person: '{number}', number: '17' }, 'fr')).toBe('{number}')
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, name) => {
        fc.pre(!before.includes('{'))
        expect(fillPlaces(`${before}{person}`, { person: name }, 'en')).toBe(before + name)
      }),
    )
  })

  test('a template about credentials cannot name the company, nor the reverse', () => {
    expect(findUnknownPlaces('credential-refuse', '{person} {company} {today} {company}')).toEqual([
      'company',
    ])
    expect(findUnknownPlaces('company-refuse', '{company} {issuer}')).toEqual(['issuer'])
    for (const place of templatePlaceholders.credential)
      expect(findUnknownPlaces('credential-question', `{${place}}`)).toEqual([])
  })
})

test('a code goes with a withdrawal only', () => {
  const fields = { textFr: 'x', textEn: 'x', withdrawalCode: 'document-false' } as const
  for (const purpose of templatePurposes)
    expect(checkTemplate({ ...fields, purpose })).toHaveLength(purpose === 'credential-withdraw' ? 0 : 1)
})

test('days are said in the language of the reader', () => {
  expect(sayDay('2027-03-08', 'fr')).toBe('8 mars 2027')
  expect(sayDay('2027-03-08', 'en')).toBe('8 March 2027')
  expect(sayDay(null, 'fr')).toBeNull()
})

test('the seeded templates serve every purpose, and name only places that exist', async () => {
  const seeded = JSON.parse(
    await readFile(new URL('../../db/seeds/reason-templates.json', import.meta.url), 'utf8'),
  )
  expect(new Set(seeded.map(({ purpose }: { purpose: string }) => purpose))).toEqual(
    new Set(templatePurposes),
  )
  for (const template of seeded) {
    expect(checkTemplate(template), template.nameEn).toEqual([])
    expect(template.textFr.length, template.nameEn).toBeLessThanOrEqual(400)
  }
})
