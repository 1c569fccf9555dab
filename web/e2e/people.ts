import { randomInt, randomUUID } from 'node:crypto'
import { type APIRequestContext, request } from '@playwright/test'

/** Where the product of this run answers. */
export const site = process.env.REPERE_URL ?? 'http://localhost:3000'

const passphrase = 'quatre moulins bleus'

/** An address nobody else in the run has. Its mails are kept and can be read, since it ends in `.test`. */
export const newAddress = (name: string): string => `${name}-${randomUUID().slice(0, 8)}@example.test`

/** The link in the newest mail to an address, as a path of this site. */
export const mailLink = async (request: APIRequestContext, email: string): Promise<string> => {
  const mails = await (await request.get(`/api/dev/mail?to=${encodeURIComponent(email)}`)).json()
  const [link] = /https?:\/\/\S+/.exec(mails[0]?.text ?? '') ?? []
  if (!link) throw new Error(`no link was mailed to ${email}`)
  const { pathname, search } = new URL(link)
  return pathname + search
}

/** A person with an account of their own, who speaks to the api as their browser would. */
export interface Person {
  email: string
  api: APIRequestContext
}

export const signUp = async (role: 'coordinator' | 'production', displayName: string): Promise<Person> => {
  const api = await request.newContext({ baseURL: site, extraHTTPHeaders: { origin: new URL(site).origin } })
  const email = newAddress(role)
  await ok(
    api.post('/api/accounts', { data: { email, password: passphrase, displayName, role, locale: 'fr' } }),
  )
  const link = new URL(await mailLink(api, email), site)
  await ok(api.post('/api/accounts/verification', { data: { token: link.searchParams.get('token') } }))
  return { email, api }
}

export const ok = async (
  answer: Promise<{ ok(): boolean; status(): number; text(): Promise<string>; json(): Promise<unknown> }>,
) => {
  const response = await answer
  if (!response.ok()) throw new Error(`${response.status()} ${await response.text()}`)
  return response
}

/** A SIRET that passes its check and belongs to nobody: nine random digits, then what the check asks for. */
const newSiret = (): string => {
  const body = Array.from({ length: 13 }, () => randomInt(10)).join('')
  const luhn = (digits: string) =>
    [...digits].reverse().reduce((sum, digit, index) => {
      const doubled = Number(digit) * (index % 2 === 1 ? 2 : 1)
      return sum + (doubled > 9 ? doubled - 9 : doubled)
    }, 0) % 10
  return [...'0123456789'].map((digit) => body + digit).find((siret) => luhn(siret) === 0) ?? body
}

export const aProduction = async (legalName: string): Promise<Person> => {
  const person = await signUp('production', 'Camille Essai')
  const company = await ok(
    person.api.post('/api/companies', {
      data: {
        legalName,
        country: 'FR',
        registration: newSiret(),
        agreement: '3097',
        contactName: 'Camille Essai',
        contactFunction: 'direction de production',
      },
    }),
  )
  const { id } = (await company.json()) as { id: string }
  const registrar = await request.newContext({
    baseURL: site,
    extraHTTPHeaders: { origin: new URL(site).origin },
  })
  await ok(
    registrar.post('/api/sessions', { data: { email: 'registrar@demo.test', password: 'demo-repere-2027' } }),
  )
  await ok(
    registrar.post(`/api/registrar/companies/${id}/decisions`, {
      data: { decision: 'verify', reason: 'Extrait lu.' },
    }),
  )
  return person
}

export const aCoordinator = async (displayName: string): Promise<Person & { slug: string }> => {
  const person = await signUp('coordinator', displayName)
  const profile = {
    displayName,
    disciplines: ['intimacy'],
    titleForm: 'coordinatrice d’intimité',
    levels: { intimacy: 'experienced' },
    headline: { fr: 'Essai' },
    regions: ['FR-20R'],
    languages: [{ code: 'co', level: 'native' }],
  }
  const saved = await ok(person.api.put('/api/me/profile', { data: profile }))
  await ok(
    person.api.put('/api/me/availability', { data: { blocks: [], weekly: [], knownUntil: inDays(400) } }),
  )
  await ok(person.api.put('/api/me/profile/publication', { data: { consent: true } }))
  return { ...person, slug: ((await saved.json()) as { slug: string }).slug }
}

export const inDays = (count: number): string =>
  new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10)

export const typed = (day: string): string => day.split('-').reverse().join('/')

const described = {
  scenes: [{ natures: ['kiss'], nudity: 'none', performers: [{ bracket: 'adult', count: 2 }] }],
}

export const aProject = async ({ api }: Person, days: string[]) => {
  const project = {
    title: 'Essai',
    codeName: 'Projet Essai',
    type: 'feature',
    discipline: 'intimacy',
    regions: ['FR-20R'],
    phases: [{ kind: 'shoot', days }],
    brief: described,
  }
  return ((await (await ok(api.post('/api/projects', { data: project }))).json()) as { id: string }).id
}

export const ask = async (production: Person, coordinator: string, projectId: string, kind = 'option') => {
  const data = { coordinator, projectId, kind, message: 'Bonjour, un essai.' }
  const headers = { 'idempotency-key': randomUUID() }
  return (
    (await (await ok(production.api.post('/api/bookings', { data, headers }))).json()) as {
      id: string
      version: number
    }
  ).id
}

/** Both sides say yes to a request that nobody answered yet. */
export const confirm = async (booking: string, coordinator: Person, production: Person) => {
  const moves = `/api/bookings/${booking}/moves`
  await ok(coordinator.api.post(moves, { data: { move: 'accept', version: 1 } }))
  await ok(production.api.post(moves, { data: { move: 'confirm', version: 2 } }))
}

/** A booking that both have agreed on. */
export const aConfirmedBooking = async (production: Person, coordinator: Person & { slug: string }) => {
  const project = await aProject(production, [inDays(62)])
  const booking = await ask(production, coordinator.slug, project)
  await confirm(booking, coordinator, production)
  return booking
}
