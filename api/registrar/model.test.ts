import fc from 'fast-check'
import { afterAll, beforeAll, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { commands, type Real, stayIn } from '../test/badge-commands.ts'
import { begin } from '../test/badge-model.ts'
import { aCoordinator } from '../test/bookings.ts'
import { aRegistrar, signUp, type TestPerson } from '../test/people.ts'

const isLong = process.env.REPERE_LONG === '1'
const runs = isLong ? 1_000 : 50

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

let stories = 0
const aStory = async (): Promise<Real> => {
  stories += 1
  api.clock.set(testNow)
  // More than one address may sign up in an hour; and nobody of an earlier story is left in the results.
  await api.database.ownerDb.deleteFrom('rateLimit').execute()
  await api.database.ownerDb.updateTable('coordinator').set({ publishedAt: null }).execute()
  const coordinator = await aCoordinator(api)
  await coordinator.client.put('/api/me/profile', {
    displayName: 'Solène d’Arvigny',
    disciplines: ['intimacy'],
    regions: ['FR-BRE'],
    languages: [{ code: 'fr', level: 'native' }],
    pronouns: 'elle',
    visibility: { pronouns: 'verified-productions' },
  })
  const production = await signUp(api, 'production')
  const address = `198.51.${stories >> 8}.${stories & 255}`
  const real = {
    api,
    registrar,
    coordinator,
    production,
    credentialId: '',
    companyId: '',
    codes: new Map(),
    address,
  }
  await stayIn(real)
  return real
}

test(`a badge shows what was decided and still holds, and nothing else, ${runs} stories long`, {
  timeout: 60_000 + runs * 12_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (story) => {
      const real = await aStory()
      await fc.asyncModelRun(() => ({ model: begin(), real }), story)
    }),
    { numRuns: runs, endOnFailure: !isLong },
  )
})
