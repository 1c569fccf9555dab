import { addDays, addMonths } from '@repere/db/vocabulary/day.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { calendar } from '../test/availability.ts'
import { signUp, type TestPerson, testPassword } from '../test/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const path = '/api/me/availability'
const today = '2027-02-01'

/** Lets time pass, and signs in again: sessions do not idle that long. */
const waitDays = async ({ client, email }: TestPerson, days: number) => {
  api.clock.advance({ days })
  await client.post('/api/sessions', { email, password: testPassword })
}

const coordinator = async () => (await signUp(api, 'coordinator')).client

describe('a calendar', () => {
  test('is empty and unknown at first', async () => {
    expect(await (await coordinator()).get(path)).toMatchObject({
      status: 200,
      body: {
        blocks: [],
        weekly: [],
        knownUntil: null,
        confirmedAt: null,
        staleOn: null,
        version: 0,
        undoableAt: null,
      },
    })
  })

  test('comes back as written, confirmed as of now', async () => {
    const client = await coordinator()
    const written = await client.put(path, calendar)
    expect(written).toMatchObject({
      status: 200,
      body: {
        ...calendar,
        blocks: [{ ...calendar.blocks[0], source: 'manual' }, calendar.blocks[1]],
        confirmedAt: testNow.toISOString(),
        staleOn: '2027-03-18',
        version: 1,
      },
    })
    expect((await client.get(path)).body).toEqual(written.body)
  })

  test('is replaced by who read it last, and by nobody else', async () => {
    const client = await coordinator()
    await client.put(path, calendar)
    for (const version of [undefined, 0, 2])
      expect(await client.put(path, { ...calendar, version })).toMatchObject({
        status: 409,
        body: { code: 'calendar-changed' },
      })
    expect((await client.put(path, { blocks: [], weekly: [], version: 1 })).body).toMatchObject({
      blocks: [],
      weekly: [],
      knownUntil: null,
      version: 2,
    })
  })

  test('of several first writes at once keeps one', async () => {
    const client = await coordinator()
    const answers = await Promise.all([1, 2, 3, 4].map(() => client.put(path, calendar)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
  })

  test('keeps imported days when it is replaced', async () => {
    const { client, id } = await signUp(api, 'coordinator')
    await client.put(path, calendar)
    await api.database.db
      .insertInto('availabilityBlock')
      .values(({ selectFrom }) => ({
        coordinatorId: selectFrom('coordinator').select('id').where('accountId', '=', id),
        days: '[2027-05-01,2027-05-02]',
        kind: 'unavailable',
        source: 'ics',
      }))
      .execute()
    const { body } = await client.put(path, { blocks: [], version: 1 })
    expect(body.blocks).toEqual([
      {
        from: '2027-05-01',
        to: '2027-05-02',
        kind: 'unavailable',
        source: 'ics',
        reason: null,
        note: null,
        importedAt: expect.stringMatching(/^20/),
      },
    ])
  })

  const block = { from: '2027-03-08', to: '2027-03-08', kind: 'unavailable' }
  test.each([
    ['a block upside down', { blocks: [{ ...block, to: '2027-03-07' }] }, '/blocks/0/to'],
    ['a block of four years', { blocks: [block, { ...block, to: '2031-03-08' }] }, '/blocks/1/to'],
    [
      'a reason on free days',
      { blocks: [{ ...block, kind: 'available', reason: 'leave' }] },
      '/blocks/0/reason',
    ],
    ['a reason nobody knows', { blocks: [{ ...block, reason: 'illness' }] }, '/blocks/0/reason'],
    ['a day that does not exist', { blocks: [{ ...block, from: '2027-02-29' }] }, '/blocks/0/from'],
    ['an infinite day', { blocks: [{ ...block, to: 'infinity' }] }, '/blocks/0/to'],
    ['an imported block', { blocks: [{ ...block, source: 'ics' }] }, '/blocks/0/source'],
    ['a block of a booking', { blocks: [{ ...block, source: 'booking' }] }, '/blocks/0/source'],
    ['a long note', { blocks: [{ ...block, note: 'x'.repeat(501) }] }, '/blocks/0/note'],
    ['an eighth weekday', { weekly: [{ weekday: 8, rule: 'unavailable' }] }, '/weekly/0/weekday'],
    ['a weekday twice', { weekly: [1, 1].map((weekday) => ({ weekday, rule: 'unavailable' })) }, '/weekly'],
    ['more than 18 months', { knownUntil: addDays(addMonths(today, 18), 1) }, '/knownUntil'],
    ['a confirmation of its own', { confirmedAt: '2027-01-01T00:00:00Z' }, '/confirmedAt'],
  ])('is refused with %s', async (_, more, pointer) => {
    const { status, body } = await (await coordinator()).put(path, { ...calendar, ...more })
    expect(status).toBe(400)
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
  })

  test('of eighteen months to the day is accepted', async () => {
    const knownUntil = addMonths(today, 18)
    expect((await (await coordinator()).put(path, { knownUntil })).body.knownUntil).toBe(knownUntil)
  })
})

describe('"still right"', () => {
  test('moves the confirmation and nothing else', async () => {
    const person = await signUp(api, 'coordinator')
    const { client } = person
    const { body: before } = await client.put(path, calendar)
    await waitDays(person, 40)
    const { status, body } = await client.post(`${path}/confirmation`)
    expect(status).toBe(200)
    const confirmedAt = api.clock.now().toISOString()
    expect(body).toEqual({ ...before, confirmedAt, staleOn: '2027-04-27' })
    api.clock.set(testNow)
  })

  test('may say until when, and then counts as a change', async () => {
    const client = await coordinator()
    await client.put(path, calendar)
    const confirm = (knownUntil: string) => client.post(`${path}/confirmation`, { knownUntil })
    expect((await confirm('2027-12-31')).body).toMatchObject({ version: 1 })
    expect((await confirm('2028-01-31')).body).toMatchObject({ knownUntil: '2028-01-31', version: 2 })
    expect((await client.put(path, { ...calendar, version: 1 })).status).toBe(409)
    expect((await confirm('2029-01-31')).status).toBe(400)
  })

  test('may come before anything was written', async () => {
    const client = await coordinator()
    expect((await client.post(`${path}/confirmation`, {})).body).toMatchObject({
      version: 0,
      knownUntil: null,
    })
    expect((await client.put(path, calendar)).status).toBe(200)
  })
})

describe('the own days', () => {
  test('say what others read, and why', async () => {
    const client = await coordinator()
    await client.put(path, calendar)
    const { body } = await client.get(`${path}/days?from=2027-03-07&to=2027-03-13`)
    expect(body.days).toEqual([
      { date: '2027-03-07', state: 'unavailable', reasons: [{ kind: 'weekly' }] },
      {
        date: '2027-03-08',
        state: 'unavailable',
        reasons: [{ kind: 'block', source: 'manual', reason: 'leave', note: 'congés' }],
      },
      {
        date: '2027-03-09',
        state: 'unavailable',
        reasons: [{ kind: 'block', source: 'manual', reason: 'leave', note: 'congés' }],
      },
      {
        date: '2027-03-10',
        state: 'unavailable',
        reasons: [
          { kind: 'block', source: 'manual', reason: 'leave', note: 'congés' },
          { kind: 'tentative', source: 'travel', reason: null, note: null },
        ],
      },
      {
        date: '2027-03-11',
        state: 'option',
        reasons: [{ kind: 'tentative', source: 'travel', reason: null, note: null }],
      },
      {
        date: '2027-03-12',
        state: 'option',
        reasons: [{ kind: 'tentative', source: 'travel', reason: null, note: null }],
      },
      { date: '2027-03-13', state: 'free', reasons: [] },
    ])
  })

  test('are unknown once the calendar is stale, and beyond what is known', async () => {
    const person = await signUp(api, 'coordinator')
    const { client } = person
    await client.put(path, { ...calendar, knownUntil: '2027-03-20' })
    const stateOf = async (day: string) =>
      (await client.get(`${path}/days?from=${day}&to=${day}`)).body.days[0].state
    expect(await stateOf('2027-03-20')).toBe('free')
    expect(await stateOf('2027-03-22')).toBe('unknown')
    await waitDays(person, 45)
    expect(await stateOf('2027-03-20')).toBe('unknown')
    api.clock.set(testNow)
  })

  test.each([
    ['a window upside down', 'from=2027-03-08&to=2027-03-07', '/query/to'],
    ['more than a year', 'from=2027-03-08&to=2028-03-08', '/query/to'],
    ['no end', 'from=2027-03-08', '/query/to'],
    ['something else', 'from=2027-03-08&to=2027-03-08&coordinator=1', '/query/coordinator'],
  ])('are refused with %s', async (_, query, pointer) => {
    const { status, body } = await (await coordinator()).get(`${path}/days?${query}`)
    expect(status).toBe(400)
    expect(body.errors).toContainEqual(expect.objectContaining({ pointer }))
  })

  test('of a year and a day in a leap year are answered', async () => {
    const { body } = await (await coordinator()).get(`${path}/days?from=2027-03-01&to=2028-02-29`)
    expect(body.days).toHaveLength(366)
  })
})

test('only coordinators have a calendar', async () => {
  const { client: production } = await signUp(api, 'production')
  expect((await api.visitor().put(path, { version: 'x' })).status).toBe(401)
  for (const answer of await Promise.all([
    production.get(path),
    production.put(path, { version: 'x' }),
    production.post(`${path}/confirmation`),
    production.get(`${path}/days`),
  ]))
    expect(answer.status).toBe(403)
})
