import { randomUUID } from 'node:crypto'
import type { Role } from '@repere/db/vocabulary/role.ts'
import type { TestClient } from './client.ts'
import { aCalendar, aForm, aPdf } from './files.ts'
import type { Operation } from './operations.ts'
import { testPassword } from './people.ts'
import { aFeed, aWayOut, company, ownSession, waitingCompany } from './things/accounts.ts'
import {
  completedBooking,
  confirmedCredit,
  creditedBooking,
  refereedBooking,
  refereeRequest,
} from './things/after-work.ts'
import { booking, confirmedBooking, ownProject, project } from './things/bookings.ts'
import { checkedCredential, declared, goneCode, ownCredential, ownEvidence } from './things/credentials.ts'
import { aMailedLink, anImport, anInvitation, aUsedLink } from './things/invitations.ts'
import { credit, draft, ownCredit, ownPhoto, waitingPair } from './things/profiles.ts'
import {
  anEntry,
  aSheet,
  aTemplate,
  aTool,
  editedEntry,
  editedSheet,
  jobSheet,
  template,
} from './things/registry.ts'
import { openReport, ownBlock, statement } from './things/reports.ts'
import { aSearchStop, deletedSavedSearch, ownSavedSearch } from './things/saved-searches.ts'
import type { Thing } from './things/thing.ts'
import { callers, nobody } from './world.ts'

export interface Row {
  /** A body that fits the contract, where one is wanted. */
  body?: object
  /** What the address asks for behind its `?`. */
  query?: string
  /** For addresses with an id: something fresh to try it on. */
  thing?: () => Promise<Thing>
}

/** One row per operation. A route without a row fails the first test of authorisation.test.ts. */
export const rows: Record<string, Row> = {
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
  'GET /api/me/notifications': {},
  'GET /api/me/notifications/unread': {},
  'PUT /api/me/notifications/seen': { body: { path: '/bookings' } },
  'GET /api/unsubscriptions/{token}': { thing: aWayOut },
  'POST /api/unsubscriptions/{token}': { thing: aWayOut },
  'DELETE /api/unsubscriptions/{token}': { thing: aWayOut },
  'GET /api/me/saved-searches': {},
  'POST /api/me/saved-searches': { body: { query: 'discipline=intimacy' } },
  'PUT /api/me/saved-searches/{id}': { thing: ownSavedSearch, body: { paused: true } },
  'DELETE /api/me/saved-searches/{id}': { thing: ownSavedSearch },
  'POST /api/me/saved-searches/{id}/restoration': { thing: deletedSavedSearch },
  'GET /api/saved-search-stops/{token}': { thing: aSearchStop },
  'POST /api/saved-search-stops/{token}': { thing: aSearchStop },
  'DELETE /api/saved-search-stops/{token}': { thing: aSearchStop },
  'GET /api/me/notice-preferences': {},
  'PUT /api/me/notice-preferences': { body: { messages: 'digest' } },
  'GET /api/coordinators': {},
  'GET /api/coordinators/{slug}': { thing: draft },
  'GET /api/coordinators/{slug}/availability': { thing: draft, query: 'from=2027-03-01&to=2027-03-02' },
  'GET /api/search/counts': {},
  'GET /api/me/shortlist': {},
  'POST /api/me/shortlist': { body: { keep: [nobody.slug] } },
  'GET /api/search/suggestions': { query: 'q=le' },
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
  'GET /api/me/calendar-feed': {},
  'POST /api/me/calendar-feed': { body: {} },
  'PUT /api/me/calendar-feed': { body: { names: true } },
  'DELETE /api/me/calendar-feed': {},
  'GET /calendars/{file}': { thing: aFeed },
  'POST /api/companies': { body: company },
  'GET /api/companies/current': {},
  'PUT /api/companies/current': { body: company },
  'GET /api/projects': {},
  'POST /api/projects': { body: project },
  'GET /api/projects/{id}': { thing: ownProject },
  'PUT /api/projects/{id}': { thing: ownProject, body: project },
  'GET /api/projects/{id}/matches': { thing: ownProject },
  'GET /api/projects/{id}/diligence': { thing: ownProject },
  'GET /api/projects/{id}/diligence.pdf': { thing: ownProject },
  'GET /api/projects/{id}/diligence.csv': { thing: ownProject },
  'POST /api/projects/{id}/copies': { thing: ownProject, body: { title: 'Projet copié' } },
  'GET /api/bookings': {},
  'POST /api/bookings': {
    body: { coordinator: nobody.slug, projectId: nobody.id, kind: 'option', message: 'Bonjour' },
  },
  'GET /api/bookings/{id}': { thing: booking },
  'POST /api/bookings/{id}/moves': { thing: booking, body: { move: 'accept', version: 1 } },
  'POST /api/bookings/{id}/others': { thing: booking },
  'GET /api/bookings/{id}/deal-memo': { thing: confirmedBooking },
  'GET /api/bookings/{id}/deal-memo.pdf': { thing: confirmedBooking },
  'GET /api/bookings/{id}/credit': { thing: completedBooking },
  'PUT /api/bookings/{id}/credit': { thing: completedBooking, body: { outcome: 'confirmed' } },
  'GET /api/companies/current/credits': {},
  'GET /api/bookings/{id}/referee': { thing: completedBooking },
  'POST /api/bookings/{id}/referee': { thing: creditedBooking },
  'PUT /api/bookings/{id}/referee': { thing: refereedBooking, body: { consent: false } },
  'PUT /api/bookings/{id}/referee/audience': { thing: refereedBooking, body: { audience: 'only-me' } },
  'GET /api/coordinators/{slug}/referees': { thing: draft },
  'POST /api/coordinators/{slug}/referees': { thing: draft, body: { referee: nobody.id } },
  'PUT /api/referee-requests/{id}': { thing: refereeRequest, body: { agree: true } },
  'GET /api/me/confirmed-credits': {},
  'PUT /api/me/confirmed-credits/{id}': { thing: confirmedCredit, body: { shown: true } },
  'GET /api/bookings/{id}/messages': { thing: booking },
  'PUT /api/bookings/{id}/messages/seen': { thing: booking, body: { through: nobody.id } },
  'POST /api/bookings/{id}/messages': { thing: booking, body: { body: 'Bonjour' } },
  'GET /api/registrar/desk': {},
  'GET /api/registrar/exposure': {},
  'GET /api/registrar/search-index': {},
  'GET /api/registrar/exposure.csv': {},
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

/** Calls an operation as its row says: on this id, with this body. */
export const call = (caller: { client: TestClient }, operation: Operation, id: string, body?: unknown) => {
  const path = `${operation.path.replace(/\{\w+\}/, encodeURIComponent(id))}?${rows[operation.name]?.query ?? ''}`
  const headers: Record<string, string> = operation.parameters.some(({ name }) => name === 'Idempotency-Key')
    ? { 'idempotency-key': randomUUID() }
    : {}
  const { client } = caller
  const sent = operation.upload && !(body instanceof FormData) ? new FormData() : body
  if (operation.method === 'GET') return client.get(path, headers)
  if (operation.method === 'DELETE') return client.delete(path, headers)
  return client[operation.method === 'PUT' ? 'put' : 'post'](path, sent, headers)
}

/** Whether anybody may call it, signed in or not. */
export const isOpen = ({ access }: Operation) => access.includes('everyone')
/** Whether the operation admits a role. */
export const admits = ({ access }: Operation, role: Role | undefined) =>
  access.includes('everyone') ||
  (role !== undefined && (access.includes('signed-in') || access.includes(role)))
