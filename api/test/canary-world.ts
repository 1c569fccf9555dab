import { workImports } from '../imports/service.ts'
import type { Log } from '../log.ts'
import { createTestApi, type TestApi } from './api.ts'
import { aProduction, asInput, dayFromNow, describedBrief, move, type TestCoordinator } from './bookings.ts'
import { type Asked, type Canary, moderatedCanaries, theCanaries, type Viewer } from './canaries.ts'
import { theCoordinator, theProduction, theWork } from './canary-people.ts'
import { written } from './canary-words.ts'
import type { TestClient } from './client.ts'
import { bring, csv, tryOut } from './imports.ts'
import { aRegistrar, signUp, type TestPerson } from './people.ts'

/** A house in which everything private was written once, with a word of its own. */
export interface CanaryWorld {
  api: TestApi
  clients: Record<Viewer, TestClient>
  coordinator: TestCoordinator
  production: TestPerson
  canaries: Canary[]
  /** Whatever may stand in an address, by the name of the part: everybody tries everything. */
  ids: Record<string, string[]>
  /** The coordinator accepts the request that waits. */
  accept(): Promise<void>
  /** All that the app logged so far. */
  logged: string[]
}

export const createCanaryWorld = async (): Promise<CanaryWorld> => {
  const logged: string[] = []
  const listen = (...said: unknown[]) => void logged.push(JSON.stringify(said))
  const log = { info: listen, warn: listen, error: listen } as unknown as Log
  const api = await createTestApi({ log, searchServer: true })
  const registrar = await aRegistrar(api)
  const coordinator = await theCoordinator(api, registrar)
  await theWork(api, coordinator)
  const production = await theProduction(api, registrar)
  const template = await theTemplate(registrar)
  const otherCoordinator = await signUp(api, 'coordinator')
  await otherCoordinator.client.put('/api/me/profile', { displayName: 'Autre', disciplines: ['intimacy'] })
  const clients = {
    visitor: api.visitor(),
    coordinator: coordinator.client,
    otherCoordinator: otherCoordinator.client,
    production: production.client,
    otherProduction: (await aProduction(api)).client,
    unverifiedProduction: (await aProduction(api, { verified: false })).client,
    registrar: registrar.client,
  }
  const entry = await theHistory(registrar)
  await theList(api, registrar)
  const asked = await theBookings(api, coordinator, production)
  const moderated = await theReport(coordinator, production, registrar, asked.declined)
  const ids = await knownIds(api, coordinator, asked)
  ids.id?.push(entry, template)
  ids.id?.push(moderated.report)
  const canaries = [
    ...(await theCanaries(api, coordinator, production, asked, ids.code)),
    ...moderatedCanaries(moderated),
  ]
  await api.sync?.run()
  return { api, clients, coordinator, production, canaries, ids, accept: asked.accept, logged }
}

/** An entry of the catalogue that was called otherwise twice before: only its history tells. */
const theHistory = async (registrar: TestPerson): Promise<string> => {
  const path = '/api/registrar/catalogue'
  const fields = (nameFr: string) => ({ list: 'tools', nameFr, nameEn: 'Tool', url: null })
  const { body } = await registrar.client.post(path, {
    code: 'renamed-tool',
    fields: fields(written.oldName),
  })
  for (const [index, name] of [written.laterName, 'Outil'].entries())
    await registrar.client.put(`${path}/${body.id}`, { version: index + 1, fields: fields(name) })
  return body.id
}

/** A reason that registrars write often; it is theirs alone until they give it. */
const theTemplate = async (registrar: TestPerson): Promise<string> => {
  const { body } = await registrar.client.post('/api/registrar/templates', {
    purpose: 'credential-confirm',
    nameFr: written.templateNameFr,
    nameEn: written.templateNameEn,
    textFr: written.templateFr,
    textEn: written.templateEn,
  })
  return body.id
}

/** A report that went all the way, so that its thread is closed to registrars again; a kept search, and a block. */
const theReport = async (
  coordinator: TestCoordinator,
  production: TestPerson,
  registrar: TestPerson,
  bookingId: string,
) => {
  const report = { subject: 'messages', bookingId, reason: 'other', words: written.report }
  const { body } = await coordinator.client.post('/api/reports', report)
  const decide = () =>
    registrar.client.post(`/api/registrar/reports/${body.id}/decisions`, {
      outcome: 'warning',
      ground: 'respect',
      facts: written.reportFacts,
    })
  await decide()
  const { items } = (await production.client.get('/api/me/reports')).body
  const { status } = await production.client.post(`/api/statements/${items[0].token}/contests`, {
    words: written.contest,
  })
  if (status !== 201) throw new Error('not contested')
  await decide()
  const kept = { query: `q=${written.keptQuery}`, name: written.keptName }
  const { status: keeping } = await production.client.post('/api/me/saved-searches', kept)
  if (keeping !== 201) throw new Error('not kept')
  const block = await coordinator.client.post('/api/me/blocks', { bookingId, who: 'person' })
  return { report: body.id as string, block: block.body.id as string }
}

/** One request that will be accepted, and one that was declined with a word. */
const theBookings = async (api: TestApi, coordinator: TestCoordinator, production: TestPerson) => {
  const { body: project } = await production.client.post('/api/projects', {
    title: written.title,
    codeName: written.codeName,
    type: 'series',
    discipline: 'intimacy',
    phases: [{ kind: 'shoot', days: [dayFromNow(api, 30)], remote: false }],
    brief: { ...describedBrief, deliverables: [...describedBrief.deliverables, 'rushes-check'] },
  })
  const request = (message: string, key: string) =>
    production.client.post(
      '/api/bookings',
      { coordinator: coordinator.slug, projectId: project.id, kind: 'option', message },
      { 'idempotency-key': key },
    )
  const { body: booking } = await request(written.message, written.key)
  const { body: declined } = await request(written.secondMessage, 'another-key')
  api.clock.advance({ minutes: 1 })
  await production.client.put(`/api/projects/${project.id}`, asInput({ ...project, brief: describedBrief }))
  await move(coordinator, declined.id, 'decline', 1, { reason: 'other', note: written.moveNote })
  return {
    project: project.id as string,
    booking: booking.id as string,
    declined: declined.id as string,
    async accept() {
      const { status, body } = await move(coordinator, booking.id, 'accept', 1)
      if (status !== 200) throw new Error(`not accepted: ${JSON.stringify(body)}`)
    },
  }
}

/** A list that waits to be sent: nobody on it was written to. */
const theList = async (api: TestApi, registrar: TestPerson): Promise<void> => {
  const { body } = await bring(api, registrar, {
    file: csv(['Nom', 'Courriel', written.heading], [written.listed, 'isard@example.test', 'x']),
    inviter: written.inviter,
    source: written.listSource,
  })
  await tryOut(registrar, body.id)
  await workImports(api.deps)
}

const knownIds = async (
  api: TestApi,
  coordinator: TestCoordinator,
  { project, booking, declined }: Asked,
) => {
  const rows = async (table: 'credential' | 'company' | 'importList') =>
    (await api.database.ownerDb.selectFrom(table).select('id').execute()).map(({ id }) => id)
  return {
    id: [
      project,
      booking,
      declined,
      ...(await rows('credential')),
      ...(await rows('company')),
      ...(await rows('importList')),
    ],
    slug: [coordinator.slug],
    code: (await coordinator.client.get('/api/me/verifications')).body.items.map(
      ({ code }: { code: string }) => code,
    ),
  }
}
