import { randomUUID } from 'node:crypto'
import { workImports } from '../imports/service.ts'
import { toToken } from '../notifications/way-out.ts'
import { toStopToken } from '../saved-searches/stops.ts'
import { freshAddress } from './api.ts'
import {
  aCoordinator,
  aProduction,
  aProject,
  aRequest,
  dayFromNow,
  describedBrief,
  move,
} from './bookings.ts'
import { aForm, aPdf, aPhoto } from './files.ts'
import { bring, csv, mailedToken, tryOut } from './imports.ts'
import { signUp, testPassword } from './people.ts'
import { api, type Caller, callers, world } from './world.ts'

/** Something with an id of its own: who may know of it. For everybody else it must be as if it were not there. */
export interface Thing {
  id: string
  known: readonly Caller[]
}

export const project = { title: 'Titre', type: 'series', discipline: 'intimacy' }
export const credit = { title: 'Titre', kind: 'feature', year: 2025, role: 'coordination' }
export const company = {
  legalName: 'Une société',
  country: 'BE',
  registration: 'X-1',
  agreement: 'foreign',
  contactName: 'Inès',
  contactFunction: 'productrice',
}

export const template = { nameFr: 'Motif', nameEn: 'Reason', textFr: 'Motif.', textEn: 'Reason.' }

