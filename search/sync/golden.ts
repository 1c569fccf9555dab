import { addDays } from '@repere/db/vocabulary/day.ts'
import { everybody, type Filters } from '../coordinators/filters.ts'
import { searchDayAt } from '../coordinators/query-string.ts'
import type { Engine, Question } from '../engine.ts'
import { createPostgresEngine } from '../postgres/engine.ts'
import { readPeople } from '../postgres/people.ts'
import { firstId, readPublishedAfter } from './documents.ts'
import type { Pass } from './drain.ts'

/** So many people are looked for by their names. */
const namesAsked = 5

/** A few may have changed between the two answers. */
const isNear = (found: number, expected: number) => Math.abs(found - expected) <= expected / 100 + 5

/**
 * Searches a new index as people do, before it takes the place of the one that answers: whole professions, proofs, days
 * in every mode, and people by their names must be found as the tables say. Throws what is not.
 */
export const askGolden = async (pass: Pass, engine: Engine): Promise<void> => {
  const lexicon = await pass.readLexicon()
  const today = searchDayAt(pass.moment)
  const days = [30, 31, 32, 45].map((ahead) => addDays(today, ahead))
  const question = (filters: Partial<Filters>): Question => ({
    filters: { ...everybody, seed: today, ...filters },
    viewer: { seesAllDays: true },
    today,
    moment: pass.moment,
    lexicon,
    offset: 0,
    limit: 20,
    excluded: [],
  })
  const counted = [
    question({}),
    question({ discipline: 'intimacy' }),
    question({ discipline: 'eco-production' }),
    question({ credentialState: 'confirmed' }),
    question({ regions: ['FR-IDF'], languages: ['fr'] }),
    ...(['free', 'optionable', 'some'] as const).map((availability) => question({ days, availability })),
  ]
  const [found, expected] = await Promise.all([
    engine.count(counted),
    createPostgresEngine(pass.db).count(counted),
  ])
  counted.forEach(({ filters }, index) => {
    if (!isNear(found[index] ?? 0, expected[index] ?? 0))
      throw new Error(
        `the new index finds ${found[index]} people for ${JSON.stringify(filters)} and the tables ${expected[index]}: it is not taken`,
      )
  })
  const ids = await readPublishedAfter(pass.db, firstId, namesAsked)
  for (const { id, displayName } of await readPeople(pass.db, ids, [])) {
    const { total, candidates } = await engine.find(question({ q: displayName }))
    if (total <= candidates.length && !candidates.some((one) => one.id === id))
      throw new Error('the new index does not find people by their names: it is not taken')
  }
}
