import { readdir } from 'node:fs/promises'
import { setTimeout } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { storeFile } from '../files/service.ts'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  anOption,
  aProduction,
  aProject,
  aRequest,
  dayFromNow,
  move,
} from '../test/bookings.ts'
import { signUp, type TestPerson, testPassword } from '../test/people.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())

const erase = ({ client, email }: TestPerson, more: object = {}) =>
  client.post('/api/me/erasure', { password: testPassword, confirmation: email, ...more })

/** Somebody with a request, an option and a confirmation ahead. */
const busy = async () => {
  const coordinator = await aCoordinator(api)
  const production = await aProduction(api)
  const asked = await aRequest(production, coordinator, await aProject(api, production))
  const option = await anOption(api, production, coordinator, [dayFromNow(api, 50)])
  const booked = await anOption(api, production, coordinator, [dayFromNow(api, 70)])
  await move(production, booked.id, 'confirm', booked.version)
  return { coordinator, production, asked, option, booked }
}

test('the consequences are counted from one’s own data', async () => {
  const { coordinator, production } = await busy()
  await coordinator.client.post('/api/me/credentials', { code: 'IC-BECTU-REG' })
  const mine = await coordinator.client.get('/api/me/erasure')
  expect(mine.body).toEqual({
    email: coordinator.email,
    published: true,
    waiting: 1,
    options: 1,
    confirmed: 1,
    past: 0,
    messages: 0,
    credentials: 1,
    projects: 0,
    days: 0,
  })
  const theirs = await production.client.get('/api/me/erasure')
  expect(theirs.body).toMatchObject({ published: false, waiting: 1, projects: 3, messages: 3 })
})

test.each([
  ['coordinator', ['declined', 'released', 'cancelled'], 'La personne demandée (compte effacé)'],
  ['production', ['withdrawn', 'released', 'cancelled'], 'La production (compte effacé)'],
] as const)(
  'what is alive of a %s ends, and the other side is told without a name',
  async (side, states, name) => {
    const people = await busy()
    const other = people[side === 'coordinator' ? 'production' : 'coordinator']
    expect((await erase(people[side])).status).toBe(200)
    const read = await Promise.all(
      [people.asked, people.option, people.booked].map(({ id }) => other.client.get(`/api/bookings/${id}`)),
    )
    expect(read.map(({ body }) => body.state)).toEqual(states)
    const mails = await api.mailsTo(other.email)
    expect(mails.slice(-3).map(({ text }) => text.includes(name))).toEqual([true, true, true])
    expect(JSON.stringify(mails)).not.toMatch(side === 'coordinator' ? /Solène/ : /Phare fictif/)
  },
)

test('erasing asks for the password and the typed address, and says which is wrong', async () => {
  const person = await aCoordinator(api)
  const wrongPassword = await erase(person, { password: 'not my password' })
  expect([wrongPassword.status, wrongPassword.body.errors?.[0]?.pointer]).toEqual([403, '/password'])
  const wrongAddress = await erase(person, { confirmation: 'somebody@else.test' })
  expect([wrongAddress.status, wrongAddress.body.errors?.[0]?.pointer]).toEqual([400, '/confirmation'])
  expect((await person.client.get('/api/sessions/current')).body.account.id).toBe(person.id)
})

test('what an erased production asked for stays a fact of its kind, and its texts cannot be read', async () => {
  const { coordinator, production, booked } = await busy()
  await erase(production)
  const { body } = await coordinator.client.get(`/api/bookings/${booked.id}`)
  expect(body.project).toMatchObject({ title: null, codeName: null, brief: null, type: 'series' })
  expect(body.company).toMatchObject({ legalName: '', removed: true })
})

test('two sides of one booking that leave at the same moment are both erased', async () => {
  const { coordinator, production } = await busy()
  const answers = await Promise.all([erase(coordinator), erase(production)])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200])
})

test('files that were sent in are off the disk, and the key that opened them is destroyed', async () => {
  const { id, ...person } = await aCoordinator(api)
  const file = {
    bytes: Buffer.from('une pièce'),
    mediaType: 'application/pdf',
    name: 'a.pdf',
    sha256: '',
  } as const
  const stored = await api.database.db
    .transaction()
    .execute((trx) => storeFile(api.deps, trx, { ...file, accountId: id }, api.clock.now()))
  expect(await readdir(api.deps.config.uploadsDir)).toContain(`${stored}.sealed`)
  await erase({ id, ...person })
  expect(await readdir(api.deps.config.uploadsDir)).not.toContain(`${stored}.sealed`)
  const keys = await api.database.ownerDb
    .selectFrom('sealingKey')
    .select('wrapped')
    .where('purpose', '=', 'file')
    .execute()
  expect(keys).toEqual([{ wrapped: null }])
})

test('whatever is under way at the moment of an erasure fails kindly, and leaves nothing behind', async () => {
  for (let round = 0; round < 6; round += 1) {
    const person = await signUp(api, 'coordinator')
    const { client, email, id } = person
    const at = (ms: number, act: () => Promise<{ status: number }>) => setTimeout(ms).then(act)
    const answers = await Promise.all([
      erase(person),
      ...[0, 15, 30, 45].flatMap((ms) => [
        at(ms, () => client.put('/api/me/profile', { displayName: 'RACE-LYNX', disciplines: ['intimacy'] })),
        at(ms, () => client.post('/api/me/credentials', { code: 'IC-IOS' })),
        at(ms, () => client.put('/api/me/availability', { blocks: [], weekly: [] })),
        at(ms, () => api.visitor().post('/api/sessions', { email, password: testPassword })),
        at(ms, () => api.visitor().post('/api/password-resets', { email })),
      ]),
    ])
    expect(answers[0]?.status).toBe(200)
    expect(answers.map(({ status }) => status).filter((status) => status >= 500 && status !== 503)).toEqual(
      [],
    )
    const left = await api.database.ownerDb
      .selectFrom('coordinator')
      .select('id')
      .where((eb) => eb.or([eb('displayName', '=', 'RACE-LYNX'), eb('accountId', '=', id)]))
      .execute()
    expect(left).toEqual([])
  }
})
