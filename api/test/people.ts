import { freshAddress, type TestApi } from './api.ts'
import type { TestClient } from './client.ts'

export const testPassword = 'quatre moulins bleus'

export interface TestPerson {
  client: TestClient
  id: string
  email: string
}

/** Signs somebody up through the door and proves the address with the mailed link. */
export const signUp = async (
  api: TestApi,
  role: 'coordinator' | 'production',
  { verified = true, displayName = 'Camille Exemple', locale = 'fr' } = {},
): Promise<TestPerson> => {
  const email = freshAddress(role)
  const client = api.visitor()
  const { status, body } = await client.post('/api/accounts', {
    email,
    password: testPassword,
    displayName,
    role,
    locale,
  })
  if (status !== 201) throw new Error(`sign-up answered ${status} ${JSON.stringify(body)}`)
  if (verified) {
    const [mail] = await api.mailsTo(email)
    const [, token] = /token=([\w-]+)/.exec(mail?.text ?? '') ?? []
    await client.post('/api/accounts/verification', { token })
  }
  return { client, id: body.account.id, email }
}

/** A registrar, made as the operator makes one, and signed in. */
export const aRegistrar = async (api: TestApi): Promise<TestPerson> => {
  const { createRegistrar } = await import('../accounts/service.ts')
  const email = freshAddress('registrar')
  const id = await createRegistrar(api.deps, {
    email,
    password: testPassword,
    displayName: 'Sacha Registre',
    locale: 'fr',
  })
  const client = api.visitor()
  await client.post('/api/sessions', { email, password: testPassword })
  return { client, id, email }
}

/** The same person in another browser, or after their sessions ended. */
export const signInAgain = async <Person extends TestPerson>(
  api: TestApi,
  person: Person,
): Promise<Person> => {
  const client = api.visitor()
  const { status } = await client.post('/api/sessions', { email: person.email, password: testPassword })
  if (status !== 201) throw new Error(`signing in answered ${status}`)
  return { ...person, client }
}
