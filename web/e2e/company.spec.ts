import { randomInt } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { newAccount, passphrase, send } from './accounts.ts'

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a production describes its company, and reads what happens next', async ({ page }) => {
      await newAccount(page, 'production', 'Ariane Essai')
      await page.goto('/company')
      await page.getByLabel('Raison sociale').fill('Les Films de l’Essai')
      await page.getByLabel('Immatriculation', { exact: true }).fill('732 829 320 00075')
      await page.getByLabel('Nom', { exact: true }).fill('Ariane Essai')
      await page.getByLabel('Fonction').fill('directrice de production')
      await page.getByRole('button', { name: 'Envoyer à la vérification' }).click()
      await expect(page.getByRole('alert')).toContainText('La clé de contrôle ne tombe pas juste')
      await expect(page.getByRole('alert')).toContainText('La Poste')
      await expect(page.getByLabel('Raison sociale')).toHaveValue('Les Films de l’Essai')

      await page.getByLabel('Pays d’immatriculation').selectOption('BE')
      await page
        .getByLabel('Immatriculation', { exact: true })
        .fill(`BE 0${randomInt(100_000_000, 999_999_999)}`)
      await page.getByLabel('Convention collective').selectOption('foreign')
      await page.getByRole('button', { name: 'Envoyer à la vérification' }).click()
      await expect(page.getByText('Société enregistrée. Le registre va la vérifier.')).toBeVisible()
      await expect(page.getByText('À vérifier : une personne du registre s’en occupe')).toBeVisible()
      await expect(page.getByText('après vérification').first()).toBeVisible()

      await page.getByLabel('Fonction').fill('productrice')
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await expect(page.getByText('Société enregistrée.', { exact: true })).toBeVisible()
      await expect(page.getByLabel('Fonction')).toHaveValue('productrice')
    })
  })

test('a person sees their sessions, ends another one, and chooses the language of mails', async ({
  page,
  browser,
}) => {
  const { email } = await newAccount(page, 'production', 'Ariane Essai')
  const other = await browser.newContext()
  const elsewhere = await other.newPage()
  await elsewhere.goto(page.url())
  await send(elsewhere, 'POST', '/sessions', { email, password: passphrase })

  await page.goto('/account')
  await expect(page.getByText('Celle-ci')).toHaveCount(1)
  await page.getByRole('button', { name: /^Fermer la session/ }).click()
  await expect(page.getByText('Session fermée.')).toBeVisible()
  await expect(page.getByText('Autre navigateur')).toHaveCount(0)
  const answer = await elsewhere.request.get(new URL('/api/sessions/current', page.url()).href)
  expect(await answer.json()).toEqual({ account: null })
  await other.close()

  await page.getByLabel('Anglais').check()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Vos prochains courriels seront en anglais.')).toBeVisible()
  await page.getByRole('button', { name: 'Recevoir le lien' }).click()
  await expect(page.getByText('Le lien est en route.')).toBeVisible()
  const mails = await (await page.request.get(`/api/dev/mail?to=${encodeURIComponent(email)}`)).json()
  expect(mails[0].text).toContain('/en/reset-password')
})

test('company and account are accessible in both languages, light, dark and narrow', async ({ page }) => {
  test.setTimeout(120_000)
  await newAccount(page, 'production', 'Ariane Essai')
  for (const path of ['/company', '/account']) await expectAccessible(page, path)
})

test('pages of another role are refused, and visitors sign in first', async ({ page }) => {
  await page.goto('/company')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Fcompany/)
  await newAccount(page, 'coordinator', 'Nolwenn Essai')
  for (const path of ['/company', '/registrar', '/registrar/companies', '/registrar/audit'])
    expect((await page.goto(path))?.status()).toBe(403)
})
