import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aProduction, aProject } from './bookings.ts'
import type { TestAnswer } from './client.ts'
import { admits, call, isOpen, rows } from './operation-rows.ts'
import { type Operation, readOperations } from './operations.ts'
import type { TestPerson } from './people.ts'
import { api, callers, nobody, raiseWorld, roleOf, world } from './world.ts'

const { operations } = readOperations()
beforeAll(raiseWorld)
afterAll(() => api.close())

const nobody = { id: '01980000-0000-7000-8000-0000000000ff', slug: 'nobody-of-that-name' }

const project = { title: 'Titre', type: 'series', discipline: 'intimacy' }
const credit = { title: 'Titre', kind: 'feature', year: 2025, role: 'coordination' }
const company = {
  legalName: 'Une société',
  country: 'BE',
  registration: 'X-1',
  agreement: 'foreign',
  contactName: 'Inès',
  contactFunction: 'productrice',
}

const template = { nameFr: 'Motif', nameEn: 'Reason', textFr: 'Motif.', textEn: 'Reason.' }

let day = 40
const aBooking = async () => {
  day += 1
  const asked = await aProject(api, world.production, { days: [dayFromNow(api, day)], brief: describedBrief })
  return (await aRequest(world.production, world.coordinator, asked)).id
}
const booking = async (): Promise<Thing> => ({
  id: await aBooking(),
  known: ['coordinator', 'production', 'registrar'],
})
const ownProject = async (): Promise<Thing> => ({
  id: (await aProject(api, world.production)).id,
  known: ['production'],
})
const ownSession = async (): Promise<Thing> => {
  const { email } = world.coordinator
  const elsewhere = api.visitor()
  await elsewhere.post('/api/sessions', { email, password: testPassword })
  const { body } = await elsewhere.get('/api/me/sessions')
  return { id: body.items.find(({ current }: { current: boolean }) => current).id, known: ['coordinator'] }
}
const ownCredential = async (): Promise<Thing> => {
  const { client } = world.coordinator
  const { body: list } = await client.get('/api/me/credentials')
  for (const { id } of list.items) await client.delete(`/api/me/credentials/${id}`)
  const { body } = await client.post('/api/me/credentials', { code: 'IC-BECTU-REG' })
  return { id: body.id, known: ['coordinator'] }
}
/** A profile that was saved and not published: its own owner sees it elsewhere. */
const draft = async (): Promise<Thing> => {
  const { client } = await signUp(api, 'coordinator')
  const { body } = await client.put('/api/me/profile', { displayName: 'Zoé', disciplines: ['intimacy'] })
  return { id: body.slug, known: [] }
}
/** A code that was taken back: nobody finds anything under it. */
const goneCode = async (): Promise<Thing> => {
  const { id, code } = await givenCode()
  await world.coordinator.client.delete(`/api/me/credentials/${id}/verification`)
  return { id: code, known: [] }
}
const givenCode = async () => {
  const { id } = await ownCredential()
  await world.registrar.client.post(`/api/registrar/credentials/${id}/decisions`, {
    decision: 'confirm',
    reason: 'vu',
  })
  await world.coordinator.client.put('/api/me/profile/publication', { consent: true })
  const { body } = await world.coordinator.client.post(`/api/me/credentials/${id}/verification`)
  return { id, code: body.code as string }
}
const checkedCredential = async (): Promise<Thing> => ({ id: (await givenCode()).id, known: ['coordinator'] })
/** A portrait nobody else is shown: its own name answers to its owner alone. */
const ownPhoto = async (): Promise<Thing> => {
  const { body } = await world.coordinator.client.put('/api/me/profile/photo', aForm(await aPhoto()))
  return { id: body.id, known: ['coordinator'] }
}
const ownCredit = async (): Promise<Thing> => ({
  id: (await world.coordinator.client.post('/api/me/credits', credit)).body.id,
  known: ['coordinator'],
})
/** A pair that somebody in training asked for: both halves know of it, nobody else does. */
const waitingPair = async (): Promise<Thing> => {
  const { client, slug } = world.coordinator
  const profile = { displayName: 'Solène d’Arvigny', disciplines: ['intimacy'], regions: ['FR-BRE'] }
  await client.put('/api/me/profile', { ...profile, levels: { intimacy: 'experienced' } })
  const trainee = await aCoordinator(api, { displayName: 'Noé Stagiaire' })
  await trainee.client.put('/api/me/profile', { ...profile, levels: { intimacy: 'in-training' } })
  const asked = { coordinator: slug, side: 'trainee', discipline: 'intimacy' }
  const { body } = await trainee.client.post('/api/me/mentoring', asked)
  return { id: body.id, known: ['coordinator'] }
}
const ownEvidence = async (): Promise<Thing> => {
  const thing = await ownCredential()
  await world.coordinator.client.put(`/api/me/credentials/${thing.id}/evidence`, aForm(aPdf()))
  return thing
}
const declared = async (): Promise<Thing> => ({ ...(await ownCredential()), known: ['registrar'] })
const waitingCompany = async (): Promise<Thing> => {
  const { client } = await aProduction(api, { verified: false })
  await client.get('/api/companies/current')
  const { body } = await world.registrar.client.get('/api/registrar/companies?state=unverified&perPage=50')
  return { id: body.items.at(-1).id, known: ['registrar'] }
}

