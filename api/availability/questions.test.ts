import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import { aCoordinator } from '../test/bookings.ts'
import { type TestPerson, testPassword } from '../test/people.ts'
import { askWhetherRight } from './questions.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())
beforeEach(() => api.clock.set(testNow))

const questionsTo = async ({ email }: Pick<TestPerson, 'email'>) =>
  (await api.mailsTo(email)).filter(({ template }) => template === 'calendar-question')

/** Signs in again after a while: sessions do not idle that long. */
const back = async ({ client, email }: TestPerson) => {
  await client.post('/api/sessions', { email, password: testPassword })
  return client
}

/** Looks at the clock every hour of so many days, as the worker does; says on which days somebody was asked. */
const live = async (person: TestPerson, days: number): Promise<number[]> => {
  const asked: number[] = []
  for (let day = 0; day < days; day += 1)
    for (let turn = 0; turn < 3; turn += 1) {
      const before = (await questionsTo(person)).length
      await askWhetherRight(api.deps)
      if ((await questionsTo(person)).length > before) asked.push(day)
      api.clock.advance({ hours: 8 })
    }
  return asked
}

describe('somebody published whose calendar nobody confirms', () => {
  test('is asked after thirty days, then once a month', async () => {
    const person = await aCoordinator(api, { displayName: 'Oubli Exemple' })
    expect(await live(person, 95)).toEqual([30, 60, 90])
  })

  test('is not asked while they confirm it themselves', async () => {
    const person = await aCoordinator(api, { displayName: 'Ponctuelle Exemple' })
    expect(await live(person, 29)).toEqual([])
    await (await back(person)).post('/api/me/availability/confirmation', {})
    expect(await live(person, 32)).toEqual([30])
  })

  test('reads in their language when it was confirmed, and is led to a page that changes nothing by itself', async () => {
    const person = await aCoordinator(api, { displayName: 'Ada Sample', locale: 'en' })
    await person.client.put('/api/me/availability', { knownUntil: '2027-12-31' })
    api.clock.advance({ days: 30 })
    await askWhetherRight(api.deps)
    const [mail] = await questionsTo(person)
    expect(mail?.subject).toBe('Is your calendar still right?')
    expect(mail?.text).toContain('Last confirmed on 1 February 2027')
    expect(mail?.text).toContain('/en/me/calendar/still-right')
    const { body } = await (await back(person)).get('/api/me/availability')
    expect(body.confirmedAt).toBe(testNow.toISOString())
  })
})

describe('nobody is asked', () => {
  test('while paused; and again once the pause is over', async () => {
    const person = await aCoordinator(api, { displayName: 'Pause Exemple' })
    await person.client.put('/api/me/profile/pause', { until: '2027-03-20' })
    expect(await live(person, 60)).toEqual([47])
  })

  test('who is not public, or no more', async () => {
    const person = await aCoordinator(api, { displayName: 'Retrait Exemple' })
    await person.client.delete('/api/me/profile/publication')
    expect(await live(person, 40)).toEqual([])
  })

  test('whose account is suspended', async () => {
    const person = await aCoordinator(api, { displayName: 'Suspendue Exemple' })
    await api.database.db
      .updateTable('account')
      .set({ state: 'suspended' })
      .where('id', '=', person.id)
      .execute()
    expect(await live(person, 40)).toEqual([])
  })
})

describe('however workers come and go', () => {
  test('of several that ask in the same moment one asks', async () => {
    const person = await aCoordinator(api, { displayName: 'Plusieurs Exemple' })
    api.clock.advance({ days: 31 })
    await Promise.all([1, 2, 3, 4, 5].map(() => askWhetherRight(api.deps)))
    expect(await questionsTo(person)).toHaveLength(1)
  })

  test('one that dies before its end asked nobody, and the next asks once', async () => {
    const person = await aCoordinator(api, { displayName: 'Coupure Exemple' })
    api.clock.advance({ days: 31 })
    const dying = {
      ...api.deps,
      mailer: {
        ...api.deps.mailer,
        enqueueAll: async (...args: Parameters<typeof api.deps.mailer.enqueueAll>) => {
          await api.deps.mailer.enqueueAll(...args)
          await sql`select pg_terminate_backend(pg_backend_pid())`.execute(args[0])
        },
      },
    }
    await expect(askWhetherRight(dying)).rejects.toThrow()
    expect(await questionsTo(person)).toHaveLength(0)
    await askWhetherRight(api.deps)
    await askWhetherRight(api.deps)
    expect(await questionsTo(person)).toHaveLength(1)
  })
})
