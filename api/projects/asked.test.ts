import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import {
  aCoordinator,
  aProduction,
  aProject,
  aRequest,
  asInput,
  dayFromNow,
  describedBrief,
  move,
} from '../test/bookings.ts'
import type { TestPerson } from '../test/people.ts'

let api: TestApi
let ecume: TestPerson
beforeAll(async () => {
  api = await createTestApi()
  ecume = await aProduction(api, { legalName: 'Écume fictive' })
})
afterAll(() => api.close())

describe('once somebody was asked', () => {
  test('a changed brief is told to them, in their timeline and by a mail without its words', async () => {
    const coordinator = await aCoordinator(api, { displayName: 'Lou Lecture' })
    const project = await aProject(api, ecume, { days: [dayFromNow(api, 50)] })
    const sent = await aRequest(ecume, coordinator, project)
    const same = await ecume.client.put(
      `/api/projects/${project.id}`,
      asInput({ ...project, title: 'Autre titre' }),
    )
    expect(same.status).toBe(200)
    expect((await api.mailsTo(coordinator.email)).map(({ template }) => template)).not.toContain(
      'brief-changed',
    )
    const brief = { ...describedBrief, closedSet: false }
    await ecume.client.put(`/api/projects/${project.id}`, asInput({ ...same.body, brief }))
    expect((await api.mailsTo(coordinator.email)).at(-1)).toMatchObject({
      template: 'brief-changed',
    })
    const { body: read } = await coordinator.client.get(`/api/bookings/${sent.id}`)
    expect(read).toMatchObject({ version: 1, project: { brief: { closedSet: false }, version: 3 } })
    expect(read.timeline.at(-1)).toMatchObject({ kind: 'brief-changed', by: 'production' })
  })

  test('a past wording stays readable to those who were asked under it, as long as the project’s words are', async () => {
    const [early, late] = [
      await aCoordinator(api, { displayName: 'Ève Tôt' }),
      await aCoordinator(api, { displayName: 'Luc Tard' }),
    ]
    const days = [dayFromNow(api, 50)]
    let project = await aProject(api, ecume, { days })
    const rewrite = async (brief: Record<string, unknown>) => {
      api.clock.advance({ minutes: 1 })
      const { status, body } = await ecume.client.put(
        `/api/projects/${project.id}`,
        asInput({ ...project, brief: { ...describedBrief, ...brief } }),
      )
      expect(status).toBe(200)
      project = body
      return api.clock.now().toISOString()
    }
    const readBy = async (person: TestPerson, id: string) =>
      (await person.client.get(`/api/bookings/${id}`)).body.project
    await rewrite({ why: 'production' })
    const first = await aRequest(ecume, early, project)
    const second = await rewrite({ closedSet: false })
    const then = await aRequest(ecume, late, project)
    const ended = await rewrite({ riders: true })
    const asked = { why: 'agreement-requires', closedSet: false }
    expect(await readBy(early, first.id)).toMatchObject({
      brief: { riders: true },
      pastBriefs: [
        { brief: { why: 'production', closedSet: true }, until: second },
        { brief: asked, until: ended },
      ],
    })
    expect((await readBy(late, then.id)).pastBriefs).toMatchObject([{ brief: asked, until: ended }])
    expect((await readBy(ecume, first.id)).pastBriefs).toHaveLength(2)
    await move(late, then.id, 'decline', then.version, { reason: 'not-free' })
    await rewrite({ rehearsalTime: true })
    expect(await readBy(late, then.id)).toMatchObject({
      brief: { riders: true, rehearsalTime: false },
      pastBriefs: [{ until: ended }],
    })
  })

  test('the stop for minors runs at every edit', async () => {
    const coordinator = await aCoordinator(api, { displayName: 'Max Mineur' })
    const project = await aProject(api, ecume, { days: [dayFromNow(api, 50)] })
    const { id, version } = await aRequest(ecume, coordinator, project)
    const scenes = [{ natures: ['kiss'], nudity: 'full', performers: [{ bracket: 'under-16', count: 1 }] }]
    const edit = () =>
      ecume.client.put(`/api/projects/${project.id}`, asInput({ ...project, brief: { scenes } }))
    expect((await edit()).body).toMatchObject({
      status: 409,
      code: 'minor-stop',
      errors: [{ pointer: '/brief/scenes/0' }],
    })
    await move(coordinator, id, 'decline', version, { reason: 'project' })
    expect((await edit()).status).toBe(200)
  })

  test('the discipline stays', async () => {
    const coordinator = await aCoordinator(api, { displayName: 'Dominique Discipline' })
    const project = await aProject(api, ecume, { days: [dayFromNow(api, 50)] })
    await aRequest(ecume, coordinator, project)
    const other = asInput({ ...project, discipline: 'eco-production', brief: {} })
    expect((await ecume.client.put(`/api/projects/${project.id}`, other)).body).toMatchObject({
      status: 409,
      code: 'discipline-fixed',
    })
  })
})
