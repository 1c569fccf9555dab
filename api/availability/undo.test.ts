import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { calendar } from '../test/availability.ts'
import { signUp } from '../test/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const path = '/api/me/availability'
const coordinator = async () => (await signUp(api, 'coordinator')).client

describe('the last change', () => {
  const read = async (client: Awaited<ReturnType<typeof coordinator>>) => (await client.get(path)).body
  const undo = (client: Awaited<ReturnType<typeof coordinator>>, version: number) =>
    client.post(`${path}/undo`, { version })
  const wordsOf = ({ blocks, weekly, knownUntil }: Record<string, unknown>) => ({
    blocks,
    weekly,
    knownUntil,
  })

  test('is taken back with notes, reasons, pattern and known-until, and brought back by doing so again', async () => {
    const client = await coordinator()
    const first = (await client.put(path, calendar)).body
    const second = (await client.put(path, { blocks: [], weekly: [], version: 1 })).body
    expect(second).toMatchObject({ version: 2, undoableAt: testNow.toISOString() })
    const back = (await undo(client, 2)).body
    expect(wordsOf(back)).toEqual(wordsOf(first))
    expect(back.version).toBe(3)
    expect(wordsOf((await undo(client, 3)).body)).toEqual(wordsOf(second))
  })

  test('of somebody who had written nothing leaves nothing', async () => {
    const client = await coordinator()
    await client.put(path, calendar)
    expect((await undo(client, 1)).body).toMatchObject({
      blocks: [],
      weekly: [],
      knownUntil: null,
      version: 2,
    })
  })

  test('can be a new known-until', async () => {
    const client = await coordinator()
    await client.put(path, calendar)
    await client.post(`${path}/confirmation`, { knownUntil: '2028-01-31' })
    expect((await undo(client, 2)).body).toMatchObject({ knownUntil: '2027-12-31' })
  })

  test('stays within reach of who says that all is still right', async () => {
    const client = await coordinator()
    await client.put(path, calendar)
    await client.post(`${path}/confirmation`, {})
    expect(await read(client)).toMatchObject({ version: 1, undoableAt: testNow.toISOString() })
  })

  test('is not the one that was seen when another came in between', async () => {
    const client = await coordinator()
    await client.put(path, calendar)
    await client.put(path, { ...calendar, blocks: [], version: 1 })
    expect(await undo(client, 1)).toMatchObject({ status: 409, body: { code: 'calendar-changed' } })
    expect((await read(client)).blocks).toEqual([])
  })

  test('is none before the first', async () => {
    const client = await coordinator()
    expect(await undo(client, 1)).toMatchObject({ status: 409, body: { code: 'calendar-changed' } })
    expect((await undo(client, 0)).status).toBe(400)
  })

  test('cannot be brought back once it is forgotten', async () => {
    const { client, id } = await signUp(api, 'coordinator')
    await client.put(path, calendar)
    await api.database.ownerDb
      .deleteFrom('calendarPrevious')
      .where('coordinatorId', '=', ({ selectFrom }) =>
        selectFrom('coordinator').select('id').where('accountId', '=', id),
      )
      .execute()
    expect(await read(client)).toMatchObject({ version: 1, undoableAt: null })
    expect(await undo(client, 1)).toMatchObject({ status: 409, body: { code: 'nothing-to-undo' } })
  })

  test('leaves imported days alone', async () => {
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
    expect((await undo(client, 1)).body.blocks).toMatchObject([{ from: '2027-05-01', source: 'ics' }])
  })

  test('of several who take it back at once succeeds once', async () => {
    const client = await coordinator()
    await client.put(path, calendar)
    const answers = await Promise.all([1, 2, 3].map(() => undo(client, 1)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
  })
})
