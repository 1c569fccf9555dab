import { afterAll, beforeAll, expect, test } from 'vitest'
import { settleDue } from '../bookings/service.ts'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, aProduction, aProject, aRequest, dayFromNow, move } from '../test/bookings.ts'
import { signInAgain } from '../test/people.ts'
import { remindOfCredits } from './reminders.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

test('a production that never answers is reminded twice, and the person reads where it stands', async () => {
  const phare = await aProduction(api)
  let solene = await aCoordinator(api)
  const project = await aProject(api, phare, { days: [dayFromNow(api, 3)] })
  const { id, version } = await aRequest(phare, solene, project, { kind: 'firm' })
  await move(solene, id, 'accept', version)
  const round = async () => {
    await remindOfCredits(api.deps)
    const mails = await api.mailsTo(phare.email)
    return mails.filter(({ template }) => template === 'credit-awaited').length
  }
  const standing = async () => (await solene.client.get(`/api/bookings/${id}/credit`)).body.reminders
  api.clock.advance({ days: 6 })
  await settleDue(api.deps, api.clock.now())
  const ended = (await solene.client.get(`/api/bookings/${id}`)).body.endedAt
  const later = (days: number) => new Date(Date.parse(ended) + days * 86_400_000)
  expect(await round()).toBe(0)
  expect(await standing()).toEqual({ sent: [], next: later(7).toISOString() })

  api.clock.set(later(7))
  await Promise.all([remindOfCredits(api.deps), remindOfCredits(api.deps)])
  expect(await round()).toBe(1)
  expect(await standing()).toEqual({ sent: [later(7).toISOString()], next: later(28).toISOString() })
  const { timeline } = (await solene.client.get(`/api/bookings/${id}`)).body
  expect(timeline.at(-1)).toMatchObject({ kind: 'credit-reminded', by: 'clock' })

  api.clock.set(later(29))
  solene = await signInAgain(api, solene)
  expect(await round()).toBe(2)
  expect(await round()).toBe(2)
  expect((await standing()).next).toBeNull()

  const { client } = await signInAgain(api, phare)
  const answered = await client.put(`/api/bookings/${id}/credit`, { outcome: 'confirmed' })
  expect(answered.body.reminders).toBeNull()
})