let day = 40
export const aBooking = async () => {
  day += 1
  const asked = await aProject(api, world.production, { days: [dayFromNow(api, day)], brief: describedBrief })
  return (await aRequest(world.production, world.coordinator, asked)).id
}
export const booking = async (): Promise<Thing> => ({
  id: await aBooking(),
  known: ['coordinator', 'production', 'registrar'],
})
export const confirmedBooking = async (): Promise<Thing> => {
  const id = await aBooking()
  await move(world.coordinator, id, 'accept', 1)
  await move(world.production, id, 'confirm', 2)
  return { id, known: ['coordinator', 'production'] }
}
export const ownProject = async (): Promise<Thing> => ({
  id: (await aProject(api, world.production)).id,
  known: ['production'],
})
export const ownSession = async (): Promise<Thing> => {
  const { email } = world.coordinator
  const elsewhere = api.visitor()
  await elsewhere.post('/api/sessions', { email, password: testPassword })
  const { body } = await elsewhere.get('/api/me/sessions')
  return { id: body.items.find(({ current }: { current: boolean }) => current).id, known: ['coordinator'] }
}
export const ownCredential = async (): Promise<Thing> => {
  const { client } = world.coordinator
  const { body: list } = await client.get('/api/me/credentials')
  for (const { id } of list.items) await client.delete(`/api/me/credentials/${id}`)
  const { body } = await client.post('/api/me/credentials', { code: 'IC-BECTU-REG' })
  return { id: body.id, known: ['coordinator'] }
}
/** A profile that was saved and not published: its own owner sees it elsewhere. */
export const draft = async (): Promise<Thing> => {
  const { client } = await signUp(api, 'coordinator')
  const { body } = await client.put('/api/me/profile', { displayName: 'Zoé', disciplines: ['intimacy'] })
  return { id: body.slug, known: [] }
}
/** A code that was taken back: nobody finds anything under it. */
export const goneCode = async (): Promise<Thing> => {
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
export const checkedCredential = async (): Promise<Thing> => ({
  id: (await givenCode()).id,
  known: ['coordinator'],
})
/** A portrait nobody else is shown: its own name answers to its owner alone. */
export const ownPhoto = async (): Promise<Thing> => {
  const { body } = await world.coordinator.client.put('/api/me/profile/photo', aForm(await aPhoto()))
  return { id: body.id, known: ['coordinator'] }
}
export const ownCredit = async (): Promise<Thing> => ({
  id: (await world.coordinator.client.post('/api/me/credits', credit)).body.id,
  known: ['coordinator'],
})
/** A pair that somebody in training asked for: both halves know of it, nobody else does. */
export const waitingPair = async (): Promise<Thing> => {
  const { client, slug } = world.coordinator
  const profile = { displayName: 'Solène d’Arvigny', disciplines: ['intimacy'], regions: ['FR-BRE'] }
  await client.put('/api/me/profile', { ...profile, levels: { intimacy: 'experienced' } })
  const trainee = await aCoordinator(api, { displayName: 'Noé Stagiaire' })
  await trainee.client.put('/api/me/profile', { ...profile, levels: { intimacy: 'in-training' } })
  const asked = { coordinator: slug, side: 'trainee', discipline: 'intimacy' }
  const { body } = await trainee.client.post('/api/me/mentoring', asked)
  return { id: body.id, known: ['coordinator'] }
}
export const ownEvidence = async (): Promise<Thing> => {
  const thing = await ownCredential()
  await world.coordinator.client.put(`/api/me/credentials/${thing.id}/evidence`, aForm(aPdf()))
  return thing
}
export const declared = async (): Promise<Thing> => ({ ...(await ownCredential()), known: ['registrar'] })
export const waitingCompany = async (): Promise<Thing> => {
  const { client } = await aProduction(api, { verified: false })
  await client.get('/api/companies/current')
  const { body } = await world.registrar.client.get('/api/registrar/companies?state=unverified&perPage=50')
  return { id: body.items.at(-1).id, known: ['registrar'] }
}

export let jobSheet: { version: number; sheet: { title: { fr: string } } }
export const aSheet = async (): Promise<Thing> => {
  jobSheet = (await api.visitor().get('/api/professions/intimacy')).body
  return { id: 'intimacy', known: ['registrar'] }
}
export const editedSheet = async (): Promise<Thing> => {
  await aSheet()
  const { version, sheet } = jobSheet
  const title = { ...sheet.title, fr: `Titre ${version}` }
  await world.registrar.client.put('/api/registrar/job-sheets/intimacy', {
    version,
    sheet: { ...sheet, title },
  })
  return aSheet()
}
export const aTool = { list: 'tools', nameFr: 'Outil', nameEn: 'Tool', url: null }
export const anEntry = async (): Promise<Thing> => {
  const code = `tool-${randomUUID().slice(0, 8)}`
  const { body } = await world.registrar.client.post('/api/registrar/catalogue', { code, fields: aTool })
  return { id: body.id, known: ['registrar'] }
}
export const editedEntry = async (): Promise<Thing> => {
  const entry = await anEntry()
  const fields = { ...aTool, nameFr: 'Autre outil' }
  await world.registrar.client.put(`/api/registrar/catalogue/${entry.id}`, { version: 1, fields })
  return entry
}
export const aTemplate = async (): Promise<Thing> => {
  const body = { purpose: 'credential-refuse', ...template }
  return {
    id: (await world.registrar.client.post('/api/registrar/templates', body)).body.id,
    known: ['registrar'],
  }
}
export const anImport = async (): Promise<Thing> => ({
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
export const anInvitation = async (): Promise<Thing> => {
  const { id } = await sentImport()
  const { body } = await world.registrar.client.get(`/api/registrar/imports/${id}/rows`)
  return { id: body.items[0].invitation.id, known: ['registrar'] }
}
/** A link stands for itself: whoever holds it is who it was mailed to. */
export const aMailedLink = async (): Promise<Thing> => ({
  id: await mailedToken(api, (await sentImport()).email),
  known: callers,
})
export const aUsedLink = async (): Promise<Thing> => {
  const link = await aMailedLink()
  const claim = { password: testPassword, displayName: 'Ada', locale: 'fr' }
  await api.visitor().post(`/api/invitations/${link.id}/account`, claim)
  return link
}

export const aWayOut = async (): Promise<Thing> => {
  const way = { accountId: world.coordinator.id, kinds: ['messages'], from: 'at-once', locale: 'fr' } as const
  return { id: toToken(api.deps.sealer, { ...way, kinds: [...way.kinds] }), known: callers }
}

/** A search the coordinator keeps: asks something nobody kept before. */
export const ownSavedSearch = async (): Promise<Thing> => {
  const { client } = world.coordinator
  const { items } = (await client.get('/api/me/saved-searches')).body
  for (const { id } of items) await client.delete(`/api/me/saved-searches/${id}`)
  const query = `q=${randomUUID().slice(0, 8)}`
  const { body } = await client.post('/api/me/saved-searches', { query })
  return { id: body.id, known: ['coordinator'] }
}

export const deletedSavedSearch = async (): Promise<Thing> => {
  const thing = await ownSavedSearch()
  await world.coordinator.client.delete(`/api/me/saved-searches/${thing.id}`)
  return thing
}

export const aSearchStop = async (): Promise<Thing> => {
  const { id } = await ownSavedSearch()
  const title = { fr: 'Bretagne', en: 'Brittany' }
  return { id: toStopToken(api.deps.sealer, { accountId: world.coordinator.id, id, title }), known: callers }
}

export const ownBlock = async (): Promise<Thing> => {
  const { client } = world.coordinator
  const { body: list } = await client.get('/api/me/blocks')
  for (const { id } of list.items) await client.delete(`/api/me/blocks/${id}`)
  const { body } = await client.post('/api/me/blocks', { bookingId: await aBooking(), who: 'company' })
  // Lifted by whoever knows it when the row is tried; until then it must not stand in the way of other requests.
  return { id: body.id, known: ['coordinator'] }
}
/** With a production of its own: one that stands still keeps its two sides from asking anew. */
const aReport = async () => {
  const production = await aProduction(api)
  const asked = await aRequest(production, world.coordinator, await aProject(api, production))
  const { body } = await world.coordinator.client.post('/api/reports', {
    subject: 'booking',
    bookingId: asked.id,
    reason: 'other',
    words: 'Un essai.',
  })
  return body.id as string
}
export const openReport = async (): Promise<Thing> => ({ id: await aReport(), known: ['registrar'] })
export const statement = async (): Promise<Thing> => {
  const id = await aReport()
  const decision = { outcome: 'warning', ground: 'respect', facts: 'Lu.' }
  await world.registrar.client.post(`/api/registrar/reports/${id}/decisions`, decision)
  const { items } = (await world.coordinator.client.get('/api/me/reports')).body
  return { id: items[0].token, known: callers }
}
/** The address of a calendar stands for itself: whoever holds it may read what its owner put there. */
export const aFeed = async (): Promise<Thing> => {
  const { body } = await world.coordinator.client.post('/api/me/calendar-feed', {})
  return { id: body.url.split('/').at(-1), known: callers }
}

/** A booking whose days have passed: written as it stood before them, since the clock of this world stands still. */
export const completedBooking = async (): Promise<Thing> => {
  const id = await aBooking()
  await makeCompleted(id)
  return { id, known: ['coordinator', 'production'] }
}
const makeCompleted = async (id: string): Promise<void> => {
  const [at, days] = [dayFromNow(api, -30), `{[${dayFromNow(api, -9)},${dayFromNow(api, -7)})}`]
  await api.database.db
    .updateTable('booking')
    .set({ state: 'completed', days, exclusiveDays: days, confirmedAt: new Date(at), expiresAt: null })
    .where('id', '=', id)
    .execute()
}
/** The same with its credit confirmed … */
export const creditedBooking = async (): Promise<Thing> => {
  const booking = await completedBooking()
  await world.production.client.put(`/api/bookings/${booking.id}/credit`, { outcome: 'confirmed' })
  return booking
}
export const confirmedCredit = async (): Promise<Thing> => {
  const { id } = await creditedBooking()
  const { body } = await world.coordinator.client.get(`/api/bookings/${id}/credit`)
  return { id: body.creditId, known: ['coordinator'] }
}
/** … and with a production that agreed to be asked about it. */
export const refereedBooking = async (): Promise<Thing> => {
  const booking = await creditedBooking()
  await world.coordinator.client.post(`/api/bookings/${booking.id}/referee`)
  await world.production.client.put(`/api/bookings/${booking.id}/referee`, { consent: true })
  return booking
}
export const refereeRequest = async (): Promise<Thing> => {
  const { id } = await refereedBooking()
  const path = `/api/coordinators/${world.coordinator.slug}/referees`
  const { id: referee } = await api.database.db
    .selectFrom('referee')
    .select('id')
    .where('bookingId', '=', id)
    .executeTakeFirstOrThrow()
  await world.otherProduction.client.post(path, { referee })
  const { body } = await world.production.client.get(`/api/bookings/${id}/referee`)
  return { id: body.requests[0].id, known: ['production'] }
}
