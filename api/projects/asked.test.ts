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
