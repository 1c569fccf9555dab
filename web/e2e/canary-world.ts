import { randomInt, randomUUID } from 'node:crypto'
import { type APIRequestContext, request } from '@playwright/test'
import { aStatement, canariesBehind, halfSignedIn, newInvitedAddress, theImports } from './canary-doors.ts'
import type { PageCanary, Viewer } from './page-canary.ts'
import {
  aConfirmedBooking,
  aCoordinator,
  aProduction,
  confirm,
  inDays,
  ok,
  type Person,
  signUp,
  site,
} from './people.ts'

export interface PageWorld {
  browsers: Record<Viewer, APIRequestContext>
  canaries: PageCanary[]
  /** What may stand in an address, by the folder before it or the name of the part. */
  parts: Record<string, string[]>
  accept(): Promise<void>
}

const origin = new URL(site).origin
const context = (more: object = {}) =>
  request.newContext({ baseURL: site, extraHTTPHeaders: { origin }, ...more })

const describedBrief = {
  scenes: [{ natures: ['kiss'], nudity: 'none', performers: [{ bracket: 'adult', count: 2 }] }],
}

/** Everything private that is written, each with a word of its own. */
const privateWords = () => {
  const mark = (word: string) => `${word}-${randomUUID().slice(0, 6)}`
  return {
    accountName: mark('Compte-Zibeline'),
    legalName: mark('Nom-légal-Genette'),
    phone: `01 99 00 ${randomInt(10, 99)} ${randomInt(10, 99)}`,
    pronouns: mark('pronom-Loutre'),
    bio: mark('bio-Martre aux longs plans'),
    note: mark('motif-Hermine rendez-vous'),
    number: mark('NUM-FURET'),
    credentialReason: mark('raison-Putois pièce illisible'),
    companyAccount: mark('Compte-Ocelot'),
    companyName: mark('Société-Renard fictive'),
    contactName: mark('Contact-Vison'),
    contactPhone: `01 99 00 ${randomInt(10, 99)} ${randomInt(10, 99)}`,
    title: mark('Titre-Panthère'),
    codeName: mark('Code-Caracal'),
    message: mark('message-Serval seriez-vous libre'),
    moveNote: mark('mot-Couguar désolé'),
    invitedName: mark('Invitée-Ragondin'),
    remark: mark('remarque-Campagnol'),
    reportWords: mark('signalement-Belette insistante'),
    facts: mark('faits-Blaireau retenus'),
    invitedAddress: newInvitedAddress(),
  }
}

type Written = ReturnType<typeof privateWords>

/** A running product in which everything private was written once, with a word of its own. */
export const createPageWorld = async (): Promise<PageWorld> => {
  const written = privateWords()
  const registrar = await context()
  const staff = { email: 'registrar@demo.test', password: 'demo-repere-2027' }
  await ok(registrar.post('/api/sessions', { data: staff }))
  const [coordinator, production] = [
    await theCoordinator(written, registrar),
    await theProduction(written, registrar),
  ]
  const unverified = await signUp('production', 'Camille Attente')
  const otherCoordinator = await aCoordinator(`Maud Autre ${randomUUID().slice(0, 6)}`)
  const otherProduction = await aProduction(`Autre Films ${randomUUID().slice(0, 6)}`)
  const confirmed = await aConfirmedBooking(otherProduction, otherCoordinator)
  const { project, booking, declined } = await theBookings(written, coordinator, production)
  const [{ imports, invitation }, { report, statement }, half] = await Promise.all([
    theImports(registrar, written),
    aStatement(registrar, coordinator, production, booking, written),
    halfSignedIn(),
  ])
  const templates = (await (await ok(registrar.get('/api/registrar/templates'))).json()) as {
    items: { id: string }[]
  }
  const catalogue = (await (await ok(registrar.get('/api/registrar/catalogue'))).json()) as {
    entries: { id: string }[]
  }
  const parties = ['coordinator', 'production'] as const
  const desk = [...parties, 'registrar'] as const
  const reports = ['/registrar/reports']
  return {
    browsers: {
      visitor: await context({ extraHTTPHeaders: {} }),
      coordinator: coordinator.api,
      otherCoordinator: otherCoordinator.api,
      production: production.api,
      otherProduction: otherProduction.api,
      unverifiedProduction: unverified.api,
      registrar,
      halfSignedIn: half.browser,
    },
    parts: {
      bookings: [booking, declined, confirmed],
      projects: [project],
      imports,
      templates: [templates.items[0]?.id ?? ''],
      catalogue: [catalogue.entries[0]?.id ?? ''],
      credential: [coordinator.credential],
      company: [production.company],
      report: [report],
      slug: [coordinator.slug],
      code: [coordinator.code],
      discipline: ['intimacy', 'eco-production'],
      token: [invitation, statement, 'of-no-invitation-at-all'],
    },
    canaries: [
      { column: 'account.displayName', marker: written.accountName, before: ['coordinator'], at: reports },
      { column: 'account.displayName', marker: written.companyAccount, before: ['production'], at: reports },
      { column: 'account.email', marker: coordinator.email, before: ['coordinator'], after: ['production'] },
      { column: 'account.email', marker: production.email, before: ['production'], after: ['coordinator'] },
      {
        column: 'coordinator.legalName',
        marker: written.legalName,
        before: ['coordinator'],
        after: ['production'],
      },
      { column: 'coordinator.phone', marker: written.phone, before: ['coordinator'], after: ['production'] },
      { column: 'coordinator.pronouns', marker: written.pronouns, before: ['coordinator'] },
      {
        column: 'coordinator.bioFr',
        marker: written.bio,
        before: ['coordinator', 'production', 'otherProduction'],
      },
      { column: 'availabilityBlock.note', marker: written.note, before: ['coordinator'] },
      { column: 'credential.number', marker: written.number, before: ['coordinator', 'registrar'] },
      {
        column: 'credentialDecision.reason',
        marker: written.credentialReason,
        before: ['coordinator', 'registrar'],
      },
      { column: 'company.legalName', marker: written.companyName, before: desk },
      { column: 'company.contactName', marker: written.contactName, before: desk },
      {
        column: 'company.contactPhone',
        marker: written.contactPhone,
        before: ['production'],
        after: ['coordinator'],
      },
      {
        column: 'project.titleSealed',
        marker: written.title,
        before: ['production'],
        after: ['coordinator'],
      },
      { column: 'project.codeNameSealed', marker: written.codeName, before: parties },
      { column: 'bookingMessage.bodySealed', marker: written.message, before: parties },
      { column: 'booking.reasonSealed', marker: written.moveNote, before: parties },
      ...canariesBehind(written),
    ],
    async accept() {
      await half.again()
      await confirm(booking, coordinator, production)
    },
  }
}

