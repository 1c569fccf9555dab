import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sendMail } from '../mail/send-mail.ts'
import { type CanaryWorld, createCanaryWorld } from '../test/canary-world.ts'
import { everythingIndexed, everythingStored } from '../test/everything-stored.ts'
import { createTestMailServer, type TestMailServer } from '../test/mail-server.ts'
import { holds } from '../test/marker.ts'
import { type TestPerson, testPassword } from '../test/people.ts'
import { eraseAccount } from './service.ts'

let world: CanaryWorld
let mailServer: TestMailServer
beforeEach(async () => {
  world = await createCanaryWorld()
  mailServer = await createTestMailServer()
  await world.accept()
})
afterEach(async () => {
  await mailServer.close()
  await world.api.sync?.drop()
  await world.api.close()
})

/** The columns in which each side wrote; `account.*` is told apart by its marker. */
const written = {
  coordinator:
    /^(coordinator|availabilityBlock|calendarPrevious|credential|credentialDecision|booking\.reasonSealed)\b/,
  production: /^(company|companyDecision|project\.(title|codeName|brief)|pastBrief|bookingMessage)\b/,
}

const markersOf = (side: 'coordinator' | 'production'): string[] => {
  const { email, id } = world[side]
  const accountName = side === 'coordinator' ? 'Compte-Zibeline' : 'Compte-Ocelot'
  const own = world.canaries.filter(({ column }) => written[side].test(column)).map(({ marker }) => marker)
  return [
    ...own,
    email,
    accountName,
    ...(side === 'coordinator' ? ['Solène Publique', 'solene-publique'] : []),
    id,
  ]
}

/** Where an opaque id may stay: in the trail and on the tombstone, and as the author of emptied messages. */
const withoutTrail = (stored: string) =>
  stored
    .split('\n')
    .filter((line) => !/^(event|erased_account|booking_message) /.test(line))
    .join('\n')

const eraseThroughTheDoor = async ({ client, email }: TestPerson) => {
  const { status, body } = await client.post('/api/me/erasure', {
    password: testPassword,
    confirmation: email,
  })
  expect([status, body.code]).toEqual([200, undefined])
  const { deps, sync } = world.api
  await sendMail({ ...deps, config: { ...deps.config, smtpUrl: mailServer.url } })
  await sync?.run()
}

describe.each(['coordinator', 'production'] as const)('after the erasure of a %s', (side) => {
  const other = side === 'coordinator' ? 'production' : 'coordinator'

  test('nothing of theirs is left in the database, its queues and copies, nor in the index', async () => {
    const markers = markersOf(side)
    expect(await everythingIndexed(world.api)).not.toBe('')
    const before = withoutTrail(await everythingStored(world.api))
    expect(markers.filter((marker) => !holds(before, marker))).toEqual([])
    await eraseThroughTheDoor(world[side])
    const after = withoutTrail(await everythingStored(world.api))
    expect(markers.filter((marker) => holds(after, marker))).toEqual([])
    const trail = await everythingStored(world.api)
    const { id, ...words } = {
      id: world[side].id,
      words: markers.filter((marker) => marker !== world[side].id),
    }
    expect(words.words.filter((marker) => holds(trail, marker))).toEqual([])
    expect(trail).toContain(id)
    const documents = await everythingIndexed(world.api)
    expect(markers.filter((marker) => /\D/.test(marker) && documents.includes(marker))).toEqual([])
    expect(mailServer.letters.filter((letter) => letter.includes(`To: ${world[side].email}`)).at(-1)).toMatch(
      /effac/,
    )
  })

  test('the other side still reads its booking: the days, the state, its own words', async () => {
    const [, booking = ''] = world.ids.id ?? []
    const client = world.clients[other]
    const { body: before } = await client.get(`/api/bookings/${booking}`)
    await eraseThroughTheDoor(world[side])
    const { status, body } = await client.get(`/api/bookings/${booking}`)
    expect(status).toBe(200)
    expect(body).toMatchObject({ id: booking, state: 'released', days: before.days, contact: null })
    expect([body.coordinator.removed, body.company.removed]).toEqual([
      side === 'coordinator',
      side === 'production',
    ])
    const { body: thread } = await client.get(`/api/bookings/${booking}/messages`)
    expect(thread.items).toHaveLength(1)
    expect(thread.items[0].body === null).toBe(side === 'production')
    const writing = await client.post(`/api/bookings/${booking}/messages`, { body: 'Toujours là' })
    expect(writing.body.code).toBe('thread-closed')
    const { body: list } = await client.get('/api/bookings')
    // The coordinator worked for somebody else before.
    expect(list.total).toBe(side === 'production' ? 3 : 2)
  })

  test('signing in answers as for an address nobody has, and the session is over', async () => {
    const { client, email } = world[side]
    await eraseThroughTheDoor(world[side])
    expect((await client.get('/api/sessions/current')).body.account).toBeNull()
    const visitor = world.api.visitor()
    const known = await visitor.post('/api/sessions', { email, password: testPassword })
    const unknown = await visitor.post('/api/sessions', {
      email: 'nobody@example.test',
      password: testPassword,
    })
    expect([known.status, known.body.code]).toEqual([unknown.status, unknown.body.code])
    if (side === 'coordinator')
      expect((await visitor.get(`/api/coordinators/${world.coordinator.slug}`)).status).toBe(404)
  })

  test('erasing again changes nothing', async () => {
    await eraseThroughTheDoor(world[side])
    const once = await everythingStored(world.api)
    expect(await eraseAccount(world.api.deps, world[side].id, 'operator')).toBe(false)
    expect(await eraseAccount(world.api.deps, world[side].id, 'operator')).toBe(false)
    expect(await everythingStored(world.api)).toBe(once)
  })
})
