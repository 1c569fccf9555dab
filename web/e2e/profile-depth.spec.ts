import { deflateSync } from 'node:zlib'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, violationsOf } from './accessibility.ts'
import { newAccount, send } from './accounts.ts'
import { aProduction, mailLink, type Person, site } from './people.ts'

/** A picture of one colour, as small as a PNG can be. */
const aPicture = (width = 40, height = 24): Buffer => {
  const crcTable = Array.from({ length: 256 }, (_, byte) => {
    let value = byte
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
    return value >>> 0
  })
  const crc = (bytes: Buffer) =>
    (bytes.reduce((sum, byte) => (crcTable[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) ^
      0xffffffff) >>>
    0
  const chunk = (name: string, bytes: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), bytes])
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(bytes.length)
    check.writeUInt32BE(crc(body))
    return Buffer.concat([length, body, check])
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const line = Buffer.concat([Buffer.from([0]), Buffer.alloc(width * 3, 0x80)])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A published coordinator, signed in on this page. */
const publish = async (page: Page, displayName: string, level = 'experienced'): Promise<string> => {
  const { email } = await newAccount(page, 'coordinator', displayName)
  const link = new URL(await mailLink(page.request, email), site)
  await send(page, 'POST', '/accounts/verification', { token: link.searchParams.get('token') })
  const saved = await send(page, 'PUT', '/me/profile', {
    displayName,
    disciplines: ['intimacy'],
    levels: { intimacy: level },
    regions: ['FR-20R'],
    headline: { fr: 'Un essai', en: 'A try' },
  })
  await send(page, 'PUT', '/me/profile/publication', { consent: true })
  return saved.slug
}

const addCredit = async (page: Page, title: string, until?: string) => {
  await page.goto('/me/profile/credits')
  await page.getByLabel('Titre de l’œuvre').fill(title)
  await page.getByLabel('Format').selectOption({ label: 'Série' })
  await page.getByLabel('Année').fill('2026')
  await page.getByLabel('Votre rôle').fill('coordination d’intimité')
  await page.getByLabel('Production').fill(`Maison de ${title}`)
  if (until) await page.getByLabel('Confidentiel jusqu’au').fill(until)
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(page.getByText('Enregistré.')).toBeVisible()
}

const proposePair = async (page: Page, lead: string) => {
  await page.goto('/me/profile/mentoring')
  await page.getByLabel('Page de la personne').fill(`${site}/coordinators/${lead}`)
  await page.getByRole('button', { name: 'Envoyer la proposition' }).click()
  await expect(page.getByText('Proposition envoyée.')).toBeVisible()
}

/** What somebody else reads at the address of a profile. */
const readAs = async (who: Person | Page, slug: string): Promise<string> => {
  const request = 'api' in who ? who.api : who.request
  return (await request.get(`${site}/coordinators/${slug}`)).text()
}

const nextYears = String(new Date().getUTCFullYear() + 2)

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a coordinator fills the profile in, says who sees what, and looks at it with the eyes of each', async ({
      page,
      browser,
    }) => {
      test.setTimeout(90_000)
      const name = `Nolwenn Fond ${javaScriptEnabled ? 'Un' : 'Deux'}`
      const slug = await publish(page, name)
      await addCredit(page, 'Marées')
      await addCredit(page, 'Sous silence', `30/06/${nextYears}`)
      await page.getByRole('button', { name: 'Monter : Marées' }).click()
      await expect(page.getByText('Ordre enregistré.')).toBeVisible()
      await expect(
        page.locator('main ol').getByRole('listitem').filter({ hasText: '2026' }).first(),
      ).toContainText('Marées')

      await page.goto('/me/profile/practice')
      await page.getByLabel('Le train plutôt que l’avion').check()
      await page.getByLabel('Portugal').check()
      await page.getByRole('checkbox', { name: 'J’ai une assurance' }).check()
      await page
        .getByLabel('Qui voit : Pays où vous avez travaillé')
        .selectOption({ label: 'Sociétés vérifiées' })
      await page.getByRole('textbox', { name: 'Code de conduite que vous suivez' }).fill('Charte du plateau')
      await page.getByRole('button', { name: /Continuer/ }).click()
      await expect(page.getByText('Enregistré.')).toBeVisible()

      await page.goto('/me/profile/photo')
      await page
        .getByLabel('Image')
        .setInputFiles({ name: 'moi.png', mimeType: 'image/png', buffer: aPicture() })
      if (javaScriptEnabled) await page.getByLabel('De gauche à droite').fill('80')
      await page.getByLabel('Qui voit : Photo').last().selectOption({ label: 'Sociétés vérifiées' })
      await page.getByRole('button', { name: 'Enregistrer la photo' }).click()
      await expect(page.getByText('Photo enregistrée.')).toBeVisible()

      await page.goto('/me/profile/visibility')
      await page.getByLabel('Qui voit : Code de conduite').selectOption({ label: 'Après acceptation' })
      await page.getByRole('button', { name: 'Enregistrer et regarder' }).click()

      await expect(page.getByRole('heading', { level: 1, name: 'Aperçu' })).toBeVisible()
      const sheet = page.locator('article')
      const practice = page.getByRole('complementary', { name: 'En pratique' })
      await expect(sheet.getByText('Titre confidentiel')).toBeVisible()
      await expect(practice.getByText('Portugal')).toHaveCount(0)
      await expect(sheet.locator('img')).toHaveCount(0)
      await page.getByRole('link', { name: 'Société vérifiée' }).click()
      await expect(practice.getByText('Portugal')).toBeVisible()
      await expect(sheet.locator('img')).toHaveCount(1)
      await expect(practice.getByText('Charte du plateau')).toHaveCount(0)
      await page.getByRole('link', { name: 'Après acceptation' }).click()
      await expect(practice.getByText('Charte du plateau')).toBeVisible()
      await expect(sheet.getByText('Sous silence', { exact: true })).toHaveCount(0)
      await page.getByRole('link', { name: 'Vous', exact: true }).click()
      await expect(sheet.getByText('Sous silence', { exact: true })).toBeVisible()

      // And so it is: a verified production reads what a visitor does not, and neither reads the silent title.
      const stranger = await browser.newContext()
      const visitor = await readAs(await stranger.newPage(), slug)
      const verified = await readAs(await aProduction('Films de l’Essai fictif'), slug)
      for (const text of [visitor, verified]) {
        expect(text).toContain('Marées')
        expect(text).toContain('Titre confidentiel')
        expect(text).not.toContain('Sous silence')
        expect(text).not.toContain('Charte du plateau')
      }
      expect(visitor).not.toContain('Portugal')
      expect(verified).toContain('Portugal')
      const [photo] = /\/api\/photos\/[0-9a-f-]{36}/.exec(verified) ?? []
      expect(visitor).not.toContain('/api/photos/')
      expect((await stranger.request.get(`${site}${photo}`)).status()).toBe(404)
      await stranger.close()
    })

    test('two people agree to be shown as a pair, and either ends it', async ({ page, browser }) => {
      const suffix = javaScriptEnabled ? 'Un' : 'Deux'
      const leadPage = await (await browser.newContext({ javaScriptEnabled })).newPage()
      const lead = await publish(leadPage, `Marie Guide ${suffix}`)
      const trainee = await publish(page, `Paul Stage ${suffix}`, 'in-training')
      await proposePair(page, lead)
      await page.goto(`/coordinators/${trainee}`)
      await expect(page.getByText(`Marie Guide ${suffix}`)).toHaveCount(0)

      await leadPage.goto('/me/profile/mentoring')
      await leadPage.getByRole('button', { name: `Accepter le binôme avec Paul Stage ${suffix}` }).click()
      await expect(leadPage.getByText('Binôme accepté')).toBeVisible()
      await page.goto(`/coordinators/${trainee}`)
      await expect(page.getByRole('link', { name: `Marie Guide ${suffix}` })).toBeVisible()
      await page.goto(`/coordinators/${lead}`)
      await expect(page.getByRole('link', { name: `Paul Stage ${suffix}` })).toBeVisible()

      await page.goto('/me/profile/mentoring')
      await page.getByRole('button', { name: `Mettre fin : Marie Guide ${suffix}` }).click()
      await expect(page.getByText('C’est terminé')).toBeVisible()
      await page.goto(`/coordinators/${lead}`)
      await expect(page.getByRole('link', { name: `Paul Stage ${suffix}` })).toHaveCount(0)
      await leadPage.context().close()
    })
  })

