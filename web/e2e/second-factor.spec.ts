import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, violationsOf } from './accessibility.ts'
import { newAccount, passphrase, send } from './accounts.ts'
import { codeOf } from './device.ts'
import { mailLink } from './people.ts'

/** A new account whose address was proven, signed in on this page. */
const newProven = async (page: Page, role: 'coordinator' | 'production', displayName: string) => {
  const account = await newAccount(page, role, displayName)
  const link = new URL(await mailLink(page.request, account.email), 'http://here.invalid')
  await send(page, 'POST', '/accounts/verification', { token: link.searchParams.get('token') })
  return account
}

/** From the account to the recovery codes, as a person does it; gives the secret their device learnt. */
const setUp = async (page: Page): Promise<string> => {
  await page.goto('/account')
  await page.getByRole('link', { name: 'Activer le deuxième facteur' }).click()
  await page.getByRole('button', { name: 'Activer le deuxième facteur' }).click()
  await expect(page.getByRole('img', { name: /^Code QR à viser/ })).toBeVisible()
  const secret = ((await page.locator('code').textContent()) ?? '').trim()
  expect(secret).toMatch(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/)
  await page.getByLabel('Code affiché par l’application').fill('000000')
  await page.getByRole('button', { name: 'Activer', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Ce code ne convient pas')
  expect(((await page.locator('code').textContent()) ?? '').trim()).toBe(secret)
  await page.getByLabel('Code affiché par l’application').fill(codeOf(secret))
  await page.getByRole('button', { name: 'Activer', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vos codes de secours')
  return secret
}

const giveAddressAndPassword = async (page: Page, email: string) => {
  await page.goto('/sign-in?next=/me/calendar')
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(passphrase)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre code')
}

const signOut = async (page: Page) => {
  await page.goto('/sign-out')
  await page.getByRole('button', { name: 'Me déconnecter' }).click()
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-out'))
}

test('a person sets up a second factor, and signs in with it from then on', async ({ page }) => {
  test.setTimeout(90_000)
  const { email } = await newProven(page, 'coordinator', 'Gaëlle Clef')
  const secret = await setUp(page)
  await expect(page.locator('code')).toHaveCount(10)
  expect(await violationsOf(page)).toEqual([])
  await page.getByRole('link', { name: 'C’est noté' }).click()
  await expect(page.getByText('un code de votre appareil est demandé à chaque connexion')).toBeVisible()
  await expectAccessible(page, '/account/second-factor')
  await signOut(page)

  await giveAddressAndPassword(page, email)
  await expectAccessible(page, '/sign-in/code?next=/me/calendar')
  await page.getByLabel('Code', { exact: true }).fill('000000')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('alert')).toContainText('Ce code ne convient pas')
  await page.getByLabel('Code', { exact: true }).fill(codeOf(secret, 1))
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.waitForURL('**/me/calendar')
})

test('an address that may be somebody else’s is proven first', async ({ page }) => {
  await newAccount(page, 'coordinator', 'Soizic Clef')
  await page.goto('/account/second-factor')
  await page.getByRole('button', { name: 'Activer le deuxième facteur' }).click()
  await expect(page.getByRole('alert')).toContainText('Confirmez d’abord votre adresse électronique')
})

test('the password alone opens nothing', async ({ page }) => {
  const { email } = await newProven(page, 'production', 'Corentin Clef')
  await setUp(page)
  await signOut(page)
  await giveAddressAndPassword(page, email)
  await page.goto('/account')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  expect((await (await page.request.get('/api/sessions/current')).json()).account).toBeNull()
})

test('somebody proves again who they are, by password, and goes on where they were', async ({ page }) => {
  await newAccount(page, 'coordinator', 'Tanguy Clef')
  await page.goto('/account/confirm?next=/me/calendar')
  await page.getByLabel('Mot de passe').fill('trois moulins')
  await page.getByRole('button', { name: 'Continuer' }).click()
  await expect(page.getByRole('alert')).toContainText('Le mot de passe ne convient pas')
  await page.getByLabel('Mot de passe').fill(passphrase)
  await page.getByRole('button', { name: 'Continuer' }).click()
  await page.waitForURL('**/me/calendar')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a second factor is set up, a recovery code gets in, and it is turned off again', async ({ page }) => {
    const { email } = await newProven(page, 'coordinator', 'Maëva Clef')
    const secret = await setUp(page)
    const recovery = ((await page.locator('code').first().textContent()) ?? '').trim()
    await signOut(page)
    await giveAddressAndPassword(page, email)
    await page.getByText('Sans votre appareil').click()
    await page.getByLabel('Code de secours').fill(recovery.toLowerCase())
    await page.getByRole('button', { name: 'Entrer avec ce code' }).click()
    await page.waitForURL('**/me/calendar')
    await page.goto('/account/second-factor')
    await expect(page.getByText('Codes de secours restants : 9 sur 10.')).toBeVisible()
    await page.getByLabel('Mot de passe').fill(passphrase)
    await page.getByLabel('Code', { exact: true }).last().fill(codeOf(secret, 1))
    await page.getByRole('button', { name: 'Désactiver le deuxième facteur' }).click()
    await expect(page.getByText('Le deuxième facteur est désactivé.')).toBeVisible()
    await expect(page.getByText('votre mot de passe suffit pour entrer')).toBeVisible()
  })
})

test('its pages are accessible, off and while it is set up', async ({ page }) => {
  test.setTimeout(120_000)
  await newProven(page, 'production', 'Briac Clef')
  await expectAccessible(page, '/account/second-factor')
  await page.goto('/account/second-factor')
  await page.getByRole('button', { name: 'Activer le deuxième facteur' }).click()
  await expectAccessible(page, '/account/second-factor')
  await expectAccessible(page, '/account/confirm')
})
