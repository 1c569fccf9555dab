import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshAddress } from './api.ts'
import { aProject } from './bookings.ts'
import { aCalendar, aForm } from './files.ts'
import { admits, call, rows } from './operation-rows.ts'
import { type Operation, readOperations } from './operations.ts'
import { testPassword } from './people.ts'
import { aBooking } from './things/bookings.ts'
import { api, callers, raiseWorld, roleOf, world } from './world.ts'

const { operations } = readOperations()
beforeAll(raiseWorld)
afterAll(() => api.close())

/** What changes nothing that anybody must answer for later, each with its reason. */
const silent: Record<string, string> = {
  'POST /api/sessions': 'a session is listed to its owner, who can end it',
  'DELETE /api/sessions/current': 'signing out ends one’s own session',
  'DELETE /api/me/sessions/{id}': 'ends one’s own session',
  'POST /api/accounts/verification-mail': 'sends a mail again',
  'POST /api/password-resets': 'answers alike whether the address is known, and so must the trail',
  'PUT /api/me/locale': 'chooses a language',
  'POST /api/me/shortlist': 'a production’s own list, while it searches',
  'PUT /api/bookings/{id}/messages/seen': 'kept beside each message',
  'PUT /api/me/notifications/seen': 'notes what its reader has seen',
  'POST /api/unsubscriptions/{token}': 'chooses how to hear of what',
  'DELETE /api/unsubscriptions/{token}': 'chooses how to hear of what',
  'PUT /api/me/notice-preferences': 'chooses how to hear of what',
  'POST /api/me/saved-searches': 'keeps a search of one’s own',
  'PUT /api/me/saved-searches/{id}': 'chooses how to hear of what',
  'DELETE /api/me/saved-searches/{id}': 'lets go of a search of one’s own',
  'POST /api/me/saved-searches/{id}/restoration': 'keeps a search of one’s own',
  'POST /api/saved-search-stops/{token}': 'chooses how to hear of what',
  'DELETE /api/saved-search-stops/{token}': 'chooses how to hear of what',
  'PUT /api/registrar/imports/{id}/mapping': 'a draft: its start is kept',
  'POST /api/invitations/{token}/mail': 'sends a mail again',
  'POST /api/me/second-factor': 'a secret to be confirmed: its confirmation is kept',
  'POST /api/registrar/credentials/reviews': 'shows what deciding together would do',
  'POST /api/me/calendar-import': 'shows what a file holds',
  'DELETE /api/me/calendar-import/preview': 'forgets what was only shown',
  'POST /api/registrar/companies/reviews': 'shows what deciding together would do',
}

/** Rows that ask for what stands already; the tests of their slices see to it that a change is kept. */
const unchanged = [
  'PUT /api/me/credits/{id}/position',
  'POST /api/me/credentials/{id}/verification',
  'PUT /api/registrar/catalogue/{id}',
  'PUT /api/registrar/job-sheets/{discipline}',
  'PUT /api/me/profile/publication',
  'DELETE /api/me/profile/photo',
]

/** Bodies that succeed, for rows whose own is refused on purpose. */
const working: Record<string, () => Promise<object>> = {
  'POST /api/accounts': async () => ({
    email: freshAddress(),
    password: testPassword,
    displayName: 'Zoé',
    role: 'coordinator',
    locale: 'fr',
  }),
  'POST /api/sessions': async () => ({ email: world.coordinator.email, password: testPassword }),
  'POST /api/bookings': async () => ({
    coordinator: world.otherCoordinator.slug,
    projectId: (await aProject(api, world.production)).id,
    kind: 'option',
    message: 'Bonjour',
  }),
  'PUT /api/me/calendar-import/application': async () => {
    const read = await world.coordinator.client.post('/api/me/calendar-import', aForm(aCalendar()))
    return { id: read.body.id }
  },
  'POST /api/me/blocks': async () => ({ bookingId: await aBooking(), who: 'person' }),
  'POST /api/reports': async () => ({
    subject: 'booking',
    bookingId: await aBooking(),
    reason: 'other',
    words: 'Un essai.',
  }),
}

const lastEvent = async (): Promise<number> => {
  const { last } = await api.database.db
    .selectFrom('event')
    .select((eb) => eb.fn.max('id').as('last'))
    .executeTakeFirstOrThrow()
  return Number(last ?? 0)
}

/** Calls one operation as everybody it admits, until it succeeds; answers how many events that left. */
const eventsLeftBy = async (operation: Operation): Promise<number | undefined> => {
  const row = rows[operation.name] ?? {}
  for (const caller of callers.filter((one) => admits(operation, roleOf[one]))) {
    const thing = row.thing && (await row.thing())
    if (thing && !thing.known.includes(caller)) continue
    const body = (await working[operation.name]?.()) ?? row.body
    const before = await lastEvent()
    const { status } = await call(world[caller], operation, thing?.id ?? '', body)
    if (status < 300) return (await lastEvent()) - before
  }
  return undefined
}

test('whatever changes something leaves an event in the trail, or is on the list of what need not', async () => {
  // The rest empties profiles and ends sessions, which what comes first stands on.
  const place = ({ name }: Operation) => (rows[name]?.thing ? 0 : name in working ? 1 : 2)
  const unsafe = operations
    .filter(({ method }) => method !== 'GET')
    .sort((one, other) => place(one) - place(other))
  const left = new Map<string, number>()
  for (const operation of unsafe) {
    const count = await eventsLeftBy(operation)
    if (count !== undefined) left.set(operation.name, count)
  }
  const unheard = [...left]
    .filter(([name, count]) => count === 0 && !(name in silent) && !unchanged.includes(name))
    .map(([name]) => name)
  expect(unheard).toEqual([])
  expect(Object.keys(silent).filter((name) => (left.get(name) ?? 0) > 0)).toEqual([])
  const untried = unsafe.map(({ name }) => name).filter((name) => !left.has(name))
  expect(left.size / unsafe.length, `${untried}`).toBeGreaterThan(0.7)
}, 120_000)
