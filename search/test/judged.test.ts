import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSearch } from '../create-search.ts'
import type { EngineName } from '../engine.ts'
import type { Search } from '../search.ts'
import { addPeople } from './add-people.ts'
import type { Sketch } from './cast.ts'
import { judgedCast } from './judged/cast.ts'
import { type Kind, queries, type Wanted } from './judged/queries.ts'
import { quietLog } from './quiet.ts'
import { noFilters } from './random-filters.ts'
import { type Stage, setStage } from './stage.ts'

// biome-ignore lint/style/noProcessEnv: the one word that tells the long rounds from the short ones
const seeds = process.env.REPERE_LONG === '1' ? ['2027-01-11', '2027-01-12', 'a'] : ['2027-01-11']
const first = 3

let stage: Stage
let people: Map<string, Sketch>
let engines: Record<EngineName, Search>
beforeAll(async () => {
  stage = await setStage()
  const { db } = stage.database
  people = await addPeople(db, judgedCast(), stage.project)
  await stage.sync.run()
  const postgres = createSearch({ db, engine: 'postgres', clock: stage.clock, log: quietLog })
  engines = { meilisearch: stage.search, postgres }
}, 60_000)
afterAll(() => stage.close())

const isWanted = (person: Sketch, wanted: Wanted): boolean =>
  (!wanted.discipline || person.disciplines.includes(wanted.discipline)) &&
  (!wanted.region || person.regions.some((code) => [wanted.region].flat().includes(code))) &&
  (!wanted.language || person.languages.includes(wanted.language)) &&
  (!wanted.specialism || person.specialisms.some((code) => [wanted.specialism].flat().includes(code))) &&
  (!wanted.credential || person.credentials.some(({ code }) => [wanted.credential].flat().includes(code)))

/** Whether the first three are right. */
const isRight = (shown: readonly Sketch[], right: (typeof queries)[number][2]): boolean => {
  const names = typeof right === 'string' ? [right] : right
  if (Array.isArray(names)) {
    const found = shown.map(({ displayName }) => displayName)
    return names.every((name) => found.includes(name))
  }
  const wanted = right as Wanted
  const exist = [...people.values()].filter((person) => isWanted(person, wanted)).length
  return exist > 0 && shown.filter((person) => isWanted(person, wanted)).length === Math.min(first, exist)
}

/** How often the first three are right, by kind, and what was missed. */
const judge = async (search: Search) => {
  const byKind = new Map<Kind, { right: number; of: number }>()
  const misses: string[] = []
  for (const [kind, q, right] of queries)
    for (const seed of seeds) {
      const { items } = await search.find({ ...noFilters, q, seed, perPage: first }, { seesAllDays: false })
      const shown = items.map(({ slug }) => people.get(slug) as Sketch)
      const tally = byKind.get(kind) ?? { right: 0, of: 0 }
      const good = isRight(shown, right)
      byKind.set(kind, { right: tally.right + (good ? 1 : 0), of: tally.of + 1 })
      if (!good) misses.push(`${kind}: « ${q} » → ${shown.map(({ displayName }) => displayName).join(', ')}`)
    }
  const tallies = [...byKind.values()]
  const sum = (key: 'right' | 'of') => tallies.reduce((total, tally) => total + tally[key], 0)
  return { byKind, misses, share: sum('right') / sum('of') }
}

test('the judged set is large, and every kind is in it', () => {
  expect(queries.length).toBeGreaterThanOrEqual(150)
  expect(new Set(queries.map(([, typed]) => typed)).size).toBe(queries.length)
  expect(people.size).toBeGreaterThanOrEqual(200)
})

describe.each([
  ['meilisearch', 0.95],
  ['postgres', 0.85],
] as const)('%s', (name, bar) => {
  test(`has the right people among the first three in ${bar * 100} of 100 judged searches`, async () => {
    const { byKind, misses, share } = await judge(engines[name])
    const kinds = [...byKind].map(([kind, { right, of }]) => `${kind} ${right}/${of}`)
    console.info(`judged searches, ${name}: ${(100 * share).toFixed(1)} in 100 (${kinds.join(', ')})`)
    expect(share, misses.join('\n')).toBeGreaterThanOrEqual(bar)
  }, 120_000)
})