let jobSheet: { version: number; sheet: { title: { fr: string } } }
const aSheet = async (): Promise<Thing> => {
  jobSheet = (await api.visitor().get('/api/professions/intimacy')).body
  return { id: 'intimacy', known: ['registrar'] }
}
const editedSheet = async (): Promise<Thing> => {
  await aSheet()
  const { version, sheet } = jobSheet
  const title = { ...sheet.title, fr: `Titre ${version}` }
  await world.registrar.client.put('/api/registrar/job-sheets/intimacy', {
    version,
    sheet: { ...sheet, title },
  })
  return aSheet()
}
const aTool = { list: 'tools', nameFr: 'Outil', nameEn: 'Tool', url: null }
const anEntry = async (): Promise<Thing> => {
  const code = `tool-${randomUUID().slice(0, 8)}`
  const { body } = await world.registrar.client.post('/api/registrar/catalogue', { code, fields: aTool })
  return { id: body.id, known: ['registrar'] }
}
const editedEntry = async (): Promise<Thing> => {
  const entry = await anEntry()
  const fields = { ...aTool, nameFr: 'Autre outil' }
  await world.registrar.client.put(`/api/registrar/catalogue/${entry.id}`, { version: 1, fields })
  return entry
}
const aTemplate = async (): Promise<Thing> => {
  const body = { purpose: 'credential-refuse', ...template }
  return {
    id: (await world.registrar.client.post('/api/registrar/templates', body)).body.id,
    known: ['registrar'],
  }
}
const anImport = async (): Promise<Thing> => ({
  id: (await bring(api, world.registrar)).body.id,
  known: ['registrar'],
})
const sentImport = async () => {
  const email = freshAddress('invited')
  const file = csv(['Nom', 'Courriel'], ['Ada Essai', email])
  const { id } = (await bring(api, world.registrar, { file })).body
  await tryOut(world.registrar, id)
  await workImports(api.deps)
  await world.registrar.client.post(`/api/registrar/imports/${id}/start`, { reviewed: true })
  await workImports(api.deps)
  return { id, email }
}
const anInvitation = async (): Promise<Thing> => {
  const { id } = await sentImport()
  const { body } = await world.registrar.client.get(`/api/registrar/imports/${id}/rows`)
  return { id: body.items[0].invitation.id, known: ['registrar'] }
}
/** A link stands for itself: whoever holds it is who it was mailed to. */
const aMailedLink = async (): Promise<Thing> => ({
  id: await mailedToken(api, (await sentImport()).email),
  known: callers,
})
const aUsedLink = async (): Promise<Thing> => {
  const link = await aMailedLink()
  const claim = { password: testPassword, displayName: 'Ada', locale: 'fr' }
  await api.visitor().post(`/api/invitations/${link.id}/account`, claim)
  return link
}

