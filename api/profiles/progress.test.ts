import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { signUp } from '../test/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

describe('progress towards registries', () => {
  test('shows a person how far they are, with what is not known left out', async () => {
    const { client } = await signUp(api, 'coordinator')
    await client.put('/api/me/profile', {
      displayName: 'Inès',
      disciplines: ['intimacy'],
      workingSince: 2025,
    })
    const { items } = (await client.get('/api/me/profile/progress')).body
    expect(items.find(({ code }: { code: string }) => code === 'BECTU-REGISTRY')).toMatchObject({
      nameFr: 'Registre Bectu',
      met: false,
      lines: [
        { measure: 'years', needed: 3, have: 2, missing: 1 },
        { measure: 'credits', needed: 5, have: 0, missing: 5 },
      ],
    })
  })

  test('speaks only of registries of the person’s own profession', async () => {
    const { client } = await signUp(api, 'coordinator')
    await client.put('/api/me/profile', { displayName: 'Noé', disciplines: ['eco-production'] })
    expect((await client.get('/api/me/profile/progress')).body).toEqual({ items: [] })
  })
})
