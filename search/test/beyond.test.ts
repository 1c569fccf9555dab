import { seedMany } from '@repere/db/seeds/many.ts'
import { daysOf } from '@repere/db/vocabulary/day.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Filters } from '../coordinators/filters.ts'
import { createSearch } from '../create-search.ts'
import type { Search } from '../search.ts'
import { now } from './cast.ts'
import { quietLog } from './quiet.ts'
import { noFilters } from './random-filters.ts'
import { type Stage, setStage } from './stage.ts'

let stage: Stage
let engines: Record<'meilisearch' | 'postgres', Search>
beforeAll(async () => {
  stage = await setStage()
  await seedMany(stage.database.ownerDb, 1_250, { now })
  await stage.sync.run()
  const postgres = createSearch({
    db: stage.database.db,
    engine: 'postgres',
    clock: stage.clock,
    log: quietLog,
  })
  engines = { meilisearch: stage.search, postgres }
}, 120_000)
afterAll(() => stage.close())

const days = daysOf([{ from: '2027-03-08', to: '2027-03-12' }])
const questions: [name: string, filters: Partial<Filters>][] = [
  ['without filters', {}],
  ['by coverage of days', { days, availability: 'any' }],
  ['by name', { sort: 'name' }],
]

/** With 48 a page, one page holds the thousandth match in its middle. */
const perPage = 48

test.each(questions)(
  '%s, pages on both sides of the thousandth match show everybody once',
  async (_, filters) => {
    for (const search of Object.values(engines)) {
      const shown: string[] = []
      let total = 0
      for (let page = 1; (page - 1) * perPage <= total; page += 1) {
        const found = await search.find({ ...noFilters, ...filters, page, perPage }, { seesAllDays: false })
        total = found.total
        shown.push(...found.items.map(({ slug }) => slug))
      }
      expect(total).toBeGreaterThan(1_050)
      expect(shown).toHaveLength(total)
      expect(new Set(shown).size).toBe(total)
    }
  },
  60_000,
)
