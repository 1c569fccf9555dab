import type { TestApi } from './api.ts'
import { aForm, aPdf } from './files.ts'
import { signUp, type TestPerson } from './people.ts'

/** Somebody with a declared credential, and where its document goes. */
export interface Owner extends TestPerson {
  credentialId: string
  path: string
}

/** A declaration that waits, without a document. */
export const aDeclaration = async (api: TestApi): Promise<Owner> => {
  const person = await signUp(api, 'coordinator')
  const { body } = await person.client.post('/api/me/credentials', { code: 'IC-CQP-FR' })
  return { ...person, credentialId: body.id, path: `/api/me/credentials/${body.id}/evidence` }
}

/** A declaration with its document. */
export const aProof = async (
  api: TestApi,
  bytes: Uint8Array = aPdf(),
  name = 'attestation.pdf',
): Promise<Owner> => {
  const owner = await aDeclaration(api)
  const { status, body } = await owner.client.put(owner.path, aForm(bytes, name))
  if (status !== 200) throw new Error(`no document: ${JSON.stringify(body)}`)
  return owner
}

/** The credential as its owner reads it. */
export const ownCredential = async ({ client, credentialId }: Owner) =>
  (await client.get('/api/me/credentials')).body.items.find(({ id }: { id: string }) => id === credentialId)
