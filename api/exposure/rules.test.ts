import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Answered, type Asked, presentSum, sharesOf } from './rules.ts'

const asked: Asked = { q: '', sort: 'relevance', page: 1, regions: [], languages: [], credentials: [] }

type Person = Answered['items'][number]

const somebody = fc.record({
  disciplines: fc.uniqueArray(fc.constantFrom('intimacy', 'eco-production')),
  regions: fc.uniqueArray(fc.constantFrom('FR-BRE', 'FR-IDF', 'FR-20R')),
  languages: fc.uniqueArray(
    fc.constantFrom('fr', 'en').map((code) => ({ code })),
    { selector: (one) => one.code },
  ),
  credentials: fc.array(
    fc.constantFrom('confirmed', 'document-seen', 'declared').map((state) => ({ state })),
  ),
})

const levels = ['declared', 'document-seen', 'confirmed']
const levelOf = ({ credentials }: Person) =>
  Math.max(-1, ...credentials.map(({ state }) => levels.indexOf(state)))

/** The answer a search would give of these people, in this order, with its facets. */
const answer = (people: readonly Person[], perPage: number): Answered => {
  const tally = (valuesOf: (person: Person) => readonly string[]) =>
    [...new Set(people.flatMap(valuesOf))].map((value) => ({
      value,
      count: people.filter((person) => valuesOf(person).includes(value)).length,
    }))
  return {
    items: people.slice(0, perPage),
    total: people.length,
    perPage,
    facets: {
      discipline: tally(({ disciplines }) => disciplines),
      region: tally(({ regions }) => regions),
      language: tally(({ languages }) => languages.map(({ code }) => code)),
      credentialState: tally((person) => levels.filter((_, level) => level <= levelOf(person))),
    },
  }
}

test('what is fair is what all orders give on average: whoever comes first', () => {
  fc.assert(
    fc.property(fc.array(somebody, { minLength: 4, maxLength: 7 }), (people) => {
      // Every rotation puts everybody once in each place.
      const rotations = people.map((_, by) => [...people.slice(by), ...people.slice(0, by)])
      const sums = new Map<string, { places: number; fair: number }>()
      for (const order of rotations)
        for (const { facet, value, ...share } of sharesOf(answer(order, 4), asked)) {
          const sum = sums.get(`${facet}/${value}`) ?? { places: 0, fair: 0 }
          sum.places += share.topPlaces + share.pagePlaces
          sum.fair += share.topFair + share.pageFair
          sums.set(`${facet}/${value}`, sum)
        }
      for (const { places, fair } of sums.values()) expect(places).toBeCloseTo(fair)
    }),
  )
})

test('everybody counts once by their best credential, whoever has none included', () => {
  fc.assert(
    fc.property(fc.array(somebody, { minLength: 4, maxLength: 9 }), (people) => {
      const evidence = sharesOf(answer(people, 3), asked).filter(({ facet }) => facet === 'evidence')
      expect(evidence.reduce((sum, { people: count }) => sum + count, 0)).toBe(people.length)
      expect(evidence.reduce((sum, { topPlaces }) => sum + topPlaces, 0)).toBe(3)
    }),
  )
})

const someone: Person = { disciplines: ['intimacy'], regions: ['FR-BRE'], languages: [], credentials: [] }
const ten = answer(
  Array.from({ length: 10 }, () => someone),
  5,
)

test.each<[why: string, question: Partial<Asked>]>([
  ['words decide', { q: 'zoé' }],
  ['another order was asked for', { sort: 'name' }],
  ['it is not the first page', { page: 2 }],
])('nothing is counted where %s', (_, question) => {
  expect(sharesOf(ten, { ...asked, ...question })).toEqual([])
})

test('nothing is counted where everybody has a place, nor in a facet in which the question chose', () => {
  expect(sharesOf({ ...ten, total: 3, items: ten.items.slice(0, 3) }, asked)).toEqual([])
  const facets = sharesOf(ten, { ...asked, regions: ['FR-BRE'] }).map(({ facet }) => facet)
  expect(facets).toEqual(['discipline', 'evidence'])
  expect(sharesOf({ ...ten, perPage: 10 }, asked).every(({ pageFair }) => pageFair === 0)).toBe(true)
})

test.each([
  [4, 100, true],
  [5, 19, true],
  [5, 20, false],
])('of %i people in %i searches: hidden %s', (people, searches, hidden) => {
  const sum = {
    facet: 'region',
    value: 'FR-BRE',
    topPlaces: 6,
    topFair: 4,
    pagePlaces: 0,
    pageFair: 0,
  } as const
  const { shown } = presentSum({ ...sum, people, searches })
  expect(shown).toEqual(hidden ? null : { searches, top: { places: 6, fair: 4, ratio: 1.5 }, page: null })
})
