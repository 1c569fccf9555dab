import type { Page } from '@playwright/test'
import { newAddress, site } from './people.ts'

export const passphrase = 'quatre moulins bleus'

/** What says of a write that it comes from a page of this site; no page needs to be open for it. */
export const { origin } = new URL(site)

/** Writes through the api as the browser's own session would. */
export const send = async (page: Page, method: 'POST' | 'PUT', path: string, data: unknown) => {
  const answer = await page.request.fetch(`/api${path}`, { method, data, headers: { origin } })
  if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`)
  return answer.status() === 204 ? undefined : answer.json()
}

/** A PDF of one page, as an issuer might send it. */
export const attestation = Buffer.from(
  `%PDF-1.4
1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> endobj
4 0 obj <</Length 58>> stream
BT /F1 24 Tf 72 720 Td (Attestation fictive, essai) Tj ET
endstream endobj
5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj
trailer <</Size 6/Root 1 0 R>>
startxref
0
%%EOF
`,
  'latin1',
)

/** Sends a document for a credential of the person signed in on this page. */
export const sendDocument = async (page: Page, credentialId: string, buffer = attestation) => {
  const answer = await page.request.put(`/api/me/credentials/${credentialId}/evidence`, {
    multipart: { file: { name: 'attestation.pdf', mimeType: 'application/pdf', buffer } },
    headers: { origin },
  })
  if (!answer.ok()) throw new Error(`the document was refused: ${await answer.text()}`)
}

/** A new account, signed in on this page. */
export const newAccount = async (page: Page, role: 'coordinator' | 'production', displayName: string) => {
  const email = newAddress(role)
  await send(page, 'POST', '/accounts', { email, password: passphrase, displayName, role, locale: 'fr' })
  return { email, displayName }
}

/** The demo's registrar: such an account is made on the command line only. */
const registrar = { email: 'registrar@demo.test', password: 'demo-repere-2027' }

/** The registrar's session, as signing in gives it; opens no page. */
export const signInAsRegistrar = (page: Page) => send(page, 'POST', '/sessions', registrar)

/** The registrar's own way in, to what waits. */
export const signInAtTheDoor = async (page: Page) => {
  await page.goto('/sign-in')
  await page.getByLabel('Adresse électronique').fill(registrar.email)
  await page.getByLabel('Mot de passe').fill(registrar.password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.waitForURL(/\/registrar/)
}
