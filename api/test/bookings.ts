import { randomUUID } from 'node:crypto'
import { addDays, dayIn } from '@repere/db/vocabulary/day.ts'
import type { TestApi } from './api.ts'
import type { TestAnswer } from './client.ts'
import { signUp, type TestPerson } from './people.ts'

export interface TestCoordinator extends TestPerson {
  slug: string
}

/** A published coordinator, through the door. */
export const aCoordinator = async (
  api: TestApi,
  {
    discipline = 'intimacy',
    timeZone = 'Europe/Paris',
    displayName = 'Solène d’Arvigny',
    locale = 'fr',
  } = {},
): Promise<TestCoordinator> => {
  const person = await signUp(api, 'coordinator', { displayName, locale })
  const profile = {
    displayName,
    disciplines: [discipline],
    regions: ['FR-BRE'],
    languages: [{ code: 'fr', level: 'native' }],
    phone: '01 99 00 12 34',
    legalName: 'Solène Arvigny-Legal',
    timeZone,
  }
  const saved = await person.client.put('/api/me/profile', profile)
  const published = await person.client.put('/api/me/profile/publication', { consent: true })
  if (published.status !== 200)
    throw new Error(`not published: ${JSON.stringify([saved.body, published.body])}`)
  return { ...person, slug: saved.body.slug }
}

/** A production with a company, verified unless said otherwise: the registrar’s decision is written as one. */
export const aProduction = async (
  api: TestApi,
  {
    verified = true,
    emailVerified = true,
    legalName = 'Les Films du Phare fictif',
    registration = `X-${randomUUID().slice(0, 8)}`,
    country = 'BE',
  } = {},
): Promise<TestPerson> => {
  const person = await signUp(api, 'production', { displayName: 'Inès Phare', verified: emailVerified })
  const company = {
    legalName,
    country,
    registration,
    agreement: 'foreign',
    contactName: 'Inès Phare',
    contactFunction: 'directrice de production',
    contactPhone: '01 99 00 56 78',
  }
  const { status, body } = await person.client.post('/api/companies', company)
  if (status !== 201) throw new Error(`no company: ${JSON.stringify(body)}`)
  if (verified) await decideOn(api, person, 'verify')
  return person
}

/** What a registrar decided on the company of an account. */
export const decideOn = async (
  api: TestApi,
  { id }: TestPerson,
  decision: 'verify' | 'suspend',
): Promise<void> => {
  const db = api.database.db
  const company = await db
    .selectFrom('company')
    .select(['id', 'country', 'registration'])
    .where('accountId', '=', id)
    .executeTakeFirstOrThrow()
  await db
    .insertInto('companyDecision')
    .values({
      companyId: company.id,
      decision,
      country: company.country,
      registration: company.registration,
      decidedBy: randomUUID(),
      decidedAt: api.clock.now(),
    })
    .execute()
}

/** The day so many days after the test’s today, in Paris. */
export const dayFromNow = (api: TestApi, count: number): string =>
  addDays(dayIn('Europe/Paris', api.clock.now()), count)

export const describedBrief = {
  scenes: [{ natures: ['kiss', 'nudity'], nudity: 'partial', performers: [{ bracket: 'adult', count: 2 }] }],
  why: 'agreement-requires',
  closedSet: true,
  deliverables: ['scene-breakdown', 'presence-on-set'],
}

/** A project that can be asked for: one phase of shooting on these days, described. */
export const aProject = async (
  api: TestApi,
  production: TestPerson,
  {
    days = [dayFromNow(api, 30), dayFromNow(api, 31)],
    ...more
  }: { days?: string[]; [key: string]: unknown } = {},
): Promise<{ id: string; phases: { id: string }[] }> => {
  const { status, body } = await production.client.post('/api/projects', {
    title: 'Nuits blanches d’août',
    codeName: 'Projet Écume',
    type: 'series',
    discipline: 'intimacy',
    regions: ['FR-BRE'],
    languages: ['fr'],
    phases: [{ kind: 'shoot', days, remote: false }],
    brief: describedBrief,
    ...more,
  })
  if (status !== 201) throw new Error(`no project: ${JSON.stringify(body)}`)
  return body
}

export const request = (
  production: TestPerson,
  coordinator: { slug: string },
  project: { id: string },
  more: Record<string, unknown> = {},
  key: string = randomUUID(),
): Promise<TestAnswer> =>
  production.client.post(
    '/api/bookings',
    {
      coordinator: coordinator.slug,
      projectId: project.id,
      kind: 'option',
      message: 'Seriez-vous libre ?',
      ...more,
    },
    { 'idempotency-key': key },
  )

/** A sent request; throws when it was refused. */
export const aRequest = async (
  ...args: Parameters<typeof request>
): Promise<{ id: string; version: number }> => {
  const { status, body } = await request(...args)
  if (status !== 201) throw new Error(`not sent: ${JSON.stringify(body)}`)
  return body
}

export const move = (
  person: TestPerson,
  id: string,
  name: string,
  version: number,
  more: Record<string, unknown> = {},
): Promise<TestAnswer> => person.client.post(`/api/bookings/${id}/moves`, { move: name, version, ...more })

/** A booking, as somebody reads it. */
export const readBooking = async ({ client }: TestPerson, id: string) =>
  (await client.get(`/api/bookings/${id}`)).body

/** What the mails to somebody tell of. */
export const templatesTo = async (api: TestApi, { email }: TestPerson): Promise<string[]> =>
  (await api.mailsTo(email)).map(({ template }) => template)

/** An option: asked and accepted. */
export const anOption = async (
  api: TestApi,
  production: TestPerson,
  coordinator: TestCoordinator,
  days: string[],
): Promise<{ id: string; version: number }> => {
  const project = await aProject(api, production, { days })
  const { id, version } = await aRequest(production, coordinator, project)
  const { status, body } = await move(coordinator, id, 'accept', version)
  if (status !== 200) throw new Error(`not accepted: ${JSON.stringify(body)}`)
  return body
}

/** What a page sends back after editing the project it read: all but what only the server writes. */
export const asInput = ({
  id,
  described,
  stops,
  backSchedule,
  createdAt,
  updatedAt,
  textsErasedAt,
  ...rest
}: Record<string, unknown>): Record<string, unknown> => rest
