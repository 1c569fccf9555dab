import { expect, test } from 'vitest'
import { regionCodes, regions } from './region.ts'

test('whoever is a neighbour of a region has it for a neighbour, and nobody is their own', () => {
  const pairs = regions.flatMap(({ code, neighbours }) =>
    neighbours.map((other: string) => [code, other] as [string, string]),
  )
  const said = new Set(pairs.map((pair) => pair.join(' ')))
  expect(pairs.filter(([one, other]) => one === other || !said.has(`${other} ${one}`))).toEqual([])
  expect(pairs.filter(([, other]) => !regionCodes.some((code) => code === other))).toEqual([])
})

test('every region of the mainland has neighbours, and so has Corsica, across the sea', () => {
  const alone = regions.filter(({ neighbours }) => neighbours.length === 0).map(({ code }) => code)
  expect(alone).toEqual(['FR-973', 'GR', 'MA', 'TN', 'AU', 'ZA'])
})
