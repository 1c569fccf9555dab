import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
import { createTestMailServer } from '../test/mail-server.ts'
import { signUp } from '../test/people.ts'
import { sendMail } from './send-mail.ts'
import { resetPassword } from './templates/reset-password.ts'
import { verifyEmail } from './templates/verify-email.ts'

let api: TestApi
beforeAll(async () => {
  api = await createTestApi({ env: { DEMO: '1' } })
})
afterAll(() => api.close())

const states = () =>
  api.database.ownerDb
    .selectFrom('mail')
    .select(['state', 'attempts', 'nextAttemptAt'])
    .orderBy('id')
    .execute()

const lastMail = () =>
  api.database.ownerDb
    .selectFrom('mail')
    .select(['id', 'messageId', 'state', 'sentAt'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()

test('without a mail server mails are kept, and the demonstration’s mailbox shows them', async () => {
  const { email } = await signUp(api, 'coordinator')
  await sendMail(api.deps)
  expect((await states()).every(({ state }) => state === 'kept')).toBe(true)
  const { body } = await api.visitor().get(`/api/dev/mail?to=${encodeURIComponent(email)}`)
  expect(body).toMatchObject([{ to: email, subject: 'Confirmez votre adresse' }])
})

test('a mail server that refuses delays a mail, and loses none', async () => {
  const stubborn = { ...api.deps, config: { ...api.deps.config, smtpUrl: 'smtp://127.0.0.1:1' } }
  await signUp(api, 'coordinator', { verified: false })
  await sendMail(stubborn)
  const [last] = (await states()).slice(-1)
  expect(last).toMatchObject({ state: 'queued', attempts: 1 })
  expect(last?.nextAttemptAt.getTime()).toBe(api.clock.now().getTime() + 60_000)
})

test('a mail server gets a letter once, named as it was when queued', async () => {
  const server = await createTestMailServer()
  const sending = { ...api.deps, config: { ...api.deps.config, smtpUrl: server.url } }
  api.clock.advance({ minutes: 2 })
  await sendMail(sending)
  server.letters.length = 0
  const { email } = await signUp(api, 'coordinator', { verified: false })
  await sendMail(sending)
  await sendMail(sending)
  const { messageId, state, sentAt } = await lastMail()
  expect([state, sentAt]).toEqual(['sent', api.clock.now()])
  expect(server.letters).toHaveLength(1)
  const [headers = ''] = server.letters[0]?.split('\n\n') ?? []
  expect(headers).toContain(`Message-ID: ${messageId}`)
  expect(headers).toContain(`To: ${email}`)
  expect(headers).toMatch(/^From: =\?UTF-8\?\S+ <registre@localhost>$/m)
  expect(headers).toContain('Auto-Submitted: auto-generated')
  expect(server.letters[0]).toContain('text/plain')
  expect(server.letters[0]).toContain('text/html')
  await server.close()
})

test('a sender that dies between sending and writing it down sends the same letter again, a minute later', async () => {
  const server = await createTestMailServer()
  const sending = { ...api.deps, config: { ...api.deps.config, smtpUrl: server.url } }
  await signUp(api, 'coordinator', { verified: false })
  await sendMail(sending)
  const { id, messageId } = await lastMail()
  await api.database.ownerDb
    .updateTable('mail')
    .set({ state: 'queued', sentAt: null, lockedUntil: new Date(api.clock.now().getTime() + 60_000) })
    .where('id', '=', id)
    .execute()
  await sendMail(sending)
  expect(server.letters).toHaveLength(1)
  api.clock.advance({ minutes: 1.1 })
  await sendMail(sending)
  expect(server.letters).toHaveLength(2)
  for (const letter of server.letters) expect(letter).toContain(messageId)
  await server.close()
})

test('two senders at once never take the same letter', async () => {
  const server = await createTestMailServer()
  const sending = { ...api.deps, config: { ...api.deps.config, smtpUrl: server.url } }
  for (let made = 0; made < 6; made += 1) await signUp(api, 'coordinator', { verified: false })
  await Promise.all([sendMail(sending), sendMail(sending), sendMail(sending)])
  expect(server.letters).toHaveLength(6)
  await server.close()
})

test('a letter that cannot be opened is given up in the end, and holds up no other', async () => {
  await signUp(api, 'coordinator', { verified: false })
  const { id } = await lastMail()
  const server = await createTestMailServer()
  const sending = { ...api.deps, config: { ...api.deps.config, smtpUrl: server.url } }
  await api.database.ownerDb
    .updateTable('mail')
    .set({ contentSealed: Buffer.alloc(40) })
    .where('id', '=', id)
    .execute()
  await signUp(api, 'coordinator', { verified: false })
  await sendMail(sending)
  expect(server.letters).toHaveLength(1)
  for (let days = 0; days < 4; days += 1) {
    api.clock.advance({ days: 1 })
    for (let hours = 0; hours < 3; hours += 1) {
      api.clock.advance({ hours: 5 })
      await sendMail(sending)
    }
  }
  const row = await api.database.ownerDb
    .selectFrom('mail')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirst()
  expect(row).toEqual({ state: 'failed' })
  await server.close()
})

test('the mailbox shows whoever signed up during the demonstration, and nobody else', async () => {
  const here = await createTestApi({ env: { DEMO: '1' } })
  const email = 'ines@real.example'
  const account = {
    email,
    password: 'quatre moulins bleus',
    displayName: 'Inès',
    role: 'coordinator',
    locale: 'fr',
  }
  await here.visitor().post('/api/accounts', account)
  expect((await here.visitor().get(`/api/dev/mail?to=${email}`)).body).toHaveLength(1)
  await here.database.ownerDb.updateTable('account').set({ demo: false }).execute()
  expect((await here.visitor().get('/api/dev/mail')).body).toEqual([])
  await here.close()
})

test('the mailbox answers to our own names only, whatever name a hostile page points at us', async () => {
  const ask = (headers: Record<string, string>) =>
    api.visitor().get('/api/dev/mail?to=nobody@example.test', headers)
  expect((await ask({ host: 'localhost:3000' })).status).toBe(200)
  expect((await ask({ host: 'evil.example:3000' })).status).toBe(404)
  expect((await ask({ host: '127.0.0.1:4000', 'x-forwarded-host': 'evil.example' })).status).toBe(404)
})

test('outside a demonstration there is no mailbox', async () => {
  const real = await createTestApi()
  expect((await real.visitor().get('/api/dev/mail')).body.code).toBe('not-found')
  await real.close()
})

test.each(['fr', 'en'] as const)('the letters of accounts read well in %s', (locale) => {
  const origin = 'https://repere.example'
  expect(verifyEmail(origin, locale, 'TOKEN')).toMatchSnapshot()
  expect(resetPassword(origin, locale, 'TOKEN')).toMatchSnapshot()
})
