import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { inflateRawSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, violationsOf } from './accessibility.ts'
import { passphrase, signInAsRegistrar } from './accounts.ts'
import { aCoordinator, aProduction, aProject, ask, inDays, type Person } from './people.ts'

/** The files of a ZIP, read from its own list of contents. */
const unzip = (archive: Buffer): Record<string, string> => {
  const files: Record<string, string> = {}
  const end = archive.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = archive.readUInt32LE(end + 16)
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [size, nameLength, extra, note, start] = [
      archive.readUInt32LE(at + 20),
      ...[28, 30, 32].map((offset) => archive.readUInt16LE(at + offset)),
      archive.readUInt32LE(at + 42),
    ] as [number, number, number, number, number]
    const name = archive.subarray(at + 46, at + 46 + nameLength).toString()
    const body = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28)
    const bytes = archive.subarray(body, body + size)
    files[name] = (archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString()
    at += 46 + nameLength + extra + note
  }
  return files
}

const bio = 'Je prépare les scènes avec vous, du scénario au plateau.'

/** A coordinator whose request was accepted, signed in on this page, and the production that asked. */
const booked = async (page: Page) => {
  const name = `Ghjulia ${randomUUID().slice(0, 6)}`
  const [coordinator, production] = await Promise.all([
    aCoordinator(name),
    aProduction(`Films ${randomUUID().slice(0, 6)}`),
  ])
  const profile = await (await coordinator.api.get('/api/me/profile')).json()
  await coordinator.api.put('/api/me/profile', {
    data: {
      displayName: name,
      disciplines: ['intimacy'],
      titleForm: profile.titleForm,
      regions: ['FR-20R'],
      languages: [{ code: 'co', level: 'native' }],
      bio: { fr: bio },
      visibility: { bio: 'only-me' },
    },
  })
  const booking = await ask(
    production,
    coordinator.slug,
    await aProject(production, [inDays(60), inDays(61)]),
  )
  await coordinator.api.post(`/api/bookings/${booking}/moves`, { data: { move: 'accept', version: 1 } })
  await production.api.get(`/api/bookings/${booking}`)
  await signIn(page, coordinator)
  await page.waitForURL(/\/me/)
  return { name, coordinator, production, booking }
}

const signIn = async (page: Page, { email }: Person, password = passphrase) => {
  await page.goto('/sign-in')
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill(password)
  await page.getByRole('button', { name: 'Se connecter' }).click()
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a coordinator takes everything along, then leaves; the production still reads its booking', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(90_000)
      const { name, coordinator, production, booking } = await booked(page)
      await page.waitForURL(/\/me/)
      await page.goto('/account')
      await page.getByRole('link', { name: 'Ouvrir vos données' }).click()
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Vos données')
      await expect(page.getByText(/^Films /)).toBeVisible()
      await expect(page.getByText('Publier mon profil')).toBeVisible()

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name: 'Télécharger mes données' }).click(),
      ])
      expect(download.suggestedFilename()).toMatch(/^repere-\d{4}-\d\d-\d\d\.zip$/)
      const files = unzip(await readFile(await download.path()))
      expect(files['LISEZMOI.txt']).toContain('csv/coordinator.csv')
      expect(files['csv/coordinator.csv']).toContain(bio)
      expect(files['calendar.ics']).toContain('BEGIN:VEVENT')
      expect(JSON.parse(files['repere.json'] ?? '{}').account).toMatchObject([{ email: coordinator.email }])

      await page.getByRole('link', { name: 'Voir ce que cela efface' }).click()
      await expect(page.getByText('Une option est libérée')).toBeVisible()
      await expect(page.getByText('Votre profil public, dès la requête suivante')).toBeVisible()
      await page.getByLabel('L’adresse de ce compte').fill('quelqu.un@example.test')
      await page.getByLabel('Mot de passe').fill(passphrase)
      await page.getByRole('button', { name: 'Effacer définitivement' }).click()
      await expect(page.getByRole('alert')).toContainText('Ce n’est pas l’adresse de ce compte')
      await expect(page.getByLabel('L’adresse de ce compte')).toHaveValue('quelqu.un@example.test')
      await page.getByLabel('L’adresse de ce compte').fill(coordinator.email)
      await page.getByLabel('Mot de passe').fill(passphrase)
      await page.getByRole('button', { name: 'Effacer définitivement' }).click()
      await expect(page.getByText('Votre compte est effacé.')).toBeVisible()

      expect((await page.goto(`/coordinators/${coordinator.slug}`))?.status()).toBe(404)
      await signIn(page, coordinator)
      await expect(page.getByRole('alert')).toContainText('L’adresse ou le mot de passe ne convient pas.')
      const mails = await page.request.get(`/api/dev/mail?to=${encodeURIComponent(coordinator.email)}`)
      expect(await mails.json()).toMatchObject([{ subject: 'Votre compte Repère est effacé' }])

      const context = await browser.newContext({
        storageState: await production.api.storageState(),
        ...(baseURL ? { baseURL } : {}),
        javaScriptEnabled,
      })
      const theirs = await context.newPage()
      await theirs.goto(`/bookings/${booking}`)
      await expect(theirs.getByRole('heading', { level: 1 })).toHaveText('Coordination (compte effacé)')
      await expect(theirs.getByText('Libéré', { exact: true }).first()).toBeVisible()
      expect(await theirs.content()).not.toContain(name)
      if (javaScriptEnabled) expect(await violationsOf(theirs)).toEqual([])
      await context.close()
    })
  })

test('a production that leaves is a name less on the page of the coordinator', async ({ page }) => {
  const { coordinator, production, booking } = await booked(page)
  const leaving = { email: production.email }
  const answer = await production.api.post('/api/me/erasure', {
    data: { password: passphrase, confirmation: leaving.email },
  })
  expect(answer.status()).toBe(200)
  await page.goto(`/bookings/${booking}`)
  await expect(page.getByText('Production (compte effacé)').first()).toBeVisible()
  await expect(page.getByText('Message effacé avec le compte de son auteur.')).toBeVisible()
  expect(await violationsOf(page)).toEqual([])
  expect((await coordinator.api.get('/api/bookings')).status()).toBe(200)
})

test('the pages are accessible in both languages, light, dark and narrow', async ({ page }) => {
  test.setTimeout(120_000)
  await booked(page)
  await expectAccessible(page, '/account/data')
  await expectAccessible(page, '/account/erase')
})

test('on a phone, everything of the two pages is at hand', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await booked(page)
  for (const path of ['/account/data', '/en/account/erase']) {
    await page.goto(path)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  }
  await expect(page.getByRole('button', { name: 'Erase for good' })).toBeVisible()
})

test('a registrar reads what would go, changes a period, and has the record of processing', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signInAsRegistrar(page)
  await page.goto('/registrar/retention')
  const days = page.getByLabel(/^Durée, en jours, Liens envoyés/)
  await days.fill('12')
  await page.getByRole('button', { name: /^Enregistrer la durée : Liens envoyés/ }).click()
  await expect(page.getByText('Durée enregistrée.')).toBeVisible()
  await expect(days).toHaveValue('12')
  await page.getByRole('link', { name: 'Registre des traitements' }).click()
  await expect(page.getByRole('heading', { name: 'Vérification des titres' })).toBeVisible()
  await expectAccessible(page, '/registrar/retention')
  await expectAccessible(page, '/registrar/processing')
})
