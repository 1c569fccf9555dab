import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { aCoordinator, aProduction, asInput, describedBrief } from '../test/bookings.ts'
import { signUp, type TestPerson } from '../test/people.ts'

let api: TestApi
let phare: TestPerson
let ecume: TestPerson

beforeAll(async () => {
  api = await createTestApi()
  phare = await aProduction(api, { verified: false })
  ecume = await aProduction(api, { legalName: 'Écume fictive' })
})
afterAll(() => api.close())

const body = {
  title: 'Nuits blanches d’août',
  type: 'series',
  discipline: 'intimacy',
  phases: [{ kind: 'shoot', days: ['2027-03-09', '2027-03-08', '2027-03-09', '2027-03-15'] }],
}
const post = (more: Record<string, unknown> = {}, who = phare) =>
  who.client.post('/api/projects', { ...body, ...more })

describe('a project', () => {
  test('is drafted by a company not verified yet, and read back as written', async () => {
    const { status, body: project } = await post({
      codeName: 'Projet Écume',
      brief: describedBrief,
      regions: ['FR-BRE'],
    })
    expect(status).toBe(201)
    expect(project).toMatchObject({
      title: 'Nuits blanches d’août',
      codeName: 'Projet Écume',
      regions: ['FR-BRE'],
      phases: [
        { kind: 'shoot', days: ['2027-03-08', '2027-03-09', '2027-03-15'], remote: false, exclusive: true },
      ],
      brief: { ...describedBrief, riders: false },
      described: true,
      stops: [],
      version: 1,
    })
    expect((await phare.client.get(`/api/projects/${project.id}`)).body).toEqual(project)
  })

  test('with a brief of {} is not described yet', async () => {
    for (const brief of [{}, undefined])
      expect((await post({ brief })).body).toMatchObject({
        described: false,
        brief: { scenes: [], closedSet: false },
      })
  })

  test('in eco-production has the brief of that discipline, and no other', async () => {
    const brief = { obligations: ['cnc-aid'], label: 'LABEL-ECOPROD', tool: 'carbon-clap', crewSize: 60 }
    const eco = await post({ discipline: 'eco-production', brief })
    expect(eco.body).toMatchObject({ described: true, brief: { ...brief, sites: null, deliverables: [] } })
    expect((await post({ brief })).body.errors).toContainEqual({
      pointer: '/brief/label',
      detail: 'is not known here',
    })
    const unknown = await post({ discipline: 'eco-production', brief: { label: 'LABEL-NONE' } })
    expect(unknown.body).toMatchObject({ status: 400, errors: [{ pointer: '/brief/label' }] })
  })

  test('says which scenes keep it from being sent, and is kept all the same', async () => {
    const scenes = [
      { natures: ['simulated-sex'], nudity: 'none', performers: [{ bracket: '16-17', count: 1 }] },
    ]
    expect((await post({ brief: { scenes } })).body).toMatchObject({
      stops: [{ because: 'minor-stop', pointer: '/brief/scenes/0' }],
    })
  })

  test.each([
    ['shoot', false, true],
    ['shoot', true, false],
    ['prep', false, false],
    ['script-reading', false, false],
    ['report', false, false],
    ['rehearsal', false, true],
  ])(
    'a phase of %s, remote %s, excludes other work: %s, unless said otherwise',
    async (kind, remote, exclusive) => {
      const phase = { kind, remote, days: ['2027-03-08'] }
      expect((await post({ phases: [phase] })).body.phases[0].exclusive).toBe(exclusive)
      const said = await post({ phases: [{ ...phase, exclusive: !exclusive }] })
      expect(said.body.phases[0].exclusive).toBe(!exclusive)
    },
  )

  test('keeps the ids of the phases that an edit names', async () => {
    const { body: first } = await post()
    const phases = [
      { kind: 'prep', days: ['2027-03-01'] },
      { ...first.phases[0], days: ['2027-03-10'] },
    ]
    const put = await phare.client.put(`/api/projects/${first.id}`, { ...asInput(first), phases })
    expect(put.body).toMatchObject({
      version: 2,
      phases: [{ kind: 'prep' }, { id: first.phases[0].id, days: ['2027-03-10'] }],
    })
  })

  test('cannot take a phase of another project', async () => {
    const [{ body: one }, { body: two }] = [await post(), await post()]
    for (const phases of [two.phases, [one.phases[0], one.phases[0]]])
      expect(
        (await phare.client.put(`/api/projects/${one.id}`, { ...asInput(one), phases })).body,
      ).toMatchObject({
        status: 400,
        errors: [{ pointer: expect.stringMatching(/^\/phases\/\d\/id$/) }],
      })
    expect((await post({ phases: one.phases })).body).toMatchObject({ status: 400 })
  })

  test('edited on a stale page is refused as changed', async () => {
    const { body: project } = await post()
    await phare.client.put(`/api/projects/${project.id}`, asInput(project))
    const stale = await phare.client.put(`/api/projects/${project.id}`, asInput(project))
    expect(stale.body).toMatchObject({ status: 409, code: 'project-changed' })
  })
})

