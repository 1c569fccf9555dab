import { describe, expect, test } from 'vitest'
import { type Brief, briefChanges } from './brief-lines.ts'

const conditions = {
  prepPaid: false,
  travelPaid: false,
  lodgingPaid: false,
  perDiem: false,
  shadowPlace: false,
}
const eco: Extract<Brief, { obligations: unknown }> = {
  obligations: ['cnc-aid'],
  label: null,
  labelAppliesOn: null,
  tool: null,
  crewSize: 40,
  shootDays: null,
  sites: null,
  scopes: [],
  deliverables: ['action-plan'],
  dates: [],
  conditions,
}

describe('what a wording of a brief changes of the one before', () => {
  test('nothing where nothing changed', () => {
    expect(briefChanges(eco, eco, 'fr')).toEqual([])
  })

  test('what is said otherwise, said for the first time, or no longer said', () => {
    const after: Brief = { ...eco, crewSize: 60, sites: 3, deliverables: [] }
    const changes = briefChanges(eco, after, 'fr')
    expect(changes.map(({ before, after }) => [before, after])).toEqual([
      ['40', '60'],
      ['', '3'],
      ['Plan d’actions', ''],
    ])
  })

  test('a date agreed on, though the back-schedule shows it', () => {
    const after: Brief = { ...eco, dates: [{ deliverable: 'action-plan', day: '2027-03-01' }] }
    expect(briefChanges(eco, after, 'fr')).toEqual([
      { label: 'Plan d’actions', before: '', after: '1er\u00a0mars\u00a02027' },
    ])
  })

  test('what is paid beside the rate', () => {
    const changes = briefChanges(
      eco,
      { ...eco, conditions: { ...conditions, travelPaid: true, perDiem: true } },
      'fr',
    )
    expect(changes.map(({ after }) => after)).toEqual(['voyage payé, défraiement'])
  })
})
