import { dictionary } from '@repere/db'
import { expect, test } from 'vitest'
import { activities } from './activities.ts'
import { toProcessingRecord } from './service.ts'

/** What holds nothing of a person: as its columns say, all of it is kept as long as the registry. */
const isCatalogue = (columns: Record<string, { kept: string }>) =>
  Object.values(columns).every(({ kept }) => kept === 'catalogue')

test('every table with data of people stands in exactly one activity', () => {
  const wanted = Object.entries(dictionary)
    .filter(([, columns]) => !isCatalogue(columns))
    .map(([name]) => name)
  expect(activities.flatMap(({ tables }) => tables).toSorted()).toEqual(wanted.toSorted())
})

test('an activity names its recipients and periods as the tags of its columns do', () => {
  const calendars = toProcessingRecord().find(({ code }) => code === 'calendars')
  expect(calendars?.recipients.toSorted()).toEqual(['everyone', 'owner'])
  expect(calendars?.kept).toEqual(['account'])
  expect(calendars?.tables.find(({ name }) => name === 'availabilityBlock')?.columns).toContainEqual({
    name: 'note',
    purpose: { fr: 'motif privé', en: 'private reason' },
    seenBy: 'owner',
    kept: 'account',
  })
})

test('what a column of an account serves is said in French too', () => {
  const accounts = toProcessingRecord().find(({ code }) => code === 'accounts')
  const purposes = accounts?.tables.flatMap(({ columns }) => columns.map(({ purpose }) => purpose)) ?? []
  expect(purposes.length).toBeGreaterThan(20)
  expect(purposes.filter(({ fr }) => fr === null)).toEqual([])
  expect(purposes.filter(({ fr }) => / [;:?!»]/.test(fr ?? ''))).toEqual([])
})
