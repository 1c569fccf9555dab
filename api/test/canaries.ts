import { createHash } from 'node:crypto'
import { workImports } from '../imports/service.ts'
import type { Log } from '../log.ts'
import { codeAt } from '../second-factors/totp.ts'
import { createTestApi, type TestApi } from './api.ts'
import { aProduction, dayFromNow, describedBrief, move, type TestCoordinator } from './bookings.ts'
import type { TestClient } from './client.ts'
import { aForm, aPdf } from './files.ts'
import { bring, csv, tryOut } from './imports.ts'
import { aRegistrar, signUp, type TestPerson, testPassword } from './people.ts'

/** Who looks. The coordinator and the production are the two parties of every booking here. */
export type Viewer =
  | 'visitor'
  | 'coordinator'
  | 'otherCoordinator'
  | 'production'
  | 'otherProduction'
  | 'unverifiedProduction'
  | 'registrar'

export interface Canary {
  /** `table.column`, as the dictionary of the data names it. */
  column: string
  /** What to look for. */
  marker: string
  /** Who may come upon it while the request waits for its answer … */
  before: readonly Viewer[]
  /** … and who besides once it was accepted. */
  after?: readonly Viewer[]
  /** Sealed at rest, and in no mail: scenes, titles and words leak films. */
  sealed?: true
}

const parties = ['coordinator', 'production'] as const
const verified = ['production', 'otherProduction'] as const
const desk = [...parties, 'registrar'] as const

const written = {
  accountName: 'Compte-Zibeline',
  companyAccountName: 'Compte-Ocelot',
  legalName: 'Nom-légal-Genette',
  phone: '01 99 00 47 11',
  pronouns: 'pronom-Loutre',
  bioFr: 'bio-Martre aux longs plans',
  bioEn: 'bio-Marten of long takes',
  conduct: 'charte-Genet du plateau',
  conductLink: 'https://ocelot-charte.example/texte',
  creditRole: 'role-Tigre sur plateau',
  creditTitle: 'Œuvre-Puma',
  creditProduction: 'Maison-Eyra',
  creditLink: 'https://oncille.example/oeuvre',
  silentTitle: 'Œuvre-Margay tue',
  silentProduction: 'Maison-Kodkod tue',
  note: 'motif-Hermine rendez-vous',
  formerNote: 'motif-Belette rendez-vous',
  number: 'NUM-FURET-77',
  credentialReason: 'raison-Putois pièce illisible',
  companyReason: 'raison-Blaireau extrait lu',
  companyName: 'Société-Renard fictive',
  registration: 'X-LYNX-4471',
  website: 'https://belette.example',
  contactName: 'Contact-Vison',
  contactFunction: 'fonction-Fouine',
  contactPhone: '01 99 00 58 22',
  title: 'Titre-Panthère',
  codeName: 'Code-Caracal',
  message: 'message-Serval seriez-vous libre',
  secondMessage: 'message-Guépard entendu',
  moveNote: 'mot-Couguar désolé',
  key: 'clef-Jaguar-1',
  report: 'signalement-Okapi insistant',
  reportFacts: 'constat-Tapir établi',
  contest: 'contestation-Suricate du fond',
  /** Of the coordinator’s second factor, once it is made. */
  secret: '',
  oldName: 'ancien-nom-Civette',
  laterName: 'nom-suivant-Mangouste',
  fileName: 'Fichier-Mangouste',
  fileText: 'Contenu-Suricate',
  credentialQuestion: 'question-Hérisson sur le titre',
  credentialAnswer: 'réponse-Tatou sur le titre',
  companyQuestion: 'question-Pangolin sur la société',
  companyAnswer: 'réponse-Fourmilier sur la société',
  templateNameFr: 'Motif-Ragondin',
  templateNameEn: 'Reason-Coypu',
  templateFr: 'texte-Castor à reprendre',
  templateEn: 'text-Beaver to be taken',
  inviter: 'invitant-Chamois',
  listSource: 'annuaire-Bouquetin 2026',
  heading: 'colonne-Mouflon',
  listed: 'Personne-Isard',
}

const document = aPdf(written.fileText)

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

