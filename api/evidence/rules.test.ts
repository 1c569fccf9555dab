import { expect, test } from 'vitest'
import { deletedOn, mayChange, type Standing } from './rules.ts'

test.each<[Standing, boolean]>([
  ['declared', true],
  ['refused', true],
  ['document-seen', false],
  ['confirmed', false],
  ['withdrawn', false],
])('the document of a %s credential may be changed: %s', (standing, wanted) => {
  expect(mayChange[standing]).toBe(wanted)
})

const at = (day: string) => new Date(`${day}T10:00:00Z`)

test.each([
  ['waits for its decision', null, null],
  ['was sent after the decision', '2027-01-31', null],
  ['goes ninety days after the decision', '2027-02-01', '2027-05-02'],
  ['goes ninety days after the decision, whenever that was', '2027-11-03', '2028-02-01'],
])('a document of 1 February 2027 %s', (_, decided, wanted) => {
  expect(deletedOn(at('2027-02-01'), decided === null ? null : at(decided))).toBe(wanted)
})
