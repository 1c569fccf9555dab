import { addMonths } from '@repere/db/vocabulary/day.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { limits } from '../http/limits.ts'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  anOption,
  aProduction,
  aProject,
  aRequest,
  asInput,
  dayFromNow,
  decideOn,
  move,
  request,
  type TestCoordinator,
} from '../test/bookings.ts'
import type { TestPerson } from '../test/people.ts'

let api: TestApi
let phare: TestPerson
let solene: TestCoordinator

beforeAll(async () => {
  api = await createTestApi()
  phare = await aProduction(api)
  solene = await aCoordinator(api)
})
afterAll(() => api.close())

const freshDays = (count: number) => Array.from({ length: count }, (_, index) => dayFromNow(api, 40 + index))

describe('before anybody is asked', () => {
  test('the address and the company are proven', async () => {
    const unproven = await aProduction(api, { emailVerified: false })
    const unverified = await aProduction(api, { verified: false })
    for (const [who, code] of [
      [unproven, 'email-not-verified'],
      [unverified, 'company-not-verified'],
    ] as const) {
      const project = await aProject(api, who)
      expect((await request(who, solene, project)).body).toMatchObject({ status: 403, code })
    }
  })

  test('a company suspended later cannot confirm, and can still let go', async () => {
    const third = await aProduction(api)
    const option = await anOption(api, third, solene, freshDays(1))
    await decideOn(api, third, 'suspend')
    expect((await move(third, option.id, 'confirm', option.version)).body).toMatchObject({
      code: 'company-not-verified',
    })
    const released = await move(third, option.id, 'release', option.version, { reason: 'not-needed' })
    expect(released.body).toMatchObject({ state: 'released' })
  })

  test('people who are paused, unpublished or of the other profession are not', async () => {
    const project = await aProject(api, phare, { days: freshDays(1) })
    const paused = await aCoordinator(api, { displayName: 'Paul Pause' })
    await paused.client.put('/api/me/profile/pause')
    expect((await request(phare, paused, project)).body).toMatchObject({
      status: 409,
      code: 'not-taking-requests',
    })
    const today = api.clock.now().toISOString().slice(0, 10)
    await paused.client.put('/api/me/profile/pause', { until: today })
    expect((await request(phare, paused, project)).body).toMatchObject({ code: 'not-taking-requests' })
    api.clock.advance({ days: 1 })
    expect((await request(phare, paused, project)).status).toBe(201)
    api.clock.advance({ days: -1 })
    const hidden = await aCoordinator(api, { displayName: 'Hélène Hors' })
    await hidden.client.delete('/api/me/profile/publication')
    expect((await request(phare, hidden, project)).body).toMatchObject({
      status: 404,
      code: 'coordinator-not-found',
    })
    const nobody = await request(phare, { slug: 'nobody-at-all' }, project)
    expect(nobody.body).toMatchObject({ status: 404, code: 'coordinator-not-found' })
    const eco = await aCoordinator(api, { discipline: 'eco-production', displayName: 'Yann Vert' })
    expect((await request(phare, eco, project)).body).toMatchObject({
      status: 409,
      code: 'discipline-mismatch',
    })
  })

  test('a minor in a scene with nudity stops the request, and the answer names the scene', async () => {
    const scenes = [
      { natures: ['kiss'], nudity: 'none', performers: [{ bracket: 'adult', count: 2 }] },
      { natures: ['nudity'], nudity: 'partial', performers: [{ bracket: '16-17', count: 1 }] },
    ]
    const project = await aProject(api, phare, { days: freshDays(1), brief: { scenes } })
    const stopped = await request(phare, solene, project)
    expect(stopped.body).toMatchObject({
      status: 409,
      code: 'minor-stop',
      errors: [{ pointer: '/brief/scenes/1' }],
    })
  })

  test('closeness with a minor needs a supervisor and the authorisation', async () => {
    const scenes = [{ natures: ['kiss'], nudity: 'none', performers: [{ bracket: 'under-16', count: 1 }] }]
    const project = await aProject(api, phare, { days: freshDays(1), brief: { scenes } })
    expect((await request(phare, solene, project)).body).toMatchObject({
      status: 409,
      code: 'minor-safeguards-missing',
      errors: [{ pointer: '/brief/childrenSupervisor' }, { pointer: '/brief/authorisation' }],
    })
  })

  test('an intimacy project not described yet may be asked for, and not confirmed', async () => {
    const project = await aProject(api, phare, { days: freshDays(1), brief: {} })
    const asked = await aRequest(phare, solene, project)
    const accepted = (await move(solene, asked.id, 'accept', 1)).body
    const early = await move(phare, asked.id, 'confirm', accepted.version)
    expect(early.body).toMatchObject({ status: 409, code: 'brief-not-described' })
    const firm = await aRequest(phare, solene, project, { kind: 'firm' })
    expect((await move(solene, firm.id, 'accept', 1)).body).toMatchObject({ code: 'brief-not-described' })
  })

  test('a link in the first message is refused', async () => {
    const project = await aProject(api, phare, { days: freshDays(1) })
    for (const message of ['Voir https://film.example', 'Écrivez à moi@film.fr', 'sur www.film.example'])
      expect((await request(phare, solene, project, { message })).body).toMatchObject({
        status: 400,
        code: 'links-before-acceptance',
        errors: [{ pointer: '/message' }],
      })
  })
})