test.each([
  ['no title', { title: '  ' }, '/title'],
  ['an unknown type', { type: 'vlog' }, '/type'],
  ['an unknown discipline', { discipline: 'stunts' }, '/discipline'],
  ['a day that does not exist', { phases: [{ kind: 'shoot', days: ['2027-02-30'] }] }, '/phases/0/days/0'],
  ['a day beyond reason', { phases: [{ kind: 'shoot', days: ['9999-12-31'] }] }, '/phases/0/days/0'],
  ['no day', { phases: [{ kind: 'shoot', days: [] }] }, '/phases/0/days'],
  ['too long a span', { phases: [{ kind: 'shoot', days: ['2027-01-01', '2030-01-06'] }] }, '/phases/0/days'],
  ['an unknown key', { budget: 3 }, '/budget'],
  [
    'nudity without a level',
    {
      brief: {
        scenes: [{ natures: ['nudity'], nudity: 'none', performers: [{ bracket: 'adult', count: 1 }] }],
      },
    },
    '/brief/scenes/0/nudity',
  ],
  [
    'a scene with a name',
    {
      brief: {
        scenes: [
          { natures: ['kiss'], nudity: 'none', performers: [{ bracket: 'adult', count: 1, name: 'x' }] },
        ],
      },
    },
    '/brief/scenes/0/performers/0/name',
  ],
])('%s is refused with its place', async (_, more, pointer) => {
  const answer = await post(more)
  expect(answer.status).toBe(400)
  expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer)
})

test('phases that lie too far apart together are refused', async () => {
  const phases = ['2027-01-01', '2030-03-01'].map((day) => ({ kind: 'shoot', days: [day] }))
  expect((await post({ phases })).body).toMatchObject({ status: 400, errors: [{ pointer: '/phases' }] })
})

test('nobody reads, edits or lists another company’s project, or can tell that it exists', async () => {
  const { body: project } = await post()
  for (const id of [project.id, randomUUID()]) {
    expect((await ecume.client.get(`/api/projects/${id}`)).body).toMatchObject({
      status: 404,
      code: 'project-not-found',
    })
    expect((await ecume.client.put(`/api/projects/${id}`, body)).body).toMatchObject({
      status: 404,
      code: 'project-not-found',
    })
    expect((await api.visitor().get(`/api/projects/${id}`)).status).toBe(401)
  }
  expect((await ecume.client.get('/api/projects')).body).toMatchObject({ items: [], total: 0 })
  expect((await api.visitor().post('/api/projects', body)).status).toBe(401)
  const coordinator = await aCoordinator(api)
  expect((await coordinator.client.get('/api/projects')).body).toMatchObject({
    status: 403,
    code: 'wrong-role',
  })
})

test('an account without a company describes it first', async () => {
  const person = await signUp(api, 'production')
  expect((await person.client.get('/api/projects')).body).toMatchObject({ items: [], total: 0 })
  expect((await post({}, person)).body).toMatchObject({ status: 409, code: 'company-missing' })
})

test('a list pages through the company’s projects, the last touched first', async () => {
  const third = await aProduction(api)
  const ids: string[] = []
  for (const title of ['Un', 'Deux', 'Trois']) ids.unshift((await post({ title }, third)).body.id)
  const page = (await third.client.get('/api/projects?perPage=2')).body
  expect(page).toMatchObject({ total: 3, page: 1, perPage: 2 })
  expect(page.items.map(({ id }: { id: string }) => id)).toEqual(ids.slice(0, 2))
  expect(page.items[0]).not.toHaveProperty('brief')
})

describe('an eco-production project', () => {
  const brief = {
    deliverables: ['roadmap', 'final-report'],
    dates: [{ deliverable: 'final-report', day: '2027-09-01' }],
  }

  test('says what is due by when, from its shoot and from what was agreed', async () => {
    const { body: project } = await post({ discipline: 'eco-production', brief })
    expect(project.backSchedule).toEqual([
      { milestone: 'roadmap', latest: '2027-02-08', agreed: false },
      { milestone: 'final-report', latest: '2027-09-01', agreed: true },
    ])
    expect((await post()).body.backSchedule).toEqual([])
  })

  test('refuses a date for what nobody knows, a day that does not exist, and two for one thing', async () => {
    for (const dates of [
      [{ deliverable: 'set-visit', day: '2027-03-01' }],
      [{ deliverable: 'roadmap', day: '2027-02-30' }],
      [1, 2].map((date) => ({ deliverable: 'roadmap', day: `2027-03-0${date}` })),
    ])
      expect((await post({ discipline: 'eco-production', brief: { dates } })).body).toMatchObject({
        status: 400,
        errors: [{ pointer: expect.stringMatching('^/brief/dates') }],
      })
  })
})

describe('a copy of a project', () => {
  test('has everything but the names, and phases of its own', async () => {
    const { body: project } = await post({ brief: describedBrief, codeName: 'Écume', regions: ['FR-BRE'] })
    const { status, body: copy } = await phare.client.post(`/api/projects/${project.id}/copies`, {
      title: 'Nuits blanches, saison 2',
    })
    expect(status).toBe(201)
    const withoutIds = ({ phases, ...rest }: Record<string, unknown>) => ({
      ...asInput(rest),
      phases: (phases as Record<string, unknown>[]).map(({ id: _, ...phase }) => phase),
    })
    expect(withoutIds(copy)).toEqual({
      ...withoutIds(project),
      title: 'Nuits blanches, saison 2',
      codeName: null,
      version: 1,
    })
    expect(copy.phases[0].id).not.toBe(project.phases[0].id)
  })

  test('of another company’s project cannot be made', async () => {
    const { body: project } = await post()
    expect(
      (await ecume.client.post(`/api/projects/${project.id}/copies`, { title: 'À moi' })).body,
    ).toMatchObject({ status: 404, code: 'project-not-found' })
  })
})
