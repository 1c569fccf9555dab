import { type APIRequestContext, request } from '@playwright/test'
import { codeOf } from './device.ts'
import type { PageCanary } from './page-canary.ts'
import { mailLink, newAddress, ok, type Person, signUp, site } from './people.ts'

/** What is written behind doors that only a mailed link, an import or a first step of signing in opens. */
export interface BehindDoors {
  invitedName: string
  invitedAddress: string
  /** A column of the list that fills nothing: kept until the invitations leave. */
  remark: string
  reportWords: string
  facts: string
}

const bodyOf = async <Body>(answer: Parameters<typeof ok>[0]) => (await (await ok(answer)).json()) as Body

/** Asks again until the worker has done its part. */
const eventually = async <Answer>(look: () => Promise<Answer | undefined>): Promise<Answer> => {
  for (
    const until = Date.now() + 20_000;
    Date.now() < until;
    await new Promise((go) => setTimeout(go, 150))
  ) {
    const answer = await look()
    if (answer !== undefined) return answer
  }
  throw new Error('the worker did not get there')
}

interface Imported {
  id: string
  state: string
  columns: { field: string | null }[]
  mails: { sent: number }
}

/** A list of one person, brought twice: once only read, once sent. Both imports, and the token of the mail. */
export const theImports = async (registrar: APIRequestContext, written: BehindDoors) => {
  const { invitedName, invitedAddress, remark } = written
  const told = { inviter: 'L’Association d’essai', source: 'Annuaire d’essai', locale: 'fr' }
  const buffer = Buffer.from(`Nom;Courriel;Remarques\r\n${invitedName};${invitedAddress};${remark}\r\n`)
  const file = { name: 'liste.csv', mimeType: 'text/csv', buffer }
  const list = '/api/registrar/imports'
  const bring = () => bodyOf<Imported>(registrar.post(list, { multipart: { file, ...told } }))
  const [{ id: read }, { id }] = [await bring(), await bring()]
  const stands = () => bodyOf<Imported>(registrar.get(`${list}/${id}`))
  const mapping = (await stands()).columns.map(({ field }) => field)
  await ok(registrar.put(`${list}/${id}/mapping`, { data: { mapping, ...told } }))
  await eventually(async () => ((await stands()).state === 'checked' ? true : undefined))
  await ok(registrar.post(`${list}/${id}/start`, { data: { reviewed: true } }))
  const link = await eventually(() => mailLink(registrar, invitedAddress).catch(() => undefined))
  const [, token = ''] = /^\/claim\/([^/?]+)/.exec(link) ?? []
  return { imports: [read, id], invitation: token }
}

/** A report that was decided: its number, and the token of the statement that the reported side was sent. */
export const aStatement = async (
  registrar: APIRequestContext,
  reporter: Person,
  reported: Person,
  bookingId: string,
  { reportWords, facts }: BehindDoors,
) => {
  const data = { subject: 'company', bookingId, reason: 'other', words: reportWords }
  const { id } = await bodyOf<{ id: string }>(reporter.api.post('/api/reports', { data }))
  const decision = { outcome: 'warning', ground: 'respect', facts }
  await ok(registrar.post(`/api/registrar/reports/${id}/decisions`, { data: decision }))
  const { items } = await bodyOf<{ items: { token: string }[] }>(reported.api.get('/api/me/reports'))
  return { report: id, statement: items[0]?.token ?? '' }
}

/** Somebody whose password was right, and whose code is awaited; `again` begins anew, since it lasts five minutes. */
export const halfSignedIn = async () => {
  const { email, api } = await signUp('coordinator', 'Gaëlle Clef')
  const { enrolling } = await bodyOf<{ enrolling: { secret: string } }>(api.post('/api/me/second-factor'))
  const data = { code: codeOf(enrolling.secret) }
  await ok(api.post('/api/me/second-factor/confirmation', { data }))
  const browser = await request.newContext({
    baseURL: site,
    extraHTTPHeaders: { origin: new URL(site).origin },
  })
  const again = () => ok(browser.post('/api/sessions', { data: { email, password: 'quatre moulins bleus' } }))
  await again()
  return { browser, again }
}

export const newInvitedAddress = (): string => newAddress('invitee-ragondin')

/** Where each of it may be read. */
export const canariesBehind = (written: BehindDoors): PageCanary[] => [
  {
    column: 'importRow.name',
    marker: written.invitedName,
    before: ['registrar'],
    at: ['/claim/[token]'],
  },
  {
    column: 'invitation.email',
    marker: written.invitedAddress,
    before: ['registrar'],
    at: ['/claim/[token]'],
  },
  { column: 'importRow.cells', marker: written.remark, before: ['registrar'] },
  { column: 'report.wordsSealed', marker: written.reportWords, before: ['coordinator', 'registrar'] },
  {
    column: 'reportDecision.factsSealed',
    marker: written.facts,
    before: ['coordinator', 'production', 'registrar'],
    at: ['/statements/[token]'],
  },
]
