import type { Db } from '@repere/db'
import { createTestDatabase, type TestDatabase } from '@repere/db/test/database.ts'
import { liveCredentialStates } from '@repere/db/vocabulary/credential.ts'
import { addDays, type Day } from '@repere/db/vocabulary/day.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findMatches } from '../matches.ts'
import type { Needs } from '../postgres/matching.ts'
import { addPeople } from './add-people.ts'
import {
  createChance,
  now,
  playground,
  randomSketch,
  type Sketch,
  someLanguages,
  someRegions,
} from './cast.ts'
import { dayState, matches } from './oracle.ts'
import { noFilters } from './random-filters.ts'

let database: TestDatabase
let people: Map<string, Sketch>
const chance = createChance(2027)
// biome-ignore lint/style/noProcessEnv: the one word that tells the long rounds from the short ones
const rounds = process.env.REPERE_LONG === '1' ? 400 : 40

beforeAll(async () => {
  database = await createTestDatabase()
  people = await addPeople(
    database.db,
    Array.from({ length: 300 }, () => randomSketch(chance)),
  )
})
afterAll(() => database.drop())

const randomNeeds = (): Needs => ({
  discipline: 'intimacy',
  regions: chance.some(someRegions, 4),
  elsewhere: chance.odds(0.5),
  languages: chance.some(someLanguages, 2),
  ...(chance.odds(0.4) && { credentialState: chance.pick(liveCredentialStates) }),
  schedule: [...Array(45).keys()]
    .filter(() => chance.odds(0.2))
    .map((place) => ({ date: addDays(playground.from, place), remote: chance.odds(0.4) })),
})

/** Whom a project may be shown, and the days each would take: one person and one day after the other. */
const bruteForce = (needs: Needs, viewer: { seesAllDays: boolean }, excluded: readonly string[]) =>
  new Map(
    [...people].flatMap(([id, person]): [string, Day[]][] => {
      const { discipline, credentialState } = needs
      const anywhere = { ...noFilters, discipline, ...(credentialState && { credentialState }) }
      // A question with a day leaves paused people out; that they be free on it is not asked.
      const asked = { ...anywhere, days: [playground.from], availability: 'any' as const }
      if (excluded.includes(id) || !matches(person, asked, viewer)) return []
      if (!needs.languages.every((code) => person.languages.includes(code))) return []
      const isHere = needs.regions.length === 0 || needs.regions.some((code) => person.regions.includes(code))
      if (!isHere && !needs.elsewhere) return []
      const isSeen = viewer.seesAllDays || person.daysVisibility === 'everyone'
      const days = needs.schedule
        .filter(({ date, remote }) => isSeen && (isHere || remote) && dayState(person, date) === 'free')
        .map(({ date }) => date)
      return [[id, days]]
    }),
  )

