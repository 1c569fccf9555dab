import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible, violationsOf } from './accessibility.ts'
import { passphrase, signInAsRegistrar } from './accounts.ts'
import { mailLink, newAddress } from './people.ts'

/** A list as people keep them: two alphabets of two programs, a stray double, a wrong address, a formula. */
const messyList = (good: string, second: string): Buffer =>
  Buffer.concat([
    Buffer.from('Prénom;Nom;Mél.;Métier;Où;Remarques\r\n', 'utf8'),
    Buffer.from(`Zoé;d’Essai;${good};coordination d’intimité;Bretagne / Normandie;=1+1\r\n`, 'utf8'),
    Buffer.from(`H\u00e9l\u00e8ne;Essai;${second};eco-production;PACA;\r\n`, 'latin1'),
    Buffer.from('Bo;Essai;bo arobase example.test;plomberie;Atlantide;\r\n', 'utf8'),
    Buffer.from(`Zoé;Encore;${good.toUpperCase()};;;\r\n`, 'utf8'),
  ])

const bring = async (page: Page, buffer: Buffer, source: string) => {
  await page.goto('/registrar/imports')
  await page.getByLabel('Fichier CSV').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer })
  await page.getByLabel('D’où vient la liste').fill(source)
  await page.getByLabel('Qui invite').fill('L’Association d’essai')
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
  await page.waitForURL(/\/registrar\/imports\/[0-9a-f-]{36}/)
}

/** From the columns, one guessed wrong, to the invitations being sent. */
const sendAll = async (page: Page) => {
  await expect(page.getByText('un mélange d’UTF-8 et de Windows-1252')).toBeVisible()
  const regions = page.getByLabel('Ce que remplit la colonne Où')
  await expect(regions).toHaveValue('')
  await regions.selectOption('region')
  await page.getByRole('button', { name: 'Lancer l’essai' }).click()
  await expect(page.getByRole('heading', { name: 'Ce que l’essai a trouvé' })).toBeVisible({
    timeout: 20_000,
  })
  const lines = page.getByRole('table')
  await expect(lines.getByRole('row', { name: /^2 / })).toContainText('prête')
  await expect(lines.getByRole('row', { name: /^3 / })).toContainText('Hélène Essai')
  await expect(lines.getByRole('row', { name: /^4 / })).toContainText('adresse mal écrite (colonne Mél.)')
  await expect(lines.getByRole('row', { name: /^4 / })).toContainText('région inconnue (colonne Où)')
  await expect(lines.getByRole('row', { name: /^5 / })).toContainText('adresse déjà plus haut dans la liste')
  await expect(page.getByText('L’Association d’essai vous invite').first()).toBeVisible()
  await page.getByLabel('J’ai relu le courriel').check()
  await page.getByRole('button', { name: 'Envoyer 2 invitations' }).click()
  await expect(page.getByRole('heading', { name: 'Qui a répondu' })).toBeVisible({ timeout: 20_000 })
}

/** The invited person's own browser. */
const invited = async (browser: Browser, home: string, scripts: boolean) => {
  const context = await browser.newContext({ baseURL: home, javaScriptEnabled: scripts })
  return { page: await context.newPage(), close: () => context.close() }
}

const claim = async (page: Page, address: string) => {
  const link = await mailLink(page.request, address)
  await page.goto(link)
  await expect(page.getByText('Bretagne, Normandie')).toBeVisible()
  await expect(page.getByLabel('Nom professionnel')).toHaveValue('Zoé d’Essai')
  await page.getByLabel('Mot de passe').fill(passphrase)
  await page.getByRole('button', { name: 'Accepter l’invitation' }).click()
  await page.waitForURL(/\/me\/profile/)
  await expect(page.getByText('Votre brouillon est prêt')).toBeVisible()
  const { slug, publishedAt, regions } = await (await page.request.get('/api/me/profile')).json()
  expect([slug, publishedAt, regions]).toEqual([null, null, ['FR-BRE', 'FR-NOR']])
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Cette invitation a déjà servi' })).toBeVisible()
}

