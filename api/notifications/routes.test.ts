import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sendMail } from '../mail/send-mail.ts'
import { sweep } from '../retention/service.ts'
import { createTestApi, type TestApi, testNow } from '../test/api.ts'
import {
  aCoordinator,
  aProduction,
  aProject,
  aRequest,
  move,
  type TestCoordinator,
} from '../test/bookings.ts'
import { createTestMailServer } from '../test/mail-server.ts'
import { clickOnce } from '../test/one-click.ts'
import { signInAgain, type TestPerson } from '../test/people.ts'
import { sendMornings } from './service.ts'

let api: TestApi
let phare: TestPerson
let solene: TestCoordinator
beforeAll(async () => {
  api = await createTestApi()
})
afterAll(() => api.close())
beforeEach(async () => {
  api.clock.set(testNow)
  phare = await aProduction(api)
  solene = await aCoordinator(api)
})

const listOf = async ({ client }: TestPerson) => (await client.get('/api/me/notifications')).body.items
const unreadOf = async ({ client }: TestPerson) => (await client.get('/api/me/notifications/unread')).body
const mailsOf = async ({ email }: TestPerson, template: string) =>
  (await api.mailsTo(email)).filter((mail) => mail.template === template)
const wish = (who: TestPerson, wishes: object) => who.client.put('/api/me/notice-preferences', wishes)
const asked = async () => aRequest(phare, solene, await aProject(api, phare))
const write = (who: TestPerson, id: string) =>
  who.client.post(`/api/bookings/${id}/messages`, { body: 'canari' })

describe('the list of what somebody was told', () => {
  test('is written with the work, in both languages, and opens the page it is about', async () => {
    const { id } = await asked()
    expect(await listOf(solene)).toMatchObject([
      {
        kind: 'deadlines',
        path: `/bookings/${id}`,
        fr: { title: expect.stringContaining('Répondre avant') },
        en: { title: expect.stringContaining('Answer before') },
        at: testNow.toISOString(),
        readAt: null,
      },
    ])
    expect(await unreadOf(solene)).toEqual({ count: 1, paths: [`/bookings/${id}`] })
    expect(await listOf(phare)).toEqual([])
  })

  test('is seen by a word of its reader alone: one, a page, or all up to a moment', async () => {
    const [one, other] = [await asked(), await asked()]
    const see = (who: TestPerson, seen: object) => who.client.put('/api/me/notifications/seen', seen)
    const [latest] = await listOf(solene)
    await see(phare, { id: latest.id })
    await see(phare, { until: testNow.toISOString() })
    expect((await unreadOf(solene)).count).toBe(2)
    await see(solene, { path: `/bookings/${one.id}` })
    expect((await unreadOf(solene)).paths).toEqual([`/bookings/${other.id}`])
    api.clock.advance({ hours: 1 })
    await write(phare, other.id)
    await see(solene, { until: testNow.toISOString() })
    expect((await listOf(solene)).filter(({ readAt }: { readAt: string | null }) => readAt)).toHaveLength(2)
    expect((await see(solene, { path: '/bookings/%' })).status).toBe(400)
    expect((await see(solene, {})).status).toBe(400)
  })

  test('loses what was told of a thread once the thread is read', async () => {
    const { id } = await asked()
    await write(solene, id)
    const { items } = (await phare.client.get(`/api/bookings/${id}/messages`)).body
    expect((await unreadOf(phare)).paths).toEqual([`/bookings/${id}#messages`])
    await phare.client.put(`/api/bookings/${id}/messages/seen`, { through: items.at(-1).id })
    expect((await unreadOf(phare)).count).toBe(0)
  })
})

test('what was told is forgotten after ninety days, read or not', async () => {
  await asked()
  api.clock.advance({ days: 89 })
  await sweep(api.deps)
  const kept = () => api.database.db.selectFrom('notification').select('id').execute()
  expect(await kept()).not.toEqual([])
  api.clock.advance({ days: 2 })
  await sweep(api.deps)
  expect(await kept()).toEqual([])
})

