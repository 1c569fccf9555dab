import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  anOption,
  aProduction,
  aProject,
  aRequest,
  dayFromNow,
  move,
  type TestCoordinator,
} from '../test/bookings.ts'
import { linesOf, readWithIcalJs, readWithNodeIcal } from '../test/calendars.ts'
import type { TestPerson } from '../test/people.ts'

let api: TestApi
let person: TestCoordinator
let production: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  person = await aCoordinator(api)
  production = await aProduction(api, { legalName: 'Films-Canard fictif' })
})
afterAll(() => api.close())

const path = '/api/me/calendar-feed'
const open = async (choice = {}, who = person): Promise<string> => {
  const { status, body } = await who.client.post(path, choice)
  expect(status).toBe(201)
  return new URL(body.url).pathname
}
const read = (address: string, headers?: Record<string, string>) => api.visitor().get(address, headers)

describe('the secret address', () => {
  test('is 256 bits long, shown once and kept as a hash', async () => {
    const address = await open()
    expect(address).toMatch(/^\/calendars\/[\w-]{43}\.ics$/)
    const [, token = ''] = /([\w-]{43})\.ics/.exec(address) ?? []
    const row = await api.database.ownerDb.selectFrom('calendarFeed').selectAll().executeTakeFirstOrThrow()
    expect(JSON.stringify(row)).not.toContain(token)
    const { body } = await person.client.get(path)
    expect(JSON.stringify(body)).not.toContain(token)
    expect(body.feed).toMatchObject({ options: true, names: false, lastReadAt: null })
  })

  test('leads nowhere once it is renewed or closed, and answers like one that never was', async () => {
    const first = await open()
    const second = await open()
    expect((await read(first)).status).toBe(404)
    expect((await read(second)).status).toBe(200)
    expect((await person.client.delete(path)).status).toBe(204)
    const gone = (await read(second)).body
    const never = (await read(`/calendars/${'x'.repeat(43)}.ics`)).body
    expect({ ...gone, instance: '' }).toEqual({ ...never, instance: '' })
    expect((await read('/calendars/nonsense')).status).toBe(404)
    expect((await person.client.delete(path)).status).toBe(404)
    expect((await person.client.put(path, { names: true })).status).toBe(404)
  })

  test('leads nowhere while its account is suspended', async () => {
    const other = await aCoordinator(api)
    const address = await open({}, other)
    const { ownerDb } = api.database
    await ownerDb.updateTable('account').set({ state: 'suspended' }).where('id', '=', other.id).execute()
    expect((await read(address)).status).toBe(404)
  })

  test('is told in the trail by choices alone', async () => {
    await open({ names: true })
    await person.client.put(path, { options: false })
    const events = await api.database.ownerDb
      .selectFrom('event')
      .select(['kind', 'facts'])
      .where('kind', 'like', 'calendar-feed.%')
      .orderBy('id', 'desc')
      .limit(2)
      .execute()
    expect(events).toEqual([
      { kind: 'calendar-feed.changed', facts: { options: false, names: false } },
      { kind: 'calendar-feed.opened', facts: { options: true, names: true } },
    ])
  })
})

describe('what a program reads there', () => {
  const scattered = () => [dayFromNow(api, 40), dayFromNow(api, 41), dayFromNow(api, 45)]

  test('is holds and bookings, on the same days for every program', async () => {
    const option = await anOption(api, production, person, scattered())
    const firm = await aProject(api, production, { days: [dayFromNow(api, 60)] })
    const asked = await aRequest(production, person, firm, { kind: 'firm' })
    await aRequest(production, person, await aProject(api, production, { days: [dayFromNow(api, 70)] }))
    await move(person, asked.id, 'accept', asked.version)
    const { status, headers, body } = await read(await open())
    expect(status).toBe(200)
    expect(headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    const host = new URL(api.deps.config.origin).hostname
    const expected = {
      [`booking-${option.id}@${host}`]: scattered(),
      [`booking-${asked.id}@${host}`]: [dayFromNow(api, 60)],
    }
    expect(readWithIcalJs(body)).toEqual(expected)
    expect(readWithNodeIcal(body)).toEqual(expected)
    const lines = linesOf(body)
    expect(lines.filter((line) => line.startsWith('STATUS'))).toEqual([
      'STATUS:TENTATIVE',
      'STATUS:CONFIRMED',
    ])
    expect(lines.filter((line) => line.startsWith('SUMMARY'))).toEqual([
      'SUMMARY:Option Repère',
      'SUMMARY:Réservation Repère',
    ])
  })

  test('names productions only if its owner chose so, and no project ever', async () => {
    const address = await open()
    expect((await read(address)).body).not.toContain('Films-Canard')
    await person.client.put(path, { names: true })
    const { body } = await read(address)
    expect(body).toContain('Films-Canard')
    expect(body).not.toMatch(/Nuits blanches|Projet Écume/)
  })

  test('leaves out holds if its owner chose so', async () => {
    const { body } = await read(await open({ options: false }))
    expect(linesOf(body).filter((line) => line.startsWith('STATUS'))).toEqual(['STATUS:CONFIRMED'])
  })

  test('loses a hold when its time is up, worker or not', async () => {
    const address = await open()
    const before = linesOf((await read(address)).body)
    expect(before).toContain('STATUS:TENTATIVE')
    api.clock.advance({ days: 8 })
    expect(linesOf((await read(address)).body)).not.toContain('STATUS:TENTATIVE')
  })

  test('has a tag, and is not sent again until it changes', async () => {
    const address = await open()
    const first = await read(address)
    const tag = first.headers.get('etag') ?? ''
    expect(tag).toMatch(/^"[\w-]{22}"$/)
    expect((await read(address, { 'if-none-match': tag })).status).toBe(304)
    await person.client.put(path, { names: true })
    const changed = await read(address, { 'if-none-match': tag })
    expect([changed.status, changed.headers.get('etag') === tag]).toEqual([200, false])
    expect(first.headers.get('cache-control')).toBe('private, no-cache')
  })

  test('is noted, so that its owner sees whether the address is in use', async () => {
    await read(await open())
    expect((await person.client.get(path)).body.feed.lastReadAt).toBe(api.clock.now().toISOString())
  })
})
