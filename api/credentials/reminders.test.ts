import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { dayFromNow } from '../test/bookings.ts'
import { aRegistrar, signUp, type TestPerson } from '../test/people.ts'
import { reminderSpans } from './reminder-rules.ts'
import { remindOfEnds } from './reminders.ts'

let api: TestApi
let registrar: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  registrar = await aRegistrar(api)
})
afterAll(() => api.close())

const begin = new Date('2027-02-01T09:00:00Z')

/** A credential that ends so many days from now: as printed, or as a registrar decided. */
const ending = async ({
  printed = null as number | null,
  decided = null as number | null,
  locale = 'fr',
}) => {
  const person = await signUp(api, 'coordinator', { locale })
  const expiresOn = printed === null ? null : dayFromNow(api, printed)
  const { body } = await person.client.post('/api/me/credentials', { code: 'IC-BECTU-REG', expiresOn })
  if (decided !== null)
    await decide(body.id, {
      decision: 'confirm',
      reason: 'liste publique',
      validUntil: dayFromNow(api, decided),
    })
  return { ...person, credentialId: body.id as string }
}
const decide = (id: string, decision: object) =>
  registrar.client.post(`/api/registrar/credentials/${id}/decisions`, decision)
const remindersTo = async ({ email }: TestPerson) =>
  (await api.mailsTo(email)).filter(({ template }) => template === 'credential-ending')

test('the spans cover the last sixty days, each day once', () => {
  const days = reminderSpans.flatMap(({ least, most }) =>
    Array.from({ length: most - least + 1 }, (_, index) => least + index),
  )
  expect(days.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 61 }, (_, day) => day))
})

describe('the owner is told', () => {
  test('60, 30 and 7 days before, each once, however often the clock is looked at', async () => {
    api.clock.set(begin)
    const owner = await ending({ printed: 61 })
    const told: number[] = []
    for (let day = 0; day <= 62; day += 1) {
      const before = (await remindersTo(owner)).length
      await remindOfEnds(api.deps)
      await remindOfEnds(api.deps)
      if ((await remindersTo(owner)).length > before) told.push(61 - day)
      api.clock.advance({ days: 1 })
    }
    expect(told).toEqual([60, 30, 7])
    expect(await remindersTo(owner)).toHaveLength(3)
  })

  test('by the earlier of the printed and the decided end, in their language', async () => {
    api.clock.set(begin)
    const owner = await ending({ printed: 300, decided: 20, locale: 'en' })
    await remindOfEnds(api.deps)
    const [mail] = await remindersTo(owner)
    expect(mail?.subject).toBe('About to end: Bectu Intimacy Coordinator Registry')
    expect(mail?.text).toContain('until 21 February 2027, that day included: 20 days from now')
  })

  test('anew when a registrar gave another end', async () => {
    api.clock.set(begin)
    const owner = await ending({ decided: 20 })
    await remindOfEnds(api.deps)
    await decide(owner.credentialId, {
      decision: 'confirm',
      reason: 'liste publique',
      validUntil: dayFromNow(api, 25),
    })
    await remindOfEnds(api.deps)
    expect(await remindersTo(owner)).toHaveLength(2)
  })

  test('once by two workers at once', async () => {
    api.clock.set(begin)
    const owner = await ending({ printed: 5 })
    await Promise.all([1, 2, 3, 4].map(() => remindOfEnds(api.deps)))
    expect(await remindersTo(owner)).toHaveLength(1)
  })
})

test('nobody is told of what has ended, has no end, was refused, withdrawn or taken back', async () => {
  api.clock.set(begin)
  const over = await ending({ printed: -1 })
  const endless = await ending({})
  const refused = await ending({ printed: 20 })
  await decide(refused.credentialId, { decision: 'refuse', reason: 'illisible' })
  const withdrawn = await ending({ decided: 20 })
  await decide(withdrawn.credentialId, { decision: 'withdraw', code: 'holder-asked' })
  const gone = await ending({ printed: 20 })
  await gone.client.delete(`/api/me/credentials/${gone.credentialId}`)
  await remindOfEnds(api.deps)
  for (const owner of [over, endless, refused, withdrawn, gone]) expect(await remindersTo(owner)).toEqual([])
})