describe('preferences', () => {
  test('change what they name, and nothing that nobody can do without', async () => {
    const { body } = await wish(phare, { answers: 'digest', messages: 'app' })
    const by = Object.fromEntries(body.items.map((item: { kind: string }) => [item.kind, item]))
    expect(by.answers).toEqual({ kind: 'answers', delivery: 'digest', necessary: false })
    expect(by.messages.delivery).toBe('app')
    expect(by.profile.delivery).toBe('at-once')
    expect(by.deadlines).toEqual({ kind: 'deadlines', delivery: 'at-once', necessary: true })
    expect((await wish(phare, { deadlines: 'app' })).status).toBe(400)
    expect((await wish(solene, {})).body.items[8].delivery).toBe('at-once')
  })

  test('decide about the mail, never about the page', async () => {
    await wish(phare, { answers: 'app' })
    const { id, version } = await asked()
    await move(solene, id, 'decline', version, { reason: 'rate' })
    expect(await mailsOf(phare, 'request-declined')).toEqual([])
    expect(await listOf(phare)).toMatchObject([{ kind: 'answers', path: `/bookings/${id}` }])
    await wish(phare, { answers: 'at-once' })
    const next = await asked()
    await move(solene, next.id, 'decline', next.version, { reason: 'rate' })
    expect(await mailsOf(phare, 'request-declined')).toHaveLength(1)
  })
})

describe('the mail of the morning', () => {
  const declined = async () => {
    const { id, version } = await asked()
    await move(solene, id, 'decline', version, { reason: 'rate' })
  }
  const at = (instant: string) => api.clock.set(new Date(instant))

  test('leaves once at eight in Paris, with what is unread, and not when there is nothing', async () => {
    await wish(phare, { answers: 'digest', messages: 'digest' })
    await declined()
    await declined()
    at('2027-02-02T06:59:59Z')
    expect(await sendMornings(api.deps)).toBe(0)
    at('2027-02-02T07:00:00Z')
    await Promise.all([sendMornings(api.deps), sendMornings(api.deps)])
    at('2027-02-02T07:01:00Z')
    expect(await sendMornings(api.deps)).toBe(0)
    const mails = await mailsOf(phare, 'morning-mail')
    expect(mails).toHaveLength(1)
    expect(mails[0]?.subject).toBe('Ce matin sur Repère\u00a0: 2\u00a0nouvelles')
    expect(mails[0]?.text.match(/Demande déclinée/g)).toHaveLength(2)
    at('2027-02-03T07:00:00Z')
    expect(await sendMornings(api.deps)).toBe(0)
  })

  test('waits for its reader’s own morning, and is spared whoever has seen it or stopped it', async () => {
    const far = await aCoordinator(api, { displayName: 'Ada Réunion', timeZone: 'Indian/Reunion' })
    const tell = async (who: TestCoordinator) => {
      const { id } = await aRequest(phare, who, await aProject(api, phare))
      api.clock.advance({ hours: 7 })
      await write(phare, id)
    }
    const seeing = await aCoordinator(api, { displayName: 'Voit Exemple' })
    const stopping = await aCoordinator(api, { displayName: 'Cesse Exemple' })
    for (const who of [far, seeing, stopping]) {
      api.clock.set(testNow)
      await wish(who, { messages: 'digest' })
      await tell(who)
    }
    await seeing.client.put('/api/me/notifications/seen', { until: api.clock.now().toISOString() })
    await wish(stopping, { messages: 'app' })
    at('2027-02-02T03:59:00Z')
    expect(await sendMornings(api.deps)).toBe(0)
    at('2027-02-02T04:00:00Z')
    expect(await sendMornings(api.deps)).toBe(1)
    expect(await mailsOf(far, 'morning-mail')).toHaveLength(1)
    at('2027-02-02T08:00:00Z')
    expect(await sendMornings(api.deps)).toBe(0)
  })

  test('waits for the morning of the country a company is in, where that has one time zone', async () => {
    const london = await aProduction(api, { legalName: 'Film fictif Ltd', country: 'GB' })
    const who = await aCoordinator(api, { displayName: 'Lou Londres' })
    await wish(london, { answers: 'digest' })
    expect((await london.client.get('/api/me/notice-preferences')).body.timeZone).toBe('Europe/London')
    const { id, version } = await aRequest(london, who, await aProject(api, london))
    await move(who, id, 'decline', version, { reason: 'rate' })
    at('2027-02-02T07:59:00Z')
    expect(await sendMornings(api.deps)).toBe(0)
    at('2027-02-02T08:00:00Z')
    expect(await sendMornings(api.deps)).toBe(1)
  })

  test('is one, however many days nobody sent it', async () => {
    await wish(phare, { answers: 'digest' })
    await declined()
    api.clock.advance({ days: 1 })
    phare = await signInAgain(api, phare)
    solene = await signInAgain(api, solene)
    await declined()
    api.clock.advance({ days: 4 })
    await sendMornings(api.deps)
    await sendMornings(api.deps)
    const [mail, ...more] = await mailsOf(phare, 'morning-mail')
    expect(mail?.text.match(/Demande déclinée/g)).toHaveLength(2)
    expect(more).toEqual([])
  })
})