test(`random projects find the people and days that brute force finds (${rounds} rounds)`, async () => {
  const seen = { all: 0, pairs: 0, alone: 0 }
  for (let round = 0; round < rounds; round += 1) {
    const [needs, viewer] = [randomNeeds(), { seesAllDays: chance.odds(0.5) }]
    const excluded = chance.some([...people.keys()], 40)
    const found = await findMatches(database.db, { needs, viewer, moment: now, excluded, seed: `${round}` })
    const expected = bruteForce(needs, viewer, excluded)
    const of = needs.schedule.length
    const covering = [...expected.values()].filter((days) => of === 0 || days.length > 0)
    expect(found.met).toBe(expected.size)
    expect(found.all.total).toBe(covering.filter((days) => days.length === of).length)
    expect(found.some.total).toBe(covering.filter((days) => days.length < of).length)
    for (const { card, covers } of [...found.all.items, ...found.some.items]) {
      expect(covers).toEqual(expected.get(card.slug))
      expect(card.asked?.filter(({ state }) => state === 'free').map(({ date }) => date)).toEqual(
        expect.arrayContaining(covers),
      )
    }
    const sizes = found.some.items.map(({ covers }) => covers.length)
    expect(sizes).toEqual(sizes.toSorted((a, b) => b - a))

    const pairs = covering.flatMap((a) => covering.map((b) => new Set([...a, ...b]).size))
    const best = Math.max(0, ...pairs)
    const alone = Math.max(0, ...covering.map(({ length }) => length))
    expect(found.pair?.covered).toBe(found.all.total === 0 && best > alone ? best : undefined)
    if (found.pair) {
      const { first, second, secondDays } = found.pair
      expect(secondDays).toEqual(second.covers.filter((day) => !first.covers.includes(day)))
      expect(first.covers.length).toBe(
        Math.max(
          ...covering.flatMap((a) =>
            covering.flatMap((b) => (new Set([...a, ...b]).size === best ? [a.length] : [])),
          ),
        ),
      )
    }
    expect(found.without === null).toBe(covering.length > 0)
    if (found.without) {
      const coversSome = (fewer: Needs) =>
        [...bruteForce(fewer, viewer, excluded).values()].filter((days) => of === 0 || days.length > 0).length
      const { credentialState, ...proofless } = needs
      expect(found.without).toEqual({
        ...(credentialState && { credentialState: coversSome(proofless) }),
        ...(needs.regions.length > 0 && { region: coversSome({ ...needs, regions: [] }) }),
        languages: needs.languages.map((code) => ({
          code,
          count: coversSome({ ...needs, languages: needs.languages.filter((other) => other !== code) }),
        })),
        ...(of > 0 && { days: expected.size }),
      })
    }
    seen.all += found.all.total
    seen.pairs += found.pair ? 1 : 0
    seen.alone += found.without ? 1 : 0
  }
  expect(Math.min(seen.all, seen.pairs, seen.alone)).toBeGreaterThan(0)
})

/** The same database, where something happens each time before a match reads the cards of whom it found. */
const meddled = (db: Db, meddle: () => Promise<unknown>): Db =>
  new Proxy(db, {
    get: (target, key) => {
      const own = Reflect.get(target, key, target)
      if (key !== 'transaction') return typeof own === 'function' ? own.bind(target) : own
      return () => {
        const builder = target.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
        const chain = {
          setIsolationLevel: () => chain,
          setAccessMode: () => chain,
          execute: async (work: Parameters<typeof builder.execute>[0]) => {
            await meddle()
            return builder.execute(work)
          },
        }
        return chain
      }
    },
  })

test('whoever leaves or changes while a match is worked out is in no part of it', async () => {
  const { db } = database
  const needs: Needs = {
    discipline: 'intimacy',
    regions: [],
    elsewhere: false,
    languages: [],
    schedule: [{ date: playground.from, remote: false }],
  }
  const ask = (through: Db) =>
    findMatches(through, { needs, viewer: { seesAllDays: true }, moment: now, excluded: [], seed: 'essai' })
  const slugs = ({ all }: Awaited<ReturnType<typeof ask>>) => all.items.map(({ card }) => card.slug)
  const unpublish = (slug: string | undefined) =>
    db
      .updateTable('coordinator')
      .set({ publishedAt: null })
      .where('slug', '=', slug ?? '')
      .execute()

  const before = await ask(db)
  const [gone] = slugs(before)
  const once = await ask(meddled(db, () => unpublish(gone)))
  expect(slugs(once)).not.toContain(gone)
  expect([once.all.total, once.met]).toEqual([before.all.total - 1, before.met - 1])

  // Somebody else leaves at each attempt: it still ends, without any of them.
  const leaving = slugs(once)
  const left: string[] = []
  const always = await ask(
    meddled(db, async () => {
      const next = leaving.shift()
      if (next === undefined || left.length >= 6) return
      left.push(next)
      await unpublish(next)
    }),
  )
  expect(left.length).toBeGreaterThan(3)
  expect(slugs(always)).not.toEqual(expect.arrayContaining([left[0]]))
  for (const slug of left) expect(slugs(always)).not.toContain(slug)
  expect(always.all.total).toBe(once.all.total - left.length)
})
