import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { createTestApi, type TestApi } from './api.ts'
import { fitting, hostileText, spoiled, toJson } from './arbitrary.ts'
import { aCoordinator, aProduction, aProject, aRequest } from './bookings.ts'
import { type Operation, type Parameter, readOperations } from './operations.ts'
import { aRegistrar, type TestPerson, testPassword } from './people.ts'

const long = process.env.REPERE_LONG === '1'
const runs = long ? 1_000 : 30

let api: TestApi
const described = readOperations()
let callers: TestPerson[]
let ids: string[]
beforeAll(async () => {
  api = await createTestApi({ env: { DEMO: '1' } })
  const coordinator = await aCoordinator(api)
  const production = await aProduction(api)
  const registrar = await aRegistrar(api)
  callers = [coordinator, production, registrar]
  const project = await aProject(api, production)
  const booking = await aRequest(production, coordinator, project)
  const { body: credential } = await coordinator.client.post('/api/me/credentials', { code: 'IC-IDC' })
  const { body: companies } = await registrar.client.get('/api/registrar/companies?state=verified')
  const { body: catalogue } = await registrar.client.get('/api/registrar/catalogue')
  ids = [project.id, booking.id, credential.id, companies.items[0].id, catalogue.entries[0].id]
  slugs = [coordinator.slug]
})
afterAll(() => api.close())

let slugs: string[]

/** Refusals that any request may meet; the document says so once, for all. */
const anywhere = ['malformed-json', 'method-not-allowed', 'body-too-large', 'unsupported-media-type']

interface Try {
  caller: number
  path: string
  body: string | undefined
  key: string | undefined
}

const half = <T>(fits: fc.Arbitrary<T>, spoils: fc.Arbitrary<T>) => fc.oneof(fits, spoils)

const pathPart = ({ name }: Parameter) =>
  half<string>(fc.constantFrom(...(name === 'slug' ? slugs : ids)), fc.oneof(hostileText, fc.uuid()))

const queryPart = ({ name, schema, required }: Parameter): fc.Arbitrary<[string, string][]> => {
  const fits = fitting(schema, described.resolve).map((value) => [value].flat().map(String))
  const values = half(fits, fc.array(hostileText, { maxLength: 3 }))
  const pairs = values.map((texts) => texts.map((text): [string, string] => [name, text]))
  return required ? pairs : fc.oneof({ weight: 2, arbitrary: fc.constant<[string, string][]>([]) }, pairs)
}

const pathOf = ({ path, parameters }: Operation): fc.Arbitrary<string> => {
  const inPath = parameters.filter((parameter) => parameter.in === 'path')
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  return fc
    .tuple(
      fc.tuple(...inPath.map(pathPart)),
      fc.tuple(...inQuery.map(queryPart)),
      fc.array(fc.tuple(hostileText, hostileText), { maxLength: 1 }),
    )
    .map(([parts, queries, strange]) => {
      const filled = inPath.reduce(
        (text, { name }, index) => text.replace(`{${name}}`, segment(parts[index] ?? '')),
        path,
      )
      return `${filled}?${new URLSearchParams([...queries.flat(), ...strange])}`
    })
}

/** An empty segment or dots alone would be another address. */
const segment = (text: string) => (/^\.*$/.test(text) ? 'x' : encodeURIComponent(text.toWellFormed()))

const bodyOf = ({ body }: Operation): fc.Arbitrary<string | undefined> => {
  if (!body) return fc.constant(undefined)
  const fits = fitting(body, described.resolve)
  const broken = fits.map((value) => toJson(value).slice(0, -1))
  return fc.oneof(
    { weight: 10, arbitrary: fits.map(toJson) },
    { weight: 9, arbitrary: fits.chain(spoiled).map(toJson) },
    { weight: 1, arbitrary: broken },
  )
}

const tryOf = (operation: Operation): fc.Arbitrary<Try> =>
  fc.record({
    caller: fc.integer({ min: -1, max: 2 }),
    path: pathOf(operation),
    body: bodyOf(operation),
    key: fc.option(half(fc.uuid(), fc.string({ maxLength: 10 })), { nil: undefined }),
  })

const send = ({ method }: Operation, { caller, path, body, key }: Try, cookies: string[]) =>
  api.app.request(path, {
    method,
    headers: {
      origin: api.deps.config.origin,
      ...(caller >= 0 && { cookie: cookies[caller] ?? '' }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(key !== undefined && /^[\x20-\x7e]*$/.test(key) && { 'idempotency-key': key }),
    },
    ...(body !== undefined && { body: new TextEncoder().encode(body) }),
  })

test.each(described.operations)(
  'no input breaks $name: every answer is one the document names, in the shape it names',
  (operation) => fuzz(operation),
  long ? 600_000 : 30_000,
)

const fuzz = async (operation: Operation): Promise<void> => {
  const cookies = await Promise.all(callers.map(signInAnew))
  const shapes = new Map<number, z.ZodType>()
  const property = fc.asyncProperty(tryOf(operation), async (attempt) => {
    const response = await send(operation, attempt, cookies)
    const text = await response.text()
    const { status } = response
    expect(status, text).toBeLessThan(500)
    if (response.headers.get('content-type') === 'application/zip') {
      expect([...operation.answers.keys()]).toContain(status)
      return
    }
    const isJson = /json/.test(response.headers.get('content-type') ?? '')
    const answer = text && (isJson ? JSON.parse(text) : text)
    if (anywhere.includes(answer?.code)) return
    expect([...operation.answers.keys()], `${status} ${text}`).toContain(status)
    const schema = operation.answers.get(status)
    if (!schema) {
      expect(text).toBe('')
      return
    }
    const shape = shapes.get(status) ?? described.toShape(schema)
    shapes.set(status, shape)
    expect(shape.safeParse(answer).error?.issues, `${status} ${text}`).toBeUndefined()
  })
  await fc.assert(property, { numRuns: runs, ...(long ? {} : { seed: 2027 }) })
}

/** What ended a session in an earlier round must not turn the later ones into visitors. */
const signInAnew = async ({ email }: TestPerson): Promise<string> => {
  const client = api.visitor()
  await client.post('/api/sessions', { email, password: testPassword })
  return client.cookie()
}
