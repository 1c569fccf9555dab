import { expect, type Page, test } from '@playwright/test'
import { newAccount } from './accounts.ts'
import { inDays, mailLink, newAddress, typed } from './people.ts'
import { holdScripts, scriptsRun } from './scripts.ts'

const passphrase = 'quatre moulins bleus'

/** From the home page to a published profile, touching only what a newcomer sees. */
const listProfile = async (page: Page, name: string, email: string) => {
  await page.goto('/')
  await page.getByRole('link', { name: 'Créer mon profil' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Créer un compte' })).toBeVisible()
  await page.getByLabel('Coordinatrice ou coordinateur').first().check()
  await page.getByLabel('Votre nom').fill(name)
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(passphrase)
  await page.getByRole('button', { name: 'Créer un compte' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Qui et quoi' })).toBeVisible()

  await page.goto(await mailLink(page.request, email))
  await page.getByRole('button', { name: 'Confirmer mon adresse' }).click()
  await expect(page.getByText('Votre adresse est confirmée.')).toBeVisible()

  await page.goto('/me/profile')
  await expect(page.getByRole('heading', { level: 1, name: 'Qui et quoi' })).toBeVisible()
  await page.getByRole('checkbox', { name: /^Intimité/ }).check()
  await page.getByLabel('Nom professionnel').fill(name)
  await page.getByLabel('Titre, dans la forme').fill('coordinatrice d’intimité')
  await page.getByLabel('Niveau, Intimité').selectOption({ label: 'Expérience confirmée' })
  await page.getByLabel('Une ligne, en français').fill('Préparer chaque scène assez tôt')
  await page.getByRole('checkbox', { name: /^Scènes de groupe/ }).check()
  await page.getByRole('button', { name: /Continuer/ }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Où et comment' })).toBeVisible()
  await page.getByRole('checkbox', { name: 'Corse' }).check()
  await page.getByLabel('Langue 1').selectOption({ label: 'français' })
  await page.getByLabel('Téléphone').fill('06 39 98 00 42')
  await page.getByRole('button', { name: /Continuer/ }).click()

  await expect(page.getByRole('heading', { level: 1, name: 'Titres et preuves' })).toBeVisible()
  await page.getByLabel('Titre', { exact: true }).selectOption({ index: 1 })
  await page.getByLabel('Obtenu le').fill('30/06/2026')
  await page.getByRole('button', { name: 'Déclarer ce titre' }).click()
  await expect(page.getByText('En attente du registre.')).toBeVisible()

  // One day that is taken, and the calendar is told: what is not marked reads free from now on, as the page says.
  await page.goto('/me/profile/days')
  await page.getByLabel('Du', { exact: true }).fill(typed(inDays(40)))
  await page.getByRole('button', { name: /^Marquer/ }).click()
  await expect(page.getByText(/^Marqué/)).toBeVisible()

  await page.goto('/me/profile/publish')
  await page.getByLabel('J’ai relu la première colonne').check()
  await page.getByRole('button', { name: 'Publier mon profil' }).click()
  await expect(page.getByText('Votre profil est public.').first()).toBeVisible()
  const { slug } = await (await page.request.get('/api/me/profile')).json()
  const seen = await page.request.get(
    `/api/coordinators/${slug}/availability?from=${inDays(40)}&to=${inDays(41)}`,
  )
  expect((await seen.json()).days.map(({ state }: { state: string }) => state)).toEqual([
    'unavailable',
    'free',
  ])
}

/** What any stranger finds under a name. */
const findByName = async (page: Page, name: string) => {
  const response = await page.request.get(`/api/coordinators?q=${encodeURIComponent(name)}`)
  const { items } = await response.json()
  return items.find((card: { displayName: string }) => card.displayName === name)
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a coordinator lists a profile from the home page, is found within a second, and disappears at once', async ({
      page,
      request,
    }) => {
      const email = newAddress('liste')
      const name = `Nolwenn Essai ${email.slice(6, 12)}`
      await listProfile(page, name, email)

      await expect.poll(() => findByName(page, name), { timeout: 1_000, intervals: [50] }).toBeTruthy()
      const { slug } = await findByName(page, name)
      await page.goto(`/coordinators/${slug}`)
      await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
      // To a stranger: whoever signed in finds their own address in their own page.
      const stranger = await (await request.get(`/coordinators/${slug}`)).text()
      expect(stranger).toContain(name)
      expect(stranger).not.toContain('06 39 98 00 42')
      expect(stranger).not.toContain(email)

      await page.goto('/me/profile/publish')
      await page.getByRole('button', { name: 'Dépublier' }).click()
      await expect(page.getByText('Votre profil n’est plus public.')).toBeVisible()
      expect((await page.goto(`/coordinators/${slug}`))?.status()).toBe(404)
      expect((await page.request.get(`/api/coordinators/${slug}`)).status()).toBe(404)
      expect(await findByName(page, name)).toBeUndefined()
    })
  })

test('a form that is refused keeps what was typed and says what each field wants', async ({ page }) => {
  await page.goto('/sign-up')
  await page.getByLabel('Votre nom').fill('Nolwenn Essai')
  await page.getByLabel('Adresse électronique').fill('intimacy@demo.test')
  await page.getByLabel('Mot de passe').fill(passphrase)
  await page.getByRole('button', { name: 'Créer un compte' }).click()
  await expect(page.getByRole('alert')).toContainText('Cette adresse a déjà un compte')
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByLabel('Votre nom')).toHaveValue('Nolwenn Essai')
  await expect(page.getByLabel('Mot de passe')).toHaveValue('')
})

