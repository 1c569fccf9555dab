import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestApi, type TestApi } from '../test/api.ts'
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
