import { addDays } from '@repere/db/vocabulary/day.ts'
import type { Ground } from './ground.ts'
import { createCaller, type Latency, timeEach } from './measure.ts'
import { figure, sayTable } from './table.ts'

const rounds = 60

/** Thirty shoot days over two months: four days of each week, from three weeks ahead. */
const scatteredDays = (today: string): string[] =>
  Array.from({ length: 30 }, (_, index) => addDays(today, 21 + Math.floor(index / 4) * 7 + (index % 4)))

/** What a project may ask, from the widest to the narrowest. */
const projects = [
  { name: 'one discipline, nothing else', regions: [], languages: [] },
  { name: 'two regions and French', regions: ['FR-IDF', 'FR-BRE'], languages: ['fr'] },
] as const

/** From a project of thirty scattered days to people, over HTTP and as a production asks it. */
export const benchMatching = async ({ db }: Ground, apiPort: number): Promise<Latency> => {
  const origin = `http://127.0.0.1:${apiPort}`
  const cookie = await signUp(origin)
  const today = new Date().toISOString().slice(0, 10)
  const measured: { name: string; latency: Latency; met: number }[] = []
  for (const { name, ...needs } of projects) {
    const project = await send(origin, '/api/projects', cookie, {
      title: 'Mesure',
      type: 'series',
      discipline: 'intimacy',
      phases: [{ kind: 'shoot', days: scatteredDays(today) }],
      ...needs,
    })
    const caller = createCaller(origin, { cookie })
    const path = `/api/projects/${project.id}/matches`
    const { met } = JSON.parse(await caller.call(path))
    measured.push({ name, met, latency: await timeEach(() => caller.call(path), rounds) })
    caller.close()
  }
  const { count } = await db
    .selectFrom('coordinator')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  sayTable(
    `GET /api/projects/{id}/matches over 30 scattered days, ${Number(count).toLocaleString('en')} people`,
    ['', 'meet the needs', 'p50 ms', 'p99 ms'],
    measured.map(({ name, met, latency }) => [name, `${met}`, figure(latency.p50), figure(latency.p99)]),
  )
  return measured[0]?.latency ?? { p50: Number.NaN, p99: Number.NaN }
}

/** A production of its own, with a company: answers its session. */
const signUp = async (origin: string): Promise<string> => {
  const response = await post(origin, '/api/accounts', '', {
    email: 'mesure@example.test',
    password: 'une phrase pour mesurer',
    displayName: 'Mesure',
    role: 'production',
    locale: 'fr',
  })
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  await send(origin, '/api/companies', cookie, {
    legalName: 'Mesure fictive',
    country: 'BE',
    registration: 'X-MESURE',
    agreement: 'foreign',
    contactName: 'Mesure',
    contactFunction: 'direction',
    contactPhone: '01 99 00 56 78',
  })
  return cookie
}

const send = async (origin: string, path: string, cookie: string, body: object): Promise<{ id: string }> =>
  (await post(origin, path, cookie, body)).json() as Promise<{ id: string }>

const post = async (origin: string, path: string, cookie: string, body: object): Promise<Response> => {
  const response = await fetch(new URL(path, origin), {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
  return response
}
