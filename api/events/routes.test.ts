import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aRegistrar, signUp, type TestPerson } from '../test/people.ts'
import { recordAll, sealTrail } from './service.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const write = (kind: string, count: number, { id = randomUUID() as string, at = api.clock.now() } = {}) =>
  api.database.db.transaction().execute((trx) =>
    recordAll(
      trx,
      Array.from({ length: count }, (_, number) => ({
        actor: 'clock' as const,
        kind,
        subject: { kind: 'booking', id },
        facts: { number },
        at,
      })),
    ),
  )

const read = async (query: Record<string, string>) =>
  (await registrar.client.get(`/api/registrar/audit?${new URLSearchParams(query)}`)).body

describe('searching the trail', () => {
  test('by kind, by subject, by who did it, together or alone', async () => {
    const person = await signUp(api, 'coordinator')
    const byPerson = await read({ actor: person.id })
    expect(byPerson.items.map(({ kind }: { kind: string }) => kind)).toEqual([
      'account.verified',
      'account.created',
    ])
    expect(await read({ actor: person.id, kind: 'account.verified' })).toMatchObject({ total: 1 })
    expect(await read({ subject: person.id, subjectKind: 'account' })).toMatchObject({ total: 2 })
    expect(await read({ subject: person.id, subjectKind: 'booking' })).toMatchObject({ total: 0, next: null })
  })

  test('by days as they are counted in Paris, both included', async () => {
    const kind = 'test.days'
    for (const at of [
      '2026-07-01T21:59:59Z',
      '2026-07-01T22:00:00Z',
      '2026-07-03T21:59:59Z',
      '2026-07-03T22:00:00Z',
    ])
      await write(kind, 1, { at: new Date(at) })
    expect(await read({ kind, from: '2026-07-02', to: '2026-07-03' })).toMatchObject({ total: 2 })
    expect(await read({ kind, from: '2026-07-02' })).toMatchObject({ total: 3 })
    expect(await read({ kind, to: '2026-07-01' })).toMatchObject({ total: 1 })
  })

  test('page after page meets each line once, whatever is written meanwhile', async () => {
    const kind = 'test.pages'
    await write(kind, 45)
    const met: number[] = []
    let before: number | null = null
    for (;;) {
      const page = await read({ kind, perPage: '20', ...(before !== null && { before: String(before) }) })
      met.push(...page.items.map(({ facts }: { facts: { number: number } }) => facts.number))
      await write(kind, 3, { id: randomUUID() })
      before = page.next
      if (before === null) break
    }
    expect(met).toEqual(Array.from({ length: 45 }, (_, index) => 44 - index))
  })

  test('says of each line whether it is sealed, and how many wait', async () => {
    const kind = 'test.seals'
    await write(kind, 2)
    await sealTrail(api.deps)
    await write(kind, 1)
    const { items, seals } = await read({ kind })
    expect(items.map(({ sealed }: { sealed: boolean }) => sealed)).toEqual([false, true, true])
    expect(seals).toEqual({ through: items[1].id, waiting: 1 })
  })
})

describe('a copy of the trail', () => {
  test('holds the lines that match, is a file, and is kept in the trail', async () => {
    const id = randomUUID()
    await write('test.copied', 3, { id })
    const { status, headers, body } = await registrar.client.get(`/api/registrar/audit.csv?subject=${id}`)
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(headers.get('content-disposition')).toBe('attachment; filename="audit.csv"')
    const lines = String(body)
      .replace(/^\ufeff/, '')
      .trim()
      .split('\r\n')
    expect(lines[0]).toBe('id,at,kind,actorRole,actorId,subjectKind,subjectId,facts')
    expect(lines.slice(1)).toHaveLength(3)
    expect(lines[1]).toContain(`,test.copied,clock,,booking,${id},"{""number"": 2}"`.replace(': ', ':'))
    const { items } = await read({ kind: 'trail.exported', actor: registrar.id })
    expect(items[0].facts).toEqual({ lines: 3, filters: ['subjectId'] })
  })

  test('is for registrars alone', async () => {
    const { client } = await signUp(api, 'production')
    expect((await client.get('/api/registrar/audit.csv')).body.code).toBe('wrong-role')
  })
})