describe('the way out at the foot of a mail', () => {
  const tokenOf = (text: string) => /\/unsubscribe\/([\w-]+)/.exec(text)?.[1] ?? ''
  const declinedMail = async () => {
    const { id, version } = await asked()
    await move(solene, id, 'decline', version, { reason: 'rate' })
    return (await mailsOf(phare, 'request-declined')).at(-1)
  }

  test('stands under what can be stopped alone, for people and for mail programs', async () => {
    const server = await createTestMailServer()
    const mail = await declinedMail()
    await sendMail({ ...api.deps, config: { ...api.deps.config, smtpUrl: server.url } })
    const headersOf = (address: string, word: string) =>
      server.letters
        .map((letter) => letter.split('\n\n')[0] ?? '')
        .filter((headers) => headers.includes(`To: ${address}`) && headers.includes(word))
    const token = tokenOf(mail?.text ?? '')
    expect(mail?.html).toContain(`/unsubscribe/${token}`)
    const [told] = headersOf(phare.email, 'List-Unsubscribe-Post')
    expect(told).toContain(`List-Unsubscribe: <${api.deps.config.origin}/api/unsubscriptions/${token}>`)
    expect(told).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
    expect(headersOf(solene.email, 'List-Unsubscribe')).toEqual([])
    await server.close()
  })

  test('acts on a post alone, from anywhere, without a session; and can be undone', async () => {
    const path = `/api/unsubscriptions/${tokenOf((await declinedMail())?.text ?? '')}`
    const stranger = api.visitor()
    expect((await stranger.get(path)).body).toEqual({ kinds: ['answers'], from: 'at-once', stopped: false })
    const asPage = await stranger.get(path, { accept: 'text/html,*/*' })
    expect([asPage.status, asPage.headers.get('location')]).toEqual([
      303,
      `${api.deps.config.origin}${path.replace('/api/unsubscriptions', '/unsubscribe')}`,
    ])
    await stranger.get(path)
    expect((await wish(phare, {})).body.items[4]).toMatchObject({ kind: 'answers', delivery: 'at-once' })
    expect(await clickOnce(api, path)).toMatchObject([200, { stopped: true }])
    const before = (await mailsOf(phare, 'request-declined')).length
    await declinedMail()
    expect(await mailsOf(phare, 'request-declined')).toHaveLength(before)
    expect((await stranger.delete(path)).body.stopped).toBe(false)
    await declinedMail()
    expect(await mailsOf(phare, 'request-declined')).toHaveLength(before + 1)
  })

  test('is nobody’s who makes one up', async () => {
    const { body } = await api.visitor().post('/api/unsubscriptions/bm90IG91cnM')
    expect(body.code).toBe('unsubscription-not-found')
  })

  test('is one address: what a decoder would overlook makes it another, whose page is not opened', async () => {
    const path = `/api/unsubscriptions/${tokenOf((await declinedMail())?.text ?? '')}`
    for (const more of ['%0D%0Aset-cookie:', '%0D%0A=', '%2F..%2F..', '=', '.', '%C3%A9']) {
      const { status } = await api.visitor().get(path + more, { accept: 'text/html' })
      expect([more, status]).toEqual([more, 404])
    }
  })
})
