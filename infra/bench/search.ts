import { createHash } from 'node:crypto'
import { createSync } from '@repere/search'
import { breakGround, type Ground } from './ground.ts'
import { type Ask, createCaller, percentiles, throughput, timeEach } from './measure.ts'
import { questionsOn } from './questions.ts'
import { figure, sayTable } from './table.ts'

const rounds = 200
const crowds = [1, 8, 32]

/** The figures of search at one size, beside the raw engine's on the same machine in the same minute. */
export const benchSearch = async (people: number): Promise<void> => {
  const ground = await breakGround(people)
  try {
    await benchSync(ground, people)
    const [api, fallback] = [await ground.startApi('meilisearch'), await ground.startApi('postgres')]
    await benchQuestions(ground, people, api.port, fallback.port)
    await benchFreshness(ground, api.port)
    await Promise.all([api.stop(), fallback.stop()])
  } finally {
    await ground.close()
  }
}

const benchSync = async ({ db, meili, seeded }: Ground, people: number) => {
  const log = { info() {}, warn: (_: object, message: string) => console.log(message) }
  const sync = createSync({ db, meili, clock: { now: () => new Date() }, log })
  const timed = async (work: () => Promise<unknown>) => {
    const began = performance.now()
    await work()
    return `${((performance.now() - began) / 1_000).toFixed(1)} s`
  }
  sayTable(
    `The index of ${people.toLocaleString('en')} people`,
    ['', 'took'],
    [
      ['writing them into Postgres', `${seeded.toFixed(1)} s`],
      ['first fill', await timed(sync.run)],
      ['rebuild beside the index that answers, and swap', await timed(sync.rebuild)],
      ['comparing every document with the tables', await timed(sync.reconcile)],
    ],
  )
}

const benchQuestions = async (
  { db, meili }: Ground,
  people: number,
  apiPort: number,
  fallbackPort: number,
) => {
  const raw = createCaller(meili.url, { authorization: `Bearer ${meili.key}`, 'accept-encoding': 'identity' })
  const api = createCaller(`http://127.0.0.1:${apiPort}`)
  const fallback = createCaller(`http://127.0.0.1:${fallbackPort}`)
  for (const question of questionsOn(new Date().toISOString().slice(0, 10))) {
    const ways: [string, Ask][] = [
      ['raw Meilisearch', (variant) => raw.call('/multi-search', question.raw(variant))],
      ['GET /api/coordinators', (variant) => api.call(question.api(variant))],
    ]
    const { naive } = question
    if (naive) {
      ways.push(['… with the fallback engine', (variant) => fallback.call(question.api(variant))])
      ways.push(['naive SQL, ids only', (variant) => naive(db, variant)])
    }
    const rows: string[][] = []
    for (const [name, ask] of ways) {
      const slow = name.startsWith('naive') || name.startsWith('…')
      const { p50, p99 } = await timeEach(ask, slow ? rounds / 4 : rounds)
      const rates: string[] = []
      for (const crowd of crowds) rates.push(figure(await throughput(ask, crowd), 0))
      rows.push([name, figure(p50), figure(p99), ...rates])
    }
    sayTable(
      `${question.name}, ${people.toLocaleString('en')} people`,
      ['', 'p50 ms', 'p99 ms', ...crowds.map((crowd) => `${crowd} clients /s`)],
      rows,
    )
  }
  for (const caller of [raw, api, fallback]) caller.close()
}

/** From the commit of an edit until a search finds it, with the worker running as in the product. */
const benchFreshness = async ({ db, startWorker }: Ground, apiPort: number) => {
  const worker = await startWorker()
  const api = createCaller(`http://127.0.0.1:${apiPort}`)
  const people = await db
    .selectFrom('publishedCoordinator')
    .select('coordinatorId')
    .orderBy('coordinatorId')
    .limit(30)
    .execute()
  const took: number[] = []
  for (const [index, { coordinatorId }] of people.entries()) {
    const word = createHash('sha256')
      .update(`${index} ${process.pid}`)
      .digest('hex')
      .replace(/\d/g, 'x')
      .slice(0, 24)
    await db.updateTable('coordinator').set({ headlineFr: word }).where('id', '=', coordinatorId).execute()
    const began = performance.now()
    while (!(await finds(api, word)))
      if (performance.now() - began > 10_000) throw new Error('an edit was never found')
    took.push(performance.now() - began)
  }
  const { p50, p99 } = percentiles(took)
  sayTable(
    'From an edit until it is found',
    ['', 'p50 ms', 'p99 ms'],
    [['the worker running', figure(p50), figure(p99)]],
  )
  api.close()
  await worker.stop()
}

const finds = async (api: ReturnType<typeof createCaller>, word: string) => {
  const { total, engine } = JSON.parse(
    await api.call(`/api/coordinators?q=${encodeURIComponent(word)}&perPage=1`),
  )
  return total === 1 && engine === 'meilisearch'
}
