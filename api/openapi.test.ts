import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from './test/api.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

test('the committed openapi.json describes exactly what is served', async () => {
  const { body } = await api.visitor().get('/api/openapi.json')
  const committed = JSON.parse(await readFile(new URL('./openapi.json', import.meta.url), 'utf8'))
  expect(body, 'run `npm run openapi` and commit the result').toEqual(committed)
})

test('every route says who may call it', async () => {
  const { body } = await api.visitor().get('/api/openapi.json')
  const operations = Object.values(body.paths).flatMap((path) =>
    Object.values(path as Record<string, Record<string, unknown>>),
  )
  expect(operations.length).toBeGreaterThan(0)
  for (const operation of operations) expect(operation).toHaveProperty('x-access')
})

test('the documentation page loads nothing from elsewhere and runs no inline script', async () => {
  const { status, body, headers } = await api.visitor().get('/api/docs')
  expect(status).toBe(200)
  expect(body).not.toMatch(/(src|href)="https?:/)
  expect(body).not.toMatch(/<script(?![^>]*src=)/)
  expect(headers.get('content-security-policy')).toContain("script-src 'self'")
  for (const asset of ['swagger-ui.css', 'swagger-ui-bundle.js', 'start.js'])
    expect((await api.visitor().get(`/api/docs/${asset}`)).status).toBe(200)
})
