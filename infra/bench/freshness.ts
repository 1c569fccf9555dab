import { createHash } from 'node:crypto'
import type { Ground } from './ground.ts'
import { type Caller, createCaller, type Latency, percentiles } from './measure.ts'
import { figure, sayTable } from './table.ts'

const edits = 100

/** Not counted: the worker looks at the whole index first. */
const before = 5

/** From the commit of an edit until a search finds it, with the worker running as in the product. */
export const benchFreshness = async ({ db }: Ground, apiPort: number): Promise<Latency> => {
  const api = createCaller(`http://127.0.0.1:${apiPort}`)
  const people = await db
    .selectFrom('publishedCoordinator')
    .select('coordinatorId')
    .orderBy('coordinatorId')
    .limit(before + edits)
    .execute()
  const took: number[] = []
  for (const [index, { coordinatorId }] of people.entries()) {
    const word = wordOf(index)
    await db.updateTable('coordinator').set({ headlineFr: word }).where('id', '=', coordinatorId).execute()
    const began = performance.now()
    while (!(await finds(api, word)))
      if (performance.now() - began > 10_000) throw new Error('an edit was never found')
    if (index >= before) took.push(performance.now() - began)
  }
  api.close()
  const latency = percentiles(took)
  sayTable(
    `From an edit until it is found, ${took.length} edits`,
    ['', 'p50 ms', 'p99 ms'],
    [['the worker running', figure(latency.p50), figure(latency.p99)]],
  )
  return latency
}

/** A word that nobody has. */
const wordOf = (index: number): string =>
  createHash('sha256').update(`${index} ${process.pid}`).digest('hex').replace(/\d/g, 'x').slice(0, 24)

const finds = async (api: Caller, word: string): Promise<boolean> => {
  const { total, engine } = JSON.parse(
    await api.call(`/api/coordinators?q=${encodeURIComponent(word)}&perPage=1`),
  )
  return total === 1 && engine === 'meilisearch'
}