const ownBlock = async (): Promise<Thing> => {
  const { client } = world.coordinator
  const { body: list } = await client.get('/api/me/blocks')
  for (const { id } of list.items) await client.delete(`/api/me/blocks/${id}`)
  const { body } = await client.post('/api/me/blocks', { bookingId: await aBooking(), who: 'company' })
  // Lifted by whoever knows it when the row is tried; until then it must not stand in the way of other requests.
  return { id: body.id, known: ['coordinator'] }
}
const aReport = async () => {
  const { body } = await world.coordinator.client.post('/api/reports', {
    subject: 'booking',
    bookingId: await aBooking(),
    reason: 'other',
    words: 'Un essai.',
  })
  return body.id as string
}
const openReport = async (): Promise<Thing> => ({ id: await aReport(), known: ['registrar'] })
const statement = async (): Promise<Thing> => {
  const id = await aReport()
  const decision = { outcome: 'warning', ground: 'respect', facts: 'Lu.' }
  await world.registrar.client.post(`/api/registrar/reports/${id}/decisions`, decision)
  const { items } = (await world.coordinator.client.get('/api/me/reports')).body
  return { id: items[0].token, known: callers }
}

/** One row per operation. A route without a row fails the first test below. */
const rows: Record<string, Row> = {
  'GET /api/health': {},
  'GET /api/ready': {},
  'GET /api/reference': {},
  'GET /api/dev/mail': {},
  'POST /api/sessions': { body: { email: 'nobody@example.test', password: 'no such password' } },
  'GET /api/sessions/current': {},
  'DELETE /api/sessions/current': {},
  'GET /api/me/sessions': {},
  'DELETE /api/me/sessions/{id}': { thing: ownSession },
  'POST /api/sessions/second-factor': { body: { code: '123456' } },
  'GET /api/me/second-factor': {},
  'POST /api/me/second-factor': {},
  'POST /api/me/second-factor/confirmation': { body: { code: '123456' } },
  'POST /api/me/second-factor/recovery-codes': { body: { code: '123456' } },
  'POST /api/me/second-factor/removal': { body: { password: testPassword, code: '123456' } },
  'POST /api/me/confirmation': { body: { password: testPassword } },
  'POST /api/accounts': {
    body: { email: 'x@example.test', password: 'p', displayName: 'X', role: 'coordinator', locale: 'fr' },
  },
  'POST /api/accounts/verification': { body: { token: 'none' } },
  'POST /api/accounts/verification-mail': {},
  'POST /api/password-resets': { body: { email: 'nobody@example.test' } },
  'POST /api/password-resets/confirmation': { body: { token: 'none', password: testPassword } },
  'PUT /api/me/locale': { body: { locale: 'fr' } },
  'GET /api/coordinators': {},
  'GET /api/coordinators/{slug}': { thing: draft },
  'GET /api/coordinators/{slug}/availability': { thing: draft, query: 'from=2027-03-01&to=2027-03-02' },
  'GET /api/search/counts': {},
  'GET /api/me/profile': {},
  'PUT /api/me/profile': { body: { displayName: 'Zoé', disciplines: ['intimacy'] } },
  'GET /api/me/profile/preview': {},
  'GET /api/search-engines': {},
  'PUT /api/me/profile/publication': { body: { consent: true } },
  'DELETE /api/me/profile/publication': {},
  'PUT /api/me/profile/pause': {},
  'DELETE /api/me/profile/pause': {},
  'GET /api/me/credits': {},
  'POST /api/me/credits': { body: credit },
  'PUT /api/me/credits/{id}': { thing: ownCredit, body: credit },
  'PUT /api/me/credits/{id}/position': { thing: ownCredit, body: { position: 0 } },
  'DELETE /api/me/credits/{id}': { thing: ownCredit },
  'PUT /api/me/profile/photo': { body: aForm(aPdf()) },
  'DELETE /api/me/profile/photo': {},
  'GET /api/photos/{id}': { thing: ownPhoto },
  'GET /api/me/mentoring': {},
  'POST /api/me/mentoring': {
    body: { coordinator: nobody.slug, side: 'trainee', discipline: 'intimacy' },
  },
  'PUT /api/me/mentoring/{id}/acceptance': { thing: waitingPair },
  'DELETE /api/me/mentoring/{id}': { thing: waitingPair },
  'GET /api/me/credentials': {},
  'POST /api/me/credentials': { body: { code: 'IC-IDC' } },
  'DELETE /api/me/credentials/{id}': { thing: ownCredential },
  'GET /api/verify/{code}': { thing: goneCode },
  'GET /api/me/verifications': {},
  'POST /api/me/credentials/{id}/verification': { thing: checkedCredential },
  'DELETE /api/me/credentials/{id}/verification': { thing: checkedCredential },
  'PUT /api/me/credentials/{id}/evidence': { thing: ownCredential, body: aForm(aPdf()) },
  'GET /api/me/credentials/{id}/evidence': { thing: ownEvidence },
  'DELETE /api/me/credentials/{id}/evidence': { thing: ownEvidence },
  'GET /api/me/availability': {},
  'PUT /api/me/availability': { body: { blocks: [], weekly: [] } },
  'POST /api/me/availability/confirmation': {},
  'POST /api/me/availability/undo': { body: { version: 1 } },
  'GET /api/me/availability/days': {},
  'GET /api/me/calendar-import': {},
  'POST /api/me/calendar-import': { body: aForm(aCalendar(), 'calendar.ics') },
  'DELETE /api/me/calendar-import': {},
  'PUT /api/me/calendar-import/application': { body: { id: nobody.id } },
  'DELETE /api/me/calendar-import/preview': {},
  'POST /api/companies': { body: company },
  'GET /api/companies/current': {},
  'PUT /api/companies/current': { body: company },
  'GET /api/projects': {},
  'POST /api/projects': { body: project },
  'GET /api/projects/{id}': { thing: ownProject },
  'PUT /api/projects/{id}': { thing: ownProject, body: project },
  'POST /api/projects/{id}/copies': { thing: ownProject, body: { title: 'Projet copié' } },
  'GET /api/bookings': {},
  'POST /api/bookings': {
    body: { coordinator: nobody.slug, projectId: nobody.id, kind: 'option', message: 'Bonjour' },
  },
  'GET /api/bookings/{id}': { thing: booking },
  'POST /api/bookings/{id}/moves': { thing: booking, body: { move: 'accept', version: 1 } },
  'POST /api/bookings/{id}/others': { thing: booking },
  'GET /api/bookings/{id}/messages': { thing: booking },
  'POST /api/bookings/{id}/messages': { thing: booking, body: { body: 'Bonjour' } },
  'GET /api/registrar/desk': {},
  'GET /api/registrar/credentials': {},
  'POST /api/registrar/credentials/{id}/decisions': {
    thing: declared,
    body: { decision: 'confirm', reason: 'vu' },
  },
  'GET /api/registrar/credentials/{id}/evidence': {
    thing: async () => ({ ...(await ownEvidence()), known: ['registrar'] }),
  },
  'GET /api/registrar/companies': {},
  'POST /api/registrar/companies/{id}/decisions': {
    thing: waitingCompany,
    body: { decision: 'verify', reason: 'vu' },
  },
  'POST /api/registrar/credentials/{id}/questions': { thing: declared, body: { body: 'Laquelle ?' } },
  'POST /api/registrar/companies/{id}/questions': { thing: waitingCompany, body: { body: 'Laquelle ?' } },
  'POST /api/me/credentials/{id}/answers': { thing: ownCredential, body: { body: 'Celle-ci.' } },
  'POST /api/companies/current/answers': { body: { body: 'Celle-ci.' } },
  'GET /api/registrar/credentials/selection': { query: `ids=${nobody.id}` },
  'POST /api/registrar/credentials/reviews': {
    body: { items: [{ id: nobody.id }], decision: 'confirm', reason: { fr: 'vu', en: 'seen' } },
  },
  'POST /api/registrar/credentials/decisions': {
    body: { items: [{ id: nobody.id }], decision: 'confirm', reason: { fr: 'vu', en: 'seen' } },
  },
  'GET /api/registrar/companies/selection': { query: `ids=${nobody.id}` },
  'POST /api/registrar/companies/reviews': {
    body: { items: [{ id: nobody.id }], decision: 'verify', reason: { fr: '', en: '' } },
  },
  'POST /api/registrar/companies/decisions': {
    body: { items: [{ id: nobody.id }], decision: 'verify', reason: { fr: '', en: '' } },
  },
  'GET /api/registrar/credentials/{id}/templates': { thing: declared },
  'GET /api/registrar/companies/{id}/templates': { thing: waitingCompany },
  'GET /api/registrar/templates': {},
  'POST /api/registrar/templates': { body: { purpose: 'credential-refuse', ...template } },
  'GET /api/registrar/templates/{id}': { thing: aTemplate },
  'PUT /api/registrar/templates/{id}': { thing: aTemplate, body: { ...template, version: 1 } },
  'DELETE /api/registrar/templates/{id}': { thing: aTemplate },
  'GET /api/me/blocks': {},
  'POST /api/me/blocks': { body: { bookingId: nobody.id, who: 'company' } },
  'DELETE /api/me/blocks/{id}': { thing: ownBlock },
  'POST /api/reports': {
    body: { subject: 'booking', bookingId: nobody.id, reason: 'other', words: 'Un essai.' },
  },
  'GET /api/me/reports': {},
  'GET /api/statements/{token}': { thing: statement },
  'POST /api/statements/{token}/contests': { thing: statement, body: { words: 'Un essai.' } },
  'GET /api/registrar/reports': {},
  'GET /api/registrar/reports/{id}': { thing: openReport },
  'PUT /api/registrar/reports/{id}/measures': {
    thing: openReport,
    body: { frozen: true, suspended: false },
  },
  'POST /api/registrar/reports/{id}/decisions': {
    thing: openReport,
    body: { outcome: 'no-action', ground: 'not-established', facts: 'Lu.' },
  },
  'GET /api/registrar/audit': {},
  'GET /api/me/profile/progress': {},
  'GET /api/professions/{discipline}': { thing: async () => ({ id: 'intimacy', known: callers }) },
  'PUT /api/registrar/job-sheets/{discipline}': {
    thing: aSheet,
    get body() {
      return { version: jobSheet.version, sheet: jobSheet.sheet }
    },
  },
  'GET /api/registrar/job-sheets/{discipline}/history': { thing: aSheet },
  'POST /api/registrar/job-sheets/{discipline}/restorations': {
    thing: editedSheet,
    get body() {
      return { version: jobSheet.version, restore: jobSheet.version - 1 }
    },
  },
  'GET /api/registrar/catalogue': {},
  'POST /api/registrar/catalogue': { body: { code: 'x', fields: aTool } },
  'GET /api/registrar/catalogue/{id}': { thing: anEntry },
  'PUT /api/registrar/catalogue/{id}': { thing: anEntry, body: { version: 1, fields: aTool } },
  'PUT /api/registrar/catalogue/{id}/retirement': { thing: anEntry, body: { version: 1, retired: true } },
  'PUT /api/registrar/catalogue/{id}/place': { thing: anEntry, body: { version: 1, place: 1 } },
  'POST /api/registrar/catalogue/{id}/opening': { thing: anEntry, body: { version: 1, confirmed: true } },
  'GET /api/registrar/catalogue/{id}/history': { thing: anEntry },
  'POST /api/registrar/catalogue/{id}/restorations': {
    thing: editedEntry,
    body: { version: 2, restore: 1 },
  },
  'GET /api/registrar/processing-record': {},
  'GET /api/registrar/retention': {},
  'PUT /api/registrar/retention': { body: { rule: 'link', days: 7 } },
  'GET /api/me/privacy': {},
  'POST /api/me/export': {},
  'GET /api/me/erasure': {},
  'POST /api/me/erasure': { body: { password: 'no such password', confirmation: 'x' } },
  'POST /api/registrar/imports': {},
  'GET /api/registrar/imports': {},
  'GET /api/registrar/imports/{id}': { thing: anImport },
  'GET /api/registrar/imports/{id}/rows': { thing: anImport },
  'PUT /api/registrar/imports/{id}/mapping': {
    thing: anImport,
    body: { mapping: ['name', 'email'], inviter: 'Nous', source: 'Annuaire', locale: 'fr' },
  },
  'POST /api/registrar/imports/{id}/start': { thing: anImport, body: { reviewed: true } },
  'POST /api/registrar/imports/{id}/cancel': { thing: anImport },
  'POST /api/registrar/invitations/{id}/mail': { thing: anInvitation },
  'DELETE /api/registrar/invitations/{id}': { thing: anInvitation },
  'GET /api/invitations/{token}': { thing: aMailedLink },
  'POST /api/invitations/{token}/account': {
    thing: aUsedLink,
    body: { password: testPassword, displayName: 'Ada', locale: 'fr' },
  },
  'POST /api/invitations/{token}/refusal': { thing: aMailedLink },
  'POST /api/invitations/{token}/mail': { thing: aMailedLink },
  'GET /api/registrar/audit.csv': {},
}