const theCoordinator = async (api: TestApi, registrar: TestPerson): Promise<TestCoordinator> => {
  const person = await signUp(api, 'coordinator', { displayName: written.accountName })
  const { client } = person
  const { body } = await client.put('/api/me/profile', {
    displayName: 'Solène Publique',
    disciplines: ['intimacy'],
    regions: ['FR-BRE'],
    languages: [{ code: 'fr', level: 'native' }],
    legalName: written.legalName,
    phone: written.phone,
    pronouns: written.pronouns,
    bio: { fr: written.bioFr, en: written.bioEn },
    rate: { fromCents: 61_733, toCents: 84_419, currency: 'EUR' },
    daysOnSet: 7_391,
    countries: ['ZW'],
    codeOfConduct: { name: written.conduct, link: written.conductLink },
    visibility: {
      pronouns: 'only-me',
      bio: 'verified-productions',
      rate: 'after-acceptance',
      daysOnSet: 'only-me',
      countries: 'only-me',
      codeOfConduct: 'after-acceptance',
      credits: 'verified-productions',
    },
  })
  const taken = { from: dayFromNow(api, 60), to: dayFromNow(api, 61), kind: 'unavailable' }
  const knownUntil = dayFromNow(api, 300)
  await client.put('/api/me/availability', { blocks: [{ ...taken, note: written.formerNote }], knownUntil })
  await client.put('/api/me/availability', {
    blocks: [{ ...taken, note: written.note }],
    knownUntil,
    version: 1,
  })
  const work = { kind: 'series', year: 2026, role: written.creditRole }
  await client.post('/api/me/credits', {
    ...work,
    title: written.creditTitle,
    production: written.creditProduction,
    link: written.creditLink,
  })
  await client.post('/api/me/credits', {
    ...work,
    title: written.silentTitle,
    production: written.silentProduction,
    confidentialUntil: dayFromNow(api, 300),
  })
  const { body: credential } = await client.post('/api/me/credentials', {
    code: 'IC-BECTU-REG',
    number: written.number,
  })
  await client.put(
    `/api/me/credentials/${credential.id}/evidence`,
    aForm(document, `${written.fileName}.pdf`),
  )
  await registrar.client.post(`/api/registrar/credentials/${credential.id}/decisions`, {
    decision: 'refuse',
    reason: written.credentialReason,
  })
  api.clock.advance({ minutes: 1 })
  await registrar.client.post(`/api/registrar/credentials/${credential.id}/questions`, {
    body: written.credentialQuestion,
  })
  await client.post(`/api/me/credentials/${credential.id}/answers`, { body: written.credentialAnswer })
  await client.put('/api/me/profile/publication', { consent: true })
  const { body: factor } = await client.post('/api/me/second-factor')
  written.secret = factor.enrolling.secret
  await client.post('/api/me/second-factor/confirmation', { code: codeAt(written.secret, api.clock.now()) })
  const { body: shared } = await client.post('/api/me/credentials', { code: 'IC-IDC' })
  await registrar.client.post(`/api/registrar/credentials/${shared.id}/decisions`, {
    decision: 'confirm',
    reason: 'vu',
  })
  await client.post(`/api/me/credentials/${shared.id}/verification`)
  return { ...person, slug: body.slug }
}

const theProduction = async (api: TestApi, registrar: TestPerson): Promise<TestPerson> => {
  const person = await signUp(api, 'production', { displayName: written.companyAccountName })
  const { body } = await person.client.post('/api/companies', {
    legalName: written.companyName,
    country: 'BE',
    registration: written.registration,
    agreement: 'foreign',
    website: written.website,
    contactName: written.contactName,
    contactFunction: written.contactFunction,
    contactPhone: written.contactPhone,
  })
  await registrar.client.post(`/api/registrar/companies/${body.id}/decisions`, {
    decision: 'verify',
    reason: written.companyReason,
  })
  api.clock.advance({ minutes: 1 })
  await registrar.client.post(`/api/registrar/companies/${body.id}/questions`, {
    body: written.companyQuestion,
  })
  await person.client.post('/api/companies/current/answers', { body: written.companyAnswer })
  return person
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

/** A report that went all the way, so that its thread is closed to registrars again, and a block. */
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
  const block = await coordinator.client.post('/api/me/blocks', { bookingId, who: 'person' })
  return { report: body.id as string, block: block.body.id as string }
}

