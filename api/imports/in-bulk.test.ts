import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, freshAddress, type TestApi } from '../test/api.ts'
import { bring, csv, importsDesk, rowCount, tryOut } from '../test/imports.ts'
import { aRegistrar, type TestPerson } from '../test/people.ts'
import { workImports } from './service.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const { get, start } = importsDesk(() => registrar)

test('a worker killed in the middle is taken up where it was: nobody is left out, nobody is invited twice', async () => {
  const people = Array.from({ length: 620 }, (_, n) => [`Personne ${n}`, freshAddress(`kill${n}`)])
  const { body } = await bring(api, registrar, { file: csv(['Nom', 'Courriel'], ...people) })
  await tryOut(registrar, body.id)
  const dying = (after: number) => {
    let calls = 0
    return {
      ...api.deps,
      mailer: {
        ...api.deps.mailer,
        enqueueAll: async (...args: Parameters<typeof api.deps.mailer.enqueueAll>) => {
          calls += 1
          if (calls > after) throw new Error('killed')
          await api.deps.mailer.enqueueAll(...args)
        },
      },
    }
  }
  await workImports(api.deps)
  await start(body.id)
  await expect(workImports(dying(1))).rejects.toThrow('killed')
  expect(await get(body.id)).toMatchObject({ state: 'sending', invited: 250 })
  await expect(workImports(dying(0))).rejects.toThrow('killed')
  await Promise.all([workImports(api.deps), workImports(api.deps)])
  await workImports(api.deps)
  expect(await get(body.id)).toMatchObject({ state: 'done', invited: 620, mails: { queued: 620 } })
})

test('5,000 lines are tried and invited with progress, within 30 seconds, and nobody is public', async () => {
  const { body: before } = await api.visitor().get('/api/coordinators')
  const coordinators = await rowCount(api, 'coordinator')
  const people = Array.from({ length: 5_000 }, (_, n) => [
    `Personne ${n}`,
    `p${n}@liste.example.test`,
    n % 2 ? 'intimité' : 'éco-production',
    'Bretagne, Normandie',
  ])
  const file = csv(['Nom', 'Courriel', 'Métier', 'Régions'], ...people)
  const began = performance.now()
  const { body } = await bring(api, registrar, { file })
  const read = performance.now()
  await tryOut(registrar, body.id)
  await workImports(api.deps)
  expect(await get(body.id)).toMatchObject({ ready: 5_000 })
  const tried = performance.now()
  await start(body.id)
  const working = workImports(api.deps)
  const seen = new Set<number>()
  const watch = (async () => {
    for (let state = 'sending'; state === 'sending'; ) {
      const list = await get(body.id)
      state = list.state
      seen.add(list.progress.done)
    }
  })()
  await Promise.all([working, watch])
  const seconds = (performance.now() - began) / 1_000
  console.log(
    `5,000 lines: read ${((read - began) / 1_000).toFixed(1)} s, tried ${((tried - read) / 1_000).toFixed(1)} s, in all ${seconds.toFixed(1)} s, progress seen ${seen.size} times`,
  )
  expect(await get(body.id)).toMatchObject({ state: 'done', invited: 5_000 })
  expect(seen.size).toBeGreaterThan(2)
  expect(seconds).toBeLessThan(30)
  expect((await api.visitor().get('/api/coordinators')).body.total).toBe(before.total)
  expect(await rowCount(api, 'coordinator')).toBe(coordinators)
}, 60_000)
