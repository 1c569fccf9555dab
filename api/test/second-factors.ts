import { codeAt } from '../second-factors/totp.ts'
import type { TestApi } from './api.ts'
import type { TestPerson } from './people.ts'

/** Somebody with a second factor. */
export interface Enrolled extends TestPerson {
  secret: string
  recovery: string[]
}

/** Sets a second factor up, through the door. */
export const enrol = async (api: TestApi, person: TestPerson): Promise<Enrolled> => {
  const { body } = await person.client.post('/api/me/second-factor')
  const { secret } = body.enrolling
  const code = codeAt(secret, api.clock.now())
  const done = await person.client.post('/api/me/second-factor/confirmation', { code })
  if (done.status !== 201) throw new Error(`not enrolled: ${JSON.stringify(done.body)}`)
  return { ...person, secret, recovery: done.body.recoveryCodes }
}

/** The code of the next half minute: the one before was taken. */
export const nextCode = (api: TestApi, { secret }: Enrolled) => {
  api.clock.advance({ minutes: 0.5 })
  return codeAt(secret, api.clock.now())
}

/** Who is signed in, as the API says. */
export const whoIs = async ({ get }: TestPerson['client']) =>
  (await get('/api/sessions/current')).body.account