test('every operation has its row, and every row its operation', () => {
  expect(Object.keys(rows).sort()).toEqual(operations.map(({ name }) => name).sort())
})

const operationOf = (name: string): Operation => {
  const operation = operations.find((one) => one.name === name)
  if (!operation) throw new Error(`${name} is not served`)
  return operation
}

/** What an answer says, without the name of its request. */
const said = ({ status, body }: TestAnswer) => ({ status, body: { ...body, instance: undefined } })

const nonsense = { nonsense: true }

describe.each(Object.entries(rows))('%s', (name, row) => {
  test('asks who it is before all else, and admits the named roles alone, whatever is sent', async () => {
    const operation = operationOf(name)
    if (isOpen(operation)) return expect(operation.access).toEqual(['everyone'])
    const refused: unknown[] = []
    for (const caller of callers.filter((one) => !admits(operation, roleOf[one]))) {
      const { status, body } = await call(world[caller], operation, 'not-an-id', nonsense)
      const wanted = caller === 'visitor' ? [401, 'sign-in-required'] : [403, 'wrong-role']
      if (status !== wanted[0] || body?.code !== wanted[1]) refused.push([caller, status, body?.code])
    }
    expect(refused).toEqual([])
  })

  test('says what is wrong with a request before it looks for anything', async () => {
    const operation = operationOf(name)
    const judged = operation.body !== undefined || operation.upload || operation.path.includes('{id}')
    const admitted = callers.find((caller) => caller !== 'visitor' && admits(operation, roleOf[caller]))
    if (!judged || !admitted) return expect(judged && !admitted).toBe(false)
    const { status, body } = await call(world[admitted], operation, 'not-an-id', nonsense)
    expect([status, body.code]).toEqual([400, 'invalid-request'])
    expect(body.errors.length).toBeGreaterThan(0)
  })

  test('what is somebody else’s answers as what does not exist', async () => {
    const operation = operationOf(name)
    if (!row.thing) return expect(operation.path).not.toContain('{')
    const { id, known } = await row.thing()
    const absent = operation.path.includes('{slug}') ? nobody.slug : nobody.id
    const strangers = callers.filter((one) => admits(operation, roleOf[one]) && !known.includes(one))
    for (const stranger of strangers) {
      const theirs = said(await call(world[stranger], operation, id, row.body))
      expect(theirs, stranger).toEqual(said(await call(world[stranger], operation, absent, row.body)))
      expect(theirs.status, stranger).toBe(404)
    }
    for (const knower of known.filter((one) => admits(operation, roleOf[one]))) {
      const { status, body } = await call(world[knower], operation, id, row.body)
      expect([401, 403, 404, 500, 503], `${knower} ${body?.code}`).not.toContain(status)
      const other = await call(world[knower], operation, absent, row.body)
      expect(other.status, knower).toBe(404)
    }
  })
})

test('an account that was suspended is a visitor to every operation', async () => {
  const suspended = await aProduction(api)
  await api.database.ownerDb
    .updateTable('account')
    .set({ state: 'suspended' })
    .where('id', '=', suspended.id)
    .execute()
  for (const operation of operations.filter((one) => !isOpen(one)))
    expect((await call(suspended, operation, nobody.id, rows[operation.name]?.body)).status).toBe(401)
})

test('the gates of a first contact stand in their order: address, then company', async () => {
  const { id } = await aProject(api, world.unverifiedProduction)
  const ask = (person: TestPerson, projectId: string) =>
    person.client.post(
      '/api/bookings',
      { coordinator: world.coordinator.slug, projectId, kind: 'option', message: 'Bonjour' },
      { 'idempotency-key': randomUUID() },
    )
  expect((await ask(world.unverifiedProduction, id)).body.code).toBe('company-not-verified')
  expect((await ask(world.production, id)).body.code).toBe('project-not-found')
  const unproven = await aProduction(api, { emailVerified: false })
  const theirs = await aProject(api, unproven)
  expect((await ask(unproven, theirs.id)).body.code).toBe('email-not-verified')
})