for (const scripts of [true, false])
  test.describe(scripts ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled: scripts })

    test('a messy list becomes invitations, one is claimed from the mail, and a draft waits in the listing path', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(90_000)
      const address = newAddress('invited')
      const other = newAddress('left-alone')
      await signInAsRegistrar(page)
      await bring(page, messyList(address, other), `Annuaire d’essai ${address.slice(8, 16)}`)
      await sendAll(page)
      const person = await invited(browser, baseURL ?? '', scripts)
      await claim(person.page, address)
      await person.page.goto(`${await mailLink(person.page.request, other)}/stop`)
      await person.page.getByRole('button', { name: 'Effacer et ne plus m’écrire' }).click()
      await expect(person.page.getByRole('heading', { name: 'Nous ne vous écrirons plus' })).toBeVisible()
      await person.close()
      await page.reload()
      const lines = page.getByRole('table')
      await expect(lines.getByRole('row', { name: /^2 / })).toContainText('acceptée')
      await expect(lines.getByRole('row', { name: /^3 / })).toContainText('refusée')
      const report = await page.request.get(`${page.url().split('?')[0]}/report`)
      expect(report.headers()['content-type']).toContain('text/csv')
      expect(await report.text()).toContain(`"${address}"`)
    })

    test('a file that is no list is refused with the line to look at, and what was typed stays', async ({
      page,
    }) => {
      await signInAsRegistrar(page)
      await page.goto('/registrar/imports')
      const buffer = Buffer.from('Nom;Courriel\nAda;a@example.test\n"Bo;b@example.test\n')
      await page.getByLabel('Fichier CSV').setInputFiles({ name: 'liste.csv', mimeType: 'text/csv', buffer })
      await page.getByLabel('D’où vient la liste').fill('Une liste abîmée')
      await page.getByRole('button', { name: 'Lire le fichier' }).click()
      await expect(page.getByRole('alert')).toContainText('À la ligne 3')
      await expect(page.getByLabel('D’où vient la liste')).toHaveValue('Une liste abîmée')
    })
  })

test('the pages of imports and invitations are accessible in both languages, light, dark and narrow', async ({
  page,
}) => {
  test.setTimeout(240_000)
  const address = newAddress('axe')
  await signInAsRegistrar(page)
  await expectAccessible(page, '/registrar/imports')
  await bring(page, messyList(address, newAddress('axe')), 'Annuaire lisible')
  const { pathname } = new URL(page.url())
  await expectAccessible(page, pathname)
  await page.goto(pathname)
  await sendAll(page)
  await expectAccessible(page, pathname)
  const link = await mailLink(page.request, address)
  await page.goto('/sign-out')
  await page.getByRole('button', { name: /déconnecter/i }).click()
  await expectAccessible(page, link)
  await expectAccessible(page, `${link}/stop`)
  await page.goto('/claim/unknown')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Cette invitation est inconnue')
  expect(await violationsOf(page)).toEqual([])
})

test('an English list is written to in English, on a phone', async ({ page, browser, baseURL }) => {
  test.setTimeout(60_000)
  const address = newAddress('english')
  await signInAsRegistrar(page)
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto('/en/registrar/imports')
  const buffer = Buffer.from(
    `Full name,E-mail,Job\n"Esmé, the Second",${address},green consultant\n`,
    'utf16le',
  )
  await page.getByLabel('CSV file').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer })
  await page.getByLabel('Where the list comes from').fill('Directory of a fictional guild')
  await page.getByLabel('English').check()
  await page.getByRole('button', { name: 'Read the file' }).click()
  await expect(page.getByText('Read as UTF-16')).toBeVisible()
  await page.getByRole('button', { name: 'Run the trial' }).click()
  await expect(page.getByRole('heading', { name: 'What the trial found' })).toBeVisible({ timeout: 20_000 })
  await page.getByLabel('I have reviewed').check()
  await page.getByRole('button', { name: 'Send 1 invitation' }).click()
  await expect(page.getByRole('heading', { name: 'Who answered' })).toBeVisible({ timeout: 20_000 })
  const person = await invited(browser, baseURL ?? '', true)
  await person.page.goto(await mailLink(person.page.request, address))
  await expect(person.page.getByLabel('Professional name')).toHaveValue('Esmé, the Second')
  await expect(person.page.getByText('eco-production', { exact: false }).first()).toBeVisible()
  await person.close()
})
