import { addAccount, addCoordinator } from '@repere/db/test/arrange.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createClient } from './client.ts'
import { createTestApi, type TestApi, testNow } from './test/api.ts'

let api: TestApi
let asked: string[]
beforeAll(async () => {
  api = await createTestApi()
  const { db } = api.database
  const accountId = await addAccount(db)
  await addCoordinator(db, {
    accountId,
    slug: 'maud-kerlan',
    disciplines: ['intimacy'],
    publishedAt: testNow,
  })
})
afterAll(() => api.close())

const open = () => {
  asked = []
  const through = (input: string | URL | Request, init?: RequestInit) => {
    const request = new Request(input, init)
    asked.push(new URL(request.url).pathname)
    return Promise.resolve(api.app.request(request))
  }
  return createClient('http://localhost:3000', { fetch: through as typeof fetch }).api
}

test('a name in an address reaches the route it was meant for', async () => {
  const response = await open().coordinators[':slug'].$get({ param: { slug: 'maud-kerlan' } })
  expect(response.status).toBe(200)
  expect(asked).toEqual(['/api/coordinators/maud-kerlan'])
})

test.each(['../health', '..', '.', 'x/../maud-kerlan', 'maud-kerlan?x=1', 'maud-kerlan#x', 'maud-kerlan\0'])(
  'the name %j leads to no other route, and to nobody',
  async (slug) => {
    const response = await open().coordinators[':slug'].$get({ param: { slug } })
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(asked[0]).toMatch(/^\/api\/coordinators\/[^/]+$/)
  },
)

test('the id of a write leads to no other route', async () => {
  await open().me.sessions[':id'].$delete({ param: { id: '../../accounts/verification' } })
  expect(asked[0]).toMatch(/^\/api\/me\/sessions\/[^/]+$/)
})
