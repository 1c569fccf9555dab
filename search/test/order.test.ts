import { daysOf } from '@repere/db/vocabulary/day.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Filters } from '../coordinators/filters.ts'
import { createSearch } from '../create-search.ts'
import type { Search } from '../search.ts'
import { now, sketch } from './cast.ts'
import { quietLog } from './quiet.ts'
import { noFilters } from './random-filters.ts'
import { type Stage, setStage } from './stage.ts'

let stage: Stage
let engines: Record<'meilisearch' | 'postgres', Search>
beforeAll(async () => {
  stage = await setStage()
  const { db } = stage.database
  for (let index = 0; index < 60; index += 1)
    await stage.add({
      displayName: `Égale ${index}`,
      regions: ['FR-BRE'],
      titleForm: 'coordinatrice d’intimité',
    })
  // Who covers 0, 1, 2, 3 of the asked days; in the order of evidence they would stand the other way round.
  for (const covered of [0, 1, 2, 3])
    await stage.add({
      displayName: `Couvre ${covered}`,
      regions: ['FR-20R'],
      blocks: [{ kind: 'unavailable', days: asked.slice(covered) }],
      credentials:
        covered < 2 ? [{ code: 'IC-IDC', decision: 'confirm', validUntil: null, expiresOn: null }] : [],
    })
  for (const [displayName, days] of [
    ['Zoé', 2],
    ['Émile', 30],
    ['eva', 10],
    ['Étienne', 0],
  ] as const)
    await stage.add({ displayName, regions: ['FR-971'], confirmedAt: new Date(now.getTime() - days * 864e5) })
  await stage.sync.run()
  const postgres = createSearch({ db, engine: 'postgres', clock: stage.clock, log: quietLog })
  engines = { meilisearch: stage.search, postgres }
}, 60_000)
afterAll(() => stage.close())

const asked = daysOf([{ from: '2027-03-08', to: '2027-03-10' }])

const names = async (search: Search, filters: Partial<Filters>) => {
  const { items } = await search.find({ ...noFilters, ...filters }, { seesAllDays: false })
  return items.map(({ displayName }) => displayName)
}

const allPages = async (search: Search, filters: Partial<Filters>) => {
  const pages: string[] = []
  for (let page = 1; page <= 7; page += 1)
    pages.push(...(await names(search, { ...filters, page, perPage: 10 })))
  return pages
}

describe.each(['meilisearch', 'postgres'] as const)('%s', (name) => {
  test('pages under one seed show everybody once, in one order', async () => {
    const first = await allPages(engines[name], { regions: ['FR-BRE'], seed: 'a' })
    expect(new Set(first).size).toBe(60)
    expect(first).toHaveLength(60)
    expect(await allPages(engines[name], { regions: ['FR-BRE'], seed: 'a' })).toEqual(first)
    expect(await allPages(engines[name], { regions: ['FR-BRE'], seed: 'b' })).not.toEqual(first)
  })

  test('the same seed gives the same order in the other engine', async () => {
    const query = { regions: ['FR-BRE'] as Filters['regions'], seed: '2027-01-11', perPage: 50 }
    expect(await names(engines[name], query)).toEqual(await names(engines.postgres, query))
  })

  test('people who match the words alike take turns, too', async () => {
    const query = { q: 'coordinatrice d’intimité', regions: ['FR-BRE'] as Filters['regions'], perPage: 3 }
    const tops = new Set<string>()
    for (let seed = 0; seed < 12; seed += 1)
      for (const one of await names(engines[name], { ...query, seed: `${seed}` })) tops.add(one)
    expect(tops.size).toBeGreaterThan(15)
  })

  test.each(['some', 'any'] as const)(
    'with %s, whoever covers most days comes first',
    async (availability) => {
      const found = await names(engines[name], { regions: ['FR-20R'], days: asked, availability })
      expect(found).toEqual([
        'Couvre 3',
        'Couvre 2',
        'Couvre 1',
        ...(availability === 'any' ? ['Couvre 0'] : []),
      ])
    },
  )

  test('by name, as a French list orders them', async () => {
    expect(await names(engines[name], { regions: ['FR-971'], sort: 'name' })).toEqual([
      'Émile',
      'Étienne',
      'eva',
      'Zoé',
    ])
  })

  test('by freshness, the calendar confirmed last first', async () => {
    const found = await names(engines[name], { regions: ['FR-971'], sort: 'freshness' })
    expect(found).toEqual(['Étienne', 'Zoé', 'eva', 'Émile'])
  })

  test('a page behind the last is empty, and says how many there are', async () => {
    const filters = { ...noFilters, regions: ['FR-971'] as Filters['regions'] }
    for (const page of [3, 500, 100_000]) {
      const found = await engines[name].find({ ...filters, page }, { seesAllDays: false })
      expect([found.total, found.items]).toEqual([4, []])
    }
  })
})

test('a pause with a last day is over the day after, where the person lives', async () => {
  for (const [displayName, timeZone, pausedUntil] of [
    ['Encore', 'Europe/Paris', '2027-01-11'],
    ['De retour', 'Europe/Paris', '2027-01-10'],
    // There it is the 11th at 23 o'clock already; a day behind, still the 10th.
    ['En avance', 'Pacific/Kiritimati', '2027-01-10'],
    ['En retard', 'Pacific/Pago_Pago', '2027-01-10'],
  ] as const)
    await stage.add({ ...sketch(), displayName, timeZone, pausedUntil, regions: ['FR-973'], paused: true })
  await stage.sync.run()
  for (const search of Object.values(engines)) {
    const found = await names(search, { regions: ['FR-973'], days: asked, availability: 'any' })
    expect([...found].sort()).toEqual(['De retour', 'En avance'])
  }
})

test('paused people are found and marked without days, and in no search with days', async () => {
  await stage.add({ ...sketch(), displayName: 'En pause', regions: ['FR-972'], paused: true })
  await stage.sync.run()
  for (const search of Object.values(engines)) {
    const found = await search.find({ ...noFilters, regions: ['FR-972'] }, { seesAllDays: true })
    expect(found.items.map(({ displayName, paused }) => [displayName, paused])).toEqual([['En pause', true]])
    for (const availability of ['free', 'optionable', 'some', 'any'] as const)
      expect(await names(search, { regions: ['FR-972'], days: asked, availability })).toEqual([])
  }
})
