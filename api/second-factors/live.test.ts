import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aRegistrar, signUp, testPassword } from '../test/people.ts'
import { enrol, nextCode, whoIs } from '../test/second-factors.ts'

describe('a registrar of a live registry', () => {
  let live: TestApi
  beforeAll(async () => {
    live = await createTestApi({ env: { NODE_ENV: 'production' } })
  })
  afterAll(() => live.close())

  test('may do nothing but set it up, and then all', async () => {
    const registrar = await aRegistrar(live)
    expect(await whoIs(registrar.client)).toMatchObject({ secondFactor: 'required' })
    for (const path of ['/api/registrar/credentials', '/api/registrar/audit', '/api/me/sessions'])
      expect((await registrar.client.get(path)).body.code, path).toBe('second-factor-required')
    const decided = await registrar.client.post(
      '/api/registrar/companies/01980000-0000-7000-8000-000000000001/decisions',
      { decision: 'verify', reason: 'lu' },
    )
    expect([decided.status, decided.body.code]).toEqual([403, 'second-factor-required'])
    const enrolled = await enrol(live, registrar)
    expect((await registrar.client.get('/api/registrar/credentials')).status).toBe(200)
    const kept = await registrar.client.post('/api/me/second-factor/removal', {
      password: testPassword,
      code: nextCode(live, enrolled),
    })
    expect(kept.body.code).toBe('second-factor-required')
  })

  test('is asked alone: coordinators choose, and the demonstration’s registrar is let in', async () => {
    const coordinator = await signUp(live, 'coordinator')
    expect((await coordinator.client.get('/api/me/credentials')).status).toBe(200)
    const demo = await aRegistrar(live)
    await live.database.ownerDb.updateTable('account').set({ demo: true }).where('id', '=', demo.id).execute()
    expect((await demo.client.get('/api/registrar/credentials')).status).toBe(200)
  })
})