test('a company asks so many new people a day; those it knows cost nothing', async () => {
  const busy = await aProduction(api)
  const project = await aProject(api, busy)
  await aRequest(busy, solene, project)
  const { id } = await api.database.db
    .selectFrom('company')
    .select('id')
    .where('accountId', '=', busy.id)
    .executeTakeFirstOrThrow()
  // The tests’ allowance is a hundred times the real one, and one of it is used.
  for (let spent = 1; spent < limits['new-coordinator'].points * 100; spent += 1)
    await api.deps.limits.spend('new-coordinator', [id])
  const another = await aCoordinator(api, { displayName: 'Nina Nouvelle' })
  const refused = await request(busy, another, project)
  expect(refused.body).toMatchObject({ status: 429, code: 'too-many-requests' })
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect((await request(busy, solene, project)).status).toBe(201)
})

test('a company asks the same person so often a day, and then others still', async () => {
  const busy = await aProduction(api)
  const [asked, other] = [
    await aCoordinator(api, { displayName: 'Nina Nouvelle' }),
    await aCoordinator(api, { displayName: 'Noé Nouveau' }),
  ]
  const project = await aProject(api, busy)
  await aRequest(busy, asked, project)
  const { companyId, coordinatorId } = await api.database.db
    .selectFrom('booking')
    .select(['companyId', 'coordinatorId'])
    .where('projectId', '=', project.id)
    .executeTakeFirstOrThrow()
  // The tests’ allowance is a hundred times the real one, and one of it is used.
  for (let spent = 1; spent < limits['known-coordinator'].points * 100; spent += 1)
    await api.deps.limits.spend('known-coordinator', [`${companyId} ${coordinatorId}`])
  const refused = await request(busy, asked, project)
  expect(refused.body).toMatchObject({ status: 429, code: 'too-many-requests' })
  expect((await request(busy, other, project)).status).toBe(201)
})

test('a brief that may not be sent cannot slip in beside the sending', async () => {
  const scenes = [{ natures: ['kiss'], nudity: 'full', performers: [{ bracket: 'under-16', count: 1 }] }]
  for (let round = 0; round < 8; round += 1) {
    const project = await aProject(api, phare)
    const [sent, edited] = await Promise.all([
      request(phare, solene, project),
      phare.client.put(`/api/projects/${project.id}`, { ...asInput({ ...project }), brief: { scenes } }),
    ])
    expect([sent.status, edited.status].sort()).not.toEqual([200, 201])
    expect([sent.body.code, edited.body.code]).toContain('minor-stop')
  }
})

test('what seals a booking and its project may be destroyed six months after the last day', async () => {
  const days = freshDays(3)
  const project = await aProject(api, phare, { days })
  const { id } = await aRequest(phare, solene, project)
  const rows = await api.database.db
    .selectFrom('booking')
    .innerJoin('project', 'project.id', 'booking.projectId')
    .innerJoin('sealingKey', (join) =>
      join.on((on) =>
        on.or([
          on('sealingKey.id', '=', on.ref('booking.sealingKeyId')),
          on('sealingKey.id', '=', on.ref('project.sealingKeyId')),
        ]),
      ),
    )
    .select(['sealingKey.purpose', 'sealingKey.destroyAfter'])
    .where('booking.id', '=', id)
    .orderBy('sealingKey.purpose')
    .execute()
  const destroyAfter = addMonths(days.at(-1) ?? '', 6)
  expect(rows).toEqual([
    { purpose: 'booking', destroyAfter },
    { purpose: 'project', destroyAfter },
  ])
})