test('a password is chosen anew by mail, and the old one no longer signs in', async ({ page, baseURL }) => {
  const email = newAddress('oubli')
  const account = {
    email,
    password: passphrase,
    displayName: 'Nolwenn Essai',
    role: 'coordinator',
    locale: 'fr',
  }
  await page.request.post('/api/accounts', { data: account, headers: { origin: baseURL ?? '' } })
  await page.context().clearCookies()
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Mot de passe oublié' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Choisir un nouveau mot de passe' })).toBeVisible()
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByRole('button', { name: 'Envoyer le lien' }).click()
  await expect(page.getByText('le lien est en route')).toBeVisible()
  await page.goto(await mailLink(page.request, email))
  await page.getByLabel('Nouveau mot de passe').fill('cinq phares éteints')
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click()
  await expect(page.getByText('Votre mot de passe est changé.')).toBeVisible()
  await page.goto('/sign-in')
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(passphrase)
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page.getByRole('alert')).toContainText('ne convient pas')
  await page.getByLabel('Mot de passe').fill('cinq phares éteints')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page).toHaveURL(/\/me$/)
})

test('what was typed, chosen and unfolded before the scripts came is still there after', async ({ page }) => {
  await newAccount(page, 'coordinator', 'Nolwenn Essai')
  await page.goto('/me/profile/where')
  await page.getByLabel('Téléphone').fill('06 39 98 00 01')
  await page.getByRole('button', { name: /Continuer/ }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Titres et preuves' })).toBeVisible()

  const come = await holdScripts(page)
  await page.goto('/me/profile/where', { waitUntil: 'domcontentloaded' })
  const region = page.getByRole('checkbox', { name: 'Corse' })
  await region.check()
  await page.getByLabel('Téléphone').fill('06 39 98 00 42')
  await page.getByLabel('Langue 1').selectOption({ label: 'breton' })
  const abroad = page.getByRole('checkbox', { name: 'Wallonie' })
  await expect(abroad).toBeHidden()
  await page.getByText('Hors de France', { exact: true }).first().click()
  await abroad.check()
  come()
  await scriptsRun(page)
  await expect(region).toBeChecked()
  await expect(page.getByLabel('Téléphone')).toHaveValue('06 39 98 00 42')
  await expect(page.getByLabel('Langue 1')).toHaveValue('br')
  await expect(abroad).toBeVisible()
  await expect(abroad).toBeChecked()
})

test('what follows a field follows what was typed before the scripts came', async ({ page }) => {
  await newAccount(page, 'coordinator', 'Nolwenn Essai')
  const come = await holdScripts(page)
  await page.goto('/me/profile/who', { waitUntil: 'domcontentloaded' })
  await page.getByLabel('Nom professionnel').fill('Nolwenn Tôt')
  await page.getByRole('checkbox', { name: /^Écoproduction/ }).check()
  const preview = page.getByRole('region', { name: /^Aperçu/ })
  await expect(preview).not.toContainText('Nolwenn Tôt')
  come()
  await expect(preview).toContainText('Nolwenn Tôt')
  await expect(page.getByLabel('Nom professionnel')).toHaveValue('Nolwenn Tôt')
  await expect(page.getByRole('checkbox', { name: /^Écoproduction/ })).toBeChecked()
})

test('a menu unfolded before the scripts came stays unfolded', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  const come = await holdScripts(page)
  await page.goto('/sign-in', { waitUntil: 'domcontentloaded' })
  await page.getByLabel('Menu', { exact: true }).click()
  const professions = page.getByRole('banner').getByRole('link', { name: 'Métiers' })
  await expect(professions).toBeVisible()
  come()
  await scriptsRun(page)
  await expect(professions).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(professions).toBeHidden()
})
