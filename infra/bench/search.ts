import type { Figures, Way } from './figures.ts'
import { benchFilling } from './filling.ts'
import { benchFreshness } from './freshness.ts'
import { breakGround, type Ground } from './ground.ts'
import { benchMatching } from './matching.ts'
import { type Ask, createCaller, type Latency, throughput, timeEach } from './measure.ts'
import { readMemory } from './memory.ts'
import { type Question, questionsOn } from './questions.ts'
import { figure, sayTable } from './table.ts'

const rounds = 200
const crowds = [1, 8, 32]

/** The figures of search at one size, beside the raw engine's on the same machine in the same minute. */
export const benchSearch = async (people: number): Promise<Figures> => {
  const ground = await breakGround(people)
  try {
    const filling = await benchFilling(ground, people)
    const [api, fallback] = [await ground.startApi('meilisearch'), await ground.startApi('postgres')]
    const questions = await benchQuestions(ground, people, api.port, fallback.port)
    const matching = await benchMatching(ground, api.port)
    const worker = await ground.startWorker()
    const freshness = await benchFreshness(ground, api.port)
    sayMemory(people)
    await Promise.all([api.stop(), fallback.stop(), worker.stop()])
    return { people, questions, matching, freshness, ...filling }
  } finally {
    await ground.close()
  }
}

const names: Record<Way, string> = {
  raw: 'raw Meilisearch',
  api: 'GET /api/coordinators',
  fallback: '… with the fallback engine',
  naive: 'naive SQL, ids only',
}

const benchQuestions = async (
  { db, meili }: Ground,
  people: number,
  apiPort: number,
  fallbackPort: number,
): Promise<Figures['questions']> => {
  const raw = createCaller(meili.url, { authorization: `Bearer ${meili.key}` })
  const api = createCaller(`http://127.0.0.1:${apiPort}`)
  const fallback = createCaller(`http://127.0.0.1:${fallbackPort}`)
  const waysOf = (question: Question): Partial<Record<Way, Ask>> => {
    const { naive } = question
    return {
      raw: (variant) => raw.call('/multi-search', question.raw(variant)),
      api: (variant) => api.call(question.api(variant)),
      fallback: (variant) => fallback.call(question.api(variant)),
      ...(naive && { naive: (variant) => naive(db, variant) }),
    }
  }
  const measured: Figures['questions'] = new Map()
  for (const question of questionsOn(new Date().toISOString().slice(0, 10))) {
    const latencies: Partial<Record<Way, Latency>> = {}
    const rows: string[][] = []
    for (const [way, ask] of Object.entries(waysOf(question)) as [Way, Ask][]) {
      const latency = await timeEach(ask, way === 'raw' || way === 'api' ? rounds : rounds / 4)
      const rates: string[] = []
      for (const crowd of crowds) rates.push(figure(await throughput(ask, crowd), 0))
      latencies[way] = latency
      rows.push([names[way], figure(latency.p50), figure(latency.p99), ...rates])
    }
    measured.set(question.name, latencies)
    sayTable(
      `${question.name}, ${people.toLocaleString('en')} people`,
      ['', 'p50 ms', 'p99 ms', ...crowds.map((crowd) => `${crowd} clients /s`)],
      rows,
    )
  }
  for (const caller of [raw, api, fallback]) caller.close()
  return measured
}

const sayMemory = (people: number) => {
  const megabytes = (bytes: number) => figure(bytes / 2 ** 20, 0)
  sayTable(
    `Memory after all this, ${people.toLocaleString('en')} people`,
    ['', 'processes', 'own MB', 'with files and buffers MB'],
    readMemory().map(({ part, processes, own, resident }) => [
      part,
      `${processes}`,
      megabytes(own),
      megabytes(resident),
    ]),
  )
}
