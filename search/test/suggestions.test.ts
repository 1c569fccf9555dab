import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSearchOver, type Search } from '../search.ts'
import { quietLog } from './quiet.ts'
import { type Stage, setStage } from './stage.ts'

let stage: Stage
let engines: Record<'meilisearch' | 'postgres', Search>
let leaving: string
beforeAll(async () => {
  stage = await setStage()
  await stage.add({ displayName: 'Aïda Kervella', regions: ['FR-BRE'], headlineFr: 'Avec Jean Moreau' })
  await stage.add({ displayName: 'Jean-Pierre Lœuvre' })
  await stage.add({ displayName: 'Jeanne Kervellec', published: false })
  leaving = await stage.add({ displayName: 'Noé Kerven' })
  await stage.sync.run()
  const { db } = stage.database
  engines = {
    meilisearch: stage.search,
    postgres: createSearchOver({ db, clock: stage.clock, log: quietLog }),
  }
}, 60_000)
afterAll(() => stage.close())

const names = async (search: Search, q: string) =>
  (await search.suggest(q, 'fr')).items.flatMap((item) =>
    item.kind === 'person' ? [item.displayName.map(({ text }) => text).join('')] : [],
  )

describe.each(['meilisearch', 'postgres'] as const)('%s', (engine) => {
  test.each<[typed: string, people: string[]]>([
    ['ker', ['Aïda Kervella', 'Noé Kerven']],
    ['aida k', ['Aïda Kervella']],
    ['kervela', ['Aïda Kervella']],
    ['jean', ['Jean-Pierre Lœuvre']],
    ['loeuv', ['Jean-Pierre Lœuvre']],
    ['bretagne', []],
  ])('people are offered by their names alone: « %s »', async (typed, people) => {
    expect((await names(engines[engine], typed)).sort()).toEqual(people)
  })
})

test('somebody who unpublished is offered no more, by an index that does not know of it yet either', async () => {
  await stage.unpublish(leaving)
  for (const search of Object.values(engines))
    expect(await names(search, 'kerven')).not.toContain('Noé Kerven')
})