const moderatedCanaries = ({ block }: { block: string }): Canary[] => [
  { column: 'contactBlock.id', marker: block, before: ['coordinator'] },
  {
    column: 'report.wordsSealed',
    marker: written.report,
    before: ['coordinator', 'registrar'],
    sealed: true,
  },
  { column: 'reportDecision.factsSealed', marker: written.reportFacts, before: desk, sealed: true },
  {
    column: 'reportContest.wordsSealed',
    marker: written.contest,
    before: ['production', 'registrar'],
    sealed: true,
  },
]

/** One request that will be accepted, and one that was declined with a word. */
const theBookings = async (api: TestApi, coordinator: TestCoordinator, production: TestPerson) => {
  const { body: project } = await production.client.post('/api/projects', {
    title: written.title,
    codeName: written.codeName,
    type: 'series',
    discipline: 'intimacy',
    phases: [{ kind: 'shoot', days: [dayFromNow(api, 30)], remote: false }],
    brief: describedBrief,
  })
  const request = (message: string, key: string) =>
    production.client.post(
      '/api/bookings',
      { coordinator: coordinator.slug, projectId: project.id, kind: 'option', message },
      { 'idempotency-key': key },
    )
  const { body: booking } = await request(written.message, written.key)
  const { body: declined } = await request(written.secondMessage, 'another-key')
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

type Asked = Awaited<ReturnType<typeof theBookings>>

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

const theCanaries = async (
  api: TestApi,
  coordinator: TestCoordinator,
  production: TestPerson,
  { project, booking, declined }: Asked,
  codes: string[],
): Promise<Canary[]> => {
  const { ownerDb } = api.database
  const accounts = await ownerDb.selectFrom('account').select(['id', 'passwordHash']).execute()
  const sessions = await ownerDb.selectFrom('session').select(['id', 'publicId', 'accountId']).execute()
  const ownSession = sessions.find(({ accountId }) => accountId === coordinator.id)
  const hashOf = (id: string) => accounts.find((account) => account.id === id)?.passwordHash ?? ''
  const [, token = ''] = coordinator.client.cookie().split('=')
  const proving = ['coordinator', 'registrar'] as const
  return [
    { column: 'account.email', marker: coordinator.email, before: ['coordinator'], after: ['production'] },
    { column: 'account.email', marker: production.email, before: ['production'], after: ['coordinator'] },
    { column: 'account.displayName', marker: written.accountName, before: desk },
    { column: 'account.displayName', marker: written.companyAccountName, before: desk },
    { column: 'account.passwordHash', marker: hashOf(coordinator.id), before: [] },
    { column: 'account.passwordHash', marker: testPassword, before: [] },
    { column: 'session.id', marker: ownSession?.id ?? '', before: [] },
    { column: 'session.id', marker: token, before: [] },
    { column: 'session.publicId', marker: ownSession?.publicId ?? '', before: ['coordinator'] },
    {
      column: 'coordinator.legalName',
      marker: written.legalName,
      before: ['coordinator'],
      after: ['production'],
    },
    { column: 'coordinator.phone', marker: written.phone, before: ['coordinator'], after: ['production'] },
    { column: 'coordinator.pronouns', marker: written.pronouns, before: ['coordinator'] },
    { column: 'coordinator.daysOnSet', marker: '7391', before: ['coordinator'] },
    { column: 'coordinator.bioFr', marker: written.bioFr, before: ['coordinator', ...verified] },
    { column: 'coordinator.bioEn', marker: written.bioEn, before: ['coordinator', ...verified] },
    { column: 'coordinator.rateFromCents', marker: '61733', before: ['coordinator'], after: ['production'] },
    { column: 'coordinator.rateToCents', marker: '84419', before: ['coordinator'], after: ['production'] },
    { column: 'coordinator.countries', marker: 'ZW', before: ['coordinator'] },
    {
      column: 'coordinator.codeOfConduct',
      marker: written.conduct,
      before: ['coordinator'],
      after: ['production'],
    },
    {
      column: 'coordinator.codeOfConductLink',
      marker: written.conductLink,
      before: ['coordinator'],
      after: ['production'],
    },
    { column: 'credit.role', marker: written.creditRole, before: ['coordinator', ...verified] },
    { column: 'credit.title', marker: written.creditTitle, before: ['coordinator', ...verified] },
    { column: 'credit.production', marker: written.creditProduction, before: ['coordinator', ...verified] },
    { column: 'credit.link', marker: written.creditLink, before: ['coordinator', ...verified] },
    { column: 'credit.sealed', marker: written.silentTitle, before: ['coordinator'], sealed: true },
    { column: 'credit.sealed', marker: written.silentProduction, before: ['coordinator'], sealed: true },
    { column: 'availabilityBlock.note', marker: written.note, before: ['coordinator'] },
    { column: 'calendarPrevious.blocks', marker: written.formerNote, before: [] },
    { column: 'credential.number', marker: written.number, before: ['coordinator', 'registrar'] },
    {
      column: 'credentialDecision.reason',
      marker: written.credentialReason,
      before: ['coordinator', 'registrar'],
    },
    { column: 'verification.code', marker: codes[0] ?? '', before: ['coordinator'] },
    { column: 'secondFactor.secretSealed', marker: written.secret, before: [], sealed: true },
    { column: 'verification.code', marker: (codes[0] ?? '').replaceAll('-', ''), before: [] },
    { column: 'storedFile.nameSealed', marker: written.fileName, before: proving, sealed: true },
    { column: 'storedFile', marker: written.fileText, before: proving, sealed: true },
    {
      column: 'credentialEvidence.sha256',
      marker: createHash('sha256').update(document).digest('hex'),
      before: proving,
    },
    { column: 'company.legalName', marker: written.companyName, before: desk },
    { column: 'company.registration', marker: written.registration, before: desk },
    { column: 'company.website', marker: written.website, before: desk },
    { column: 'company.contactName', marker: written.contactName, before: desk },
    { column: 'company.contactFunction', marker: written.contactFunction, before: desk },
    {
      column: 'company.contactPhone',
      marker: written.contactPhone,
      before: ['production'],
      after: ['coordinator'],
    },
    { column: 'companyDecision.reason', marker: written.companyReason, before: ['production', 'registrar'] },
    {
      column: 'project.titleSealed',
      marker: written.title,
      before: ['production'],
      after: ['coordinator'],
      sealed: true,
    },
    { column: 'project.codeNameSealed', marker: written.codeName, before: parties, sealed: true },
    { column: 'project.briefSealed', marker: 'presence-on-set', before: parties },
    { column: 'bookingMessage.bodySealed', marker: written.message, before: parties, sealed: true },
    { column: 'bookingMessage.bodySealed', marker: written.secondMessage, before: parties, sealed: true },
    { column: 'booking.reasonSealed', marker: written.moveNote, before: parties, sealed: true },
    { column: 'booking.id', marker: booking, before: desk },
    { column: 'booking.id', marker: declined, before: desk },
    { column: 'project.id', marker: project, before: ['production', 'registrar'] },
    { column: 'revision.before', marker: written.oldName, before: ['registrar'] },
    { column: 'revision.after', marker: written.laterName, before: ['registrar'] },
    ...[written.credentialQuestion, written.credentialAnswer].map((marker) => ({
      column: 'inquiryMessage.bodySealed',
      marker,
      before: ['coordinator', 'registrar'] as const,
      sealed: true as const,
    })),
    ...[written.companyQuestion, written.companyAnswer].map((marker) => ({
      column: 'inquiryMessage.bodySealed',
      marker,
      before: ['production', 'registrar'] as const,
      sealed: true as const,
    })),
    { column: 'reasonTemplate.nameFr', marker: written.templateNameFr, before: ['registrar'] },
    { column: 'reasonTemplate.nameEn', marker: written.templateNameEn, before: ['registrar'] },
    { column: 'reasonTemplate.textFr', marker: written.templateFr, before: ['registrar'] },
    { column: 'reasonTemplate.textEn', marker: written.templateEn, before: ['registrar'] },
    { column: 'importList.inviter', marker: written.inviter, before: ['registrar'] },
    { column: 'importList.source', marker: written.listSource, before: ['registrar'] },
    { column: 'importList.headingsSealed', marker: written.heading, before: ['registrar'], sealed: true },
    { column: 'importRow.contentSealed', marker: written.listed, before: ['registrar'], sealed: true },
    { column: 'idempotency.key', marker: written.key, before: [] },
  ]
}