test('a form that is refused keeps what was typed and says what the field wants', async ({ page }) => {
  await publish(page, 'Nolwenn Refus')
  await page.goto('/me/profile/credits')
  await page.getByLabel('Titre de l’œuvre').fill('Marées')
  await page.getByLabel('Année').fill('1812')
  await page.getByLabel('Votre rôle').fill('coordination')
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('Une année, de 1950 à l’an prochain.')
  await expect(page.getByLabel('Titre de l’œuvre')).toHaveValue('Marées')
  await page.goto('/me/profile/photo')
  await page
    .getByLabel('Image')
    .setInputFiles({ name: 'moi.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') })
  await page.getByRole('button', { name: 'Enregistrer la photo' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Pas de photo' })).toBeVisible()
})

test('search engines are told of whoever chose so, and of nobody else', async ({ page, request }) => {
  const slug = await publish(page, 'Nolwenn Cherchée')
  const listed = async () => (await (await request.get('/api/search-engines')).json()).items
  expect(await listed()).not.toContainEqual(expect.objectContaining({ slug }))
  expect(await (await request.get(`/coordinators/${slug}`)).text()).toContain('content="noindex"')
  await page.goto('/me/profile/publish')
  await page.getByLabel('Les moteurs de recherche peuvent').check()
  await page.getByRole('button', { name: 'Enregistrer ces choix' }).click()
  await expect.poll(listed).toContainEqual(expect.objectContaining({ slug }))
  const chosen = await (await request.get(`/coordinators/${slug}`)).text()
  expect(chosen).not.toContain('content="noindex"')
  expect(chosen).toContain('application/ld+json')
  expect(await (await request.get('/robots.txt')).text()).toContain('/sitemap.xml')
  expect((await request.get('/sitemap.xml')).headers()['content-type']).toContain('xml')
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('a credit is added, and the page shows it', async ({ page }) => {
    const slug = await publish(page, 'Nolwenn Poche')
    await addCredit(page, 'Écume')
    await page.goto(`/coordinators/${slug}`)
    await expect(page.getByRole('heading', { name: 'Crédits' })).toBeVisible()
    await expect(page.getByText('Écume', { exact: true })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})

test('every page of it is accessible, in both languages and themes, and reflows', async ({
  page,
  browser,
}) => {
  test.setTimeout(180_000)
  const desk = await (await browser.newContext()).newPage()
  const lead = await publish(desk, 'Marie Accès')
  const other = await publish(await (await browser.newContext()).newPage(), 'Jeanne Accès')
  const slug = await publish(page, 'Nolwenn Accès', 'in-training')
  await addCredit(page, 'Marées')
  await addCredit(page, 'Sous silence', `30/06/${nextYears}`)
  await page.goto('/me/profile/photo')
  const picture = { name: 'moi.png', mimeType: 'image/png', buffer: aPicture() }
  await expect(async () => {
    await page.getByLabel('Image').setInputFiles(picture)
    await expect(page.getByLabel('De gauche à droite')).toBeVisible({ timeout: 1_000 })
  }).toPass()
  expect(await violationsOf(page), 'the crop').toEqual([])
  await page.getByLabel('Qui voit : Photo').last().selectOption({ label: 'Public' })
  await page.getByRole('button', { name: 'Enregistrer la photo' }).click()
  await expect(page.getByText('Photo enregistrée.')).toBeVisible()
  for (const slug of [lead, other]) await proposePair(page, slug)
  await desk.goto('/me/profile/mentoring')
  expect(await violationsOf(desk), 'a pair to answer').toEqual([])
  await desk.getByRole('button', { name: 'Accepter le binôme avec Nolwenn Accès' }).click()
  await expect(desk.getByText('Binôme accepté')).toBeVisible()
  for (const name of ['practice', 'credits', 'photo', 'mentoring', 'visibility', 'preview'])
    await expectAccessible(page, `/me/profile/${name}`)
  await expectAccessible(page, `/coordinators/${slug}`)
  await expect(page.locator('main img')).toHaveCount(1)
})