const theCoordinator = async (written: Written, registrar: APIRequestContext) => {
  const person = await signUp('coordinator', written.accountName)
  const { api } = person
  const saved = await ok(
    api.put('/api/me/profile', {
      data: {
        displayName: `Solène Publique ${randomUUID().slice(0, 6)}`,
        disciplines: ['intimacy'],
        regions: ['FR-20R'],
        languages: [{ code: 'fr', level: 'native' }],
        legalName: written.legalName,
        phone: written.phone,
        pronouns: written.pronouns,
        bio: { fr: written.bio },
        visibility: { pronouns: 'only-me', bio: 'verified-productions' },
      },
    }),
  )
  const block = { from: inDays(100), to: inDays(101), kind: 'unavailable', note: written.note }
  await ok(
    api.put('/api/me/availability', { data: { blocks: [block], weekly: [], knownUntil: inDays(400) } }),
  )
  const declare = async (code: string, number: string | null) =>
    (
      (await (await ok(api.post('/api/me/credentials', { data: { code, number } }))).json()) as {
        id: string
      }
    ).id
  const decide = (id: string, data: object) =>
    ok(registrar.post(`/api/registrar/credentials/${id}/decisions`, { data }))
  const credential = await declare('IC-BECTU-REG', written.number)
  await decide(credential, {
    decision: 'refuse',
    reason: written.credentialReason,
  })
  const confirmed = await declare('IC-IPA', null)
  await decide(confirmed, { decision: 'confirm', reason: 'Confirmé par l’émetteur au téléphone.' })
  await ok(api.put('/api/me/profile/publication', { data: { consent: true } }))
  const given = await ok(api.post(`/api/me/credentials/${confirmed}/verification`))
  const { code } = (await given.json()) as { code: string }
  return { ...person, code, credential, slug: ((await saved.json()) as { slug: string }).slug }
}

const theProduction = async (
  written: Written,
  registrar: APIRequestContext,
): Promise<Person & { company: string }> => {
  const person = await signUp('production', written.companyAccount)
  const company = await ok(
    person.api.post('/api/companies', {
      data: {
        legalName: written.companyName,
        country: 'BE',
        registration: `BE 0${randomInt(100_000_000, 999_999_999)}`,
        agreement: 'foreign',
        contactName: written.contactName,
        contactFunction: 'productrice',
        contactPhone: written.contactPhone,
      },
    }),
  )
  const { id } = (await company.json()) as { id: string }
  await ok(
    registrar.post(`/api/registrar/companies/${id}/decisions`, {
      data: { decision: 'verify', reason: 'Extrait lu.' },
    }),
  )
  return { ...person, company: id }
}

const theBookings = async (written: Written, coordinator: Person & { slug: string }, production: Person) => {
  const made = await ok(
    production.api.post('/api/projects', {
      data: {
        title: written.title,
        codeName: written.codeName,
        type: 'series',
        discipline: 'intimacy',
        phases: [{ kind: 'shoot', days: [inDays(60)], remote: false }],
        brief: describedBrief,
      },
    }),
  )
  const { id: project } = (await made.json()) as { id: string }
  const request = async (message: string) => {
    const data = { coordinator: coordinator.slug, projectId: project, kind: 'option', message }
    const headers = { 'idempotency-key': randomUUID() }
    const sent = await ok(production.api.post('/api/bookings', { data, headers }))
    return ((await sent.json()) as { id: string }).id
  }
  const booking = await request(written.message)
  const declined = await request('Bonjour, un second essai.')
  await ok(
    coordinator.api.post(`/api/bookings/${declined}/moves`, {
      data: { move: 'decline', version: 1, reason: 'other', note: written.moveNote },
    }),
  )
  return { project, booking, declined }
}
