import { randomInt } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { attestation, newAccount, origin, send, sendDocument, signInAsRegistrar } from './accounts.ts'
import { mailLink } from './people.ts'

/** A picture, as a phone makes one of a certificate: 2 by 2 pixels, drawn anew by the registry all the same. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
)

/** Somebody else's browser. */
const elsewhere = async (browser: Browser, home: string, javaScriptEnabled = true) => {
  const context = await browser.newContext({ baseURL: home, javaScriptEnabled, locale: 'fr-FR' })
  return { page: await context.newPage(), close: () => context.close() }
}

/** A published coordinator of a name's own, signed in on this page. */
const publish = async (page: Page, displayName: string) => {
  const { email } = await newAccount(page, 'coordinator', displayName)
  const link = new URL(await mailLink(page.request, email), origin)
  await send(page, 'POST', '/accounts/verification', { token: link.searchParams.get('token') })
  const profile = {
    displayName,
    disciplines: ['intimacy'],
    regions: ['FR-20R'],
    languages: [{ code: 'co', level: 'native' }],
  }
  const { slug } = await send(page, 'PUT', '/me/profile', profile)
  await send(page, 'PUT', '/me/profile/publication', { consent: true })
  return slug as string
}

const declare = async (page: Page, displayName: string) => {
  const slug = await publish(page, displayName)
  const { id } = await send(page, 'POST', '/me/credentials', { code: 'IC-CQP-FR', issuedOn: '2026-06-30' })
  return { slug, id: id as string }
}

/** Whether a search for holders of the confirmed French certificate finds them. */
const isFound = async (page: Page, name: string) => {
  const query = `credentialState=confirmed&credential=IC-CQP-FR&q=${encodeURIComponent(name)}`
  const { items } = await (await page.request.get(`/api/coordinators?${query}`)).json()
  return items.some((card: { displayName: string }) => card.displayName === name)
}

const nextYear = new Date().getFullYear() + 1

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a coordinator declares the French certificate and sends a scan; confirmed, they are found within a second; withdrawn, at once no longer', async ({
      page,
      browser,
      baseURL,
    }) => {
      test.setTimeout(90_000)
      const name = `Nolwenn Preuve ${randomInt(1_000_000)}`
      const slug = await publish(page, name)
      await page.goto('/me/credentials')
      await page.getByLabel('Titre', { exact: true }).selectOption('IC-CQP-FR')
      await page.getByLabel('Obtenu le').fill('30/06/2026')
      await page.getByRole('button', { name: 'Déclarer ce titre' }).click()
      await expect(page.getByText('Vous pouvez maintenant y joindre un document')).toBeVisible()
      await page.getByLabel('Document pour CQP').setInputFiles({
        name: 'attestation-cqp.pdf',
        mimeType: 'application/pdf',
        buffer: attestation,
      })
      await page.getByRole('button', { name: 'Envoyer' }).click()
      await expect(page.getByText('Document envoyé. Le registre le lira.')).toBeVisible()
      await expect(page.getByRole('link', { name: 'attestation-cqp.pdf' })).toBeVisible()
      expect(await isFound(page, name)).toBe(false)

      const { id } = (await (await page.request.get('/api/me/credentials')).json()).items[0]
      const registrar = await elsewhere(browser, baseURL ?? '', javaScriptEnabled)
      const desk = registrar.page
      await signInAsRegistrar(desk)
      await desk.goto(`/registrar/credentials?page=${await lastPage(desk)}&id=${id}`)
      await expect(desk.getByRole('article')).toContainText(name)
      await expect(desk.getByText('attestation-cqp.pdf').first()).toBeVisible()
      if (javaScriptEnabled) await expectDrawn(desk)
      // On a laptop the page is 900 px high: the document, the facts and the button that decides, without scrolling.
      await desk.setViewportSize({ width: 1440, height: 900 })
      await expect(desk.getByRole('button', { name: 'Décider, puis suivant' })).toBeInViewport({ ratio: 1 })
      const [download] = await Promise.all([
        desk.waitForEvent('download'),
        desk.getByRole('link', { name: /^Télécharger/ }).click(),
      ])
      expect(download.suggestedFilename()).toBe('attestation-cqp.pdf')
      await desk.getByRole('radio', { name: /^Confirmé par l’émetteur/ }).check()
      await desk.getByLabel('Valable jusqu’au').fill(`31/12/${nextYear}`)
      await desk.getByRole('button', { name: 'Décider, puis suivant' }).click()
      await expect(desk.getByText(`${name} : confirmé par l’émetteur.`)).toBeVisible()
      await expect.poll(() => isFound(page, name), { timeout: 1_000, intervals: [50] }).toBe(true)

      await page.goto('/me/credentials')
      await expect(page.getByText('Confirmé par l’émetteur, vérifié par le registre le')).toBeVisible()
      await expect(page.getByText(`Vaut jusqu’au 31 déc. ${nextYear}`)).toBeVisible()
      await expect(page.getByText('90 jours après la décision').first()).toBeVisible()
      await expect(page.getByLabel('Document pour CQP')).toHaveCount(0)
      await page.goto(`/coordinators/${slug}`)
      await expect(page.getByRole('row', { name: /CQP.*confirmé/i })).toBeVisible()

      await desk.goto(
        `/registrar/credentials?state=confirmed&page=${await lastPage(desk, 'confirmed')}&id=${id}`,
      )
      await desk.getByRole('radio', { name: /^Retirer/ }).check()
      await desk.getByLabel('Code du retrait').selectOption('issuer-withdrew')
      await desk.getByRole('button', { name: 'Décider, puis suivant' }).click()
      await desk.getByRole('button', { name: 'Retirer', exact: true }).click()
      await expect(desk.getByText(`${name} : retiré.`)).toBeVisible()
      const profile = await (await page.request.get(`/api/coordinators/${slug}`)).json()
      expect(profile.credentials).toEqual([])
      expect(await isFound(page, name)).toBe(false)
      await page.goto(`/coordinators/${slug}`)
      await expect(page.getByRole('row', { name: /CQP/ })).toHaveCount(0)
      await registrar.close()
    })

    test('what is no document is refused by name, and everything else stays', async ({ page }) => {
      const name = `Nolwenn Essai ${randomInt(1_000_000)}`
      const { id } = await declare(page, name)
      await page.goto('/me/credentials')
      const files: [string, Buffer, RegExp][] = [
        ['diplome.pdf', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), /ni un PDF, ni une image/],
        ['vide.pdf', Buffer.alloc(0), /Ce fichier est vide/],
        ['coupe.pdf', attestation.subarray(0, 200), /incomplet ou endommagé/],
        [
          'verrou.pdf',
          Buffer.from(
            attestation.toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R/Encrypt 9 0 R'),
            'latin1',
          ),
          /protégé par un mot de passe/,
        ],
      ]
      for (const [fileName, buffer, sentence] of files) {
        await page
          .getByLabel('Document pour CQP')
          .setInputFiles({ name: fileName, mimeType: 'application/pdf', buffer })
        await page.getByRole('button', { name: 'Envoyer' }).click()
        await expect(page.getByRole('alert')).toContainText(sentence)
        await expect(page.getByLabel('Document pour CQP')).toHaveAttribute('aria-invalid', 'true')
      }
      const { items } = await (await page.request.get('/api/me/credentials')).json()
      expect(items).toMatchObject([{ id, evidence: null }])
    })

    test('a document longer than a page may take is refused with a sentence', async ({ page }) => {
      await declare(page, `Nolwenn Lourd ${randomInt(1_000_000)}`)
      await page.goto('/me/credentials')
      const buffer = Buffer.alloc(7_000_000, '%PDF-')
      await page
        .getByLabel('Document pour CQP')
        .setInputFiles({ name: 'lourd.pdf', mimeType: 'application/pdf', buffer })
      await page.getByRole('button', { name: 'Envoyer' }).click()
      await expect(page.getByText(/dépasse 5\sMo/).first()).toBeVisible()
      await expect(page.getByLabel('Document pour CQP')).toBeVisible()
    })

    test('a refused document is replaced by a picture, which the registrar sees as one', async ({
      page,
      browser,
      baseURL,
    }) => {
      const name = `Nolwenn Photo ${randomInt(1_000_000)}`
      const { id } = await declare(page, name)
      await sendDocument(page, id)
      const registrar = await elsewhere(browser, baseURL ?? '', javaScriptEnabled)
      await signInAsRegistrar(registrar.page)
      await send(registrar.page, 'POST', `/registrar/credentials/${id}/decisions`, {
        decision: 'refuse',
        reason: 'Document illisible.',
      })
      await page.goto('/me/credentials')
      await expect(page.getByText('relance l’examen')).toBeVisible()
      if (await page.getByText('Remplacer le document').isVisible())
        await page.getByText('Remplacer le document').click()
      await page
        .getByLabel('Document pour CQP')
        .setInputFiles({ name: 'photo.png', mimeType: 'image/png', buffer: picture })
      await page.getByRole('button', { name: 'Envoyer' }).click()
      await expect(page.getByRole('link', { name: 'photo.png' })).toBeVisible()
      await registrar.page.goto(`/registrar/credentials?page=${await lastPage(registrar.page)}&id=${id}`)
      await expect(registrar.page.getByRole('article')).toContainText(name)
      const shown = registrar.page.getByRole('img', { name: /photo\.png/ })
      await expect(shown).toBeVisible()
      await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(2)
      await registrar.close()
    })
  })

/** The newest declarations stand at the end of the queue. */
const lastPage = async (page: Page, state = 'declared') => {
  const { total, perPage } = await (
    await page.request.get(`/api/registrar/credentials?state=${state}`)
  ).json()
  return Math.ceil(total / perPage)
}

/** Whether the page of the PDF is on the canvas: ink on white. */
const expectDrawn = (page: Page) =>
  expect
    .poll(() =>
      page.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const drawn = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
        let dark = 0
        for (let at = 0; at < drawn.length; at += 4)
          if ((drawn[at] ?? 255) < 100 && drawn[at + 3] === 255) dark += 1
        return dark
      }),
    )
    .toBeGreaterThan(100)

test('the document is read by keyboard alone: larger, smaller, turned', async ({
  page,
  browser,
  baseURL,
}) => {
  const coordinator = await elsewhere(browser, baseURL ?? '')
  const { id } = await declare(coordinator.page, `Nolwenn Clavier ${randomInt(1_000_000)}`)
  await sendDocument(coordinator.page, id)
  await coordinator.close()
  await signInAsRegistrar(page)
  await page.goto(`/registrar/credentials?page=${await lastPage(page)}&id=${id}`)
  await expectDrawn(page)
  const canvas = page.locator('canvas')
  const width = () => canvas.evaluate((one) => one.getBoundingClientRect().width)
  const before = await width()
  await page.getByRole('region', { name: /attestation\.pdf/ }).focus()
  await page.keyboard.press('+')
  await expect(page.getByText('125 %')).toBeVisible()
  await expect.poll(width).toBeGreaterThan(before * 1.2)
  await page.keyboard.press('-')
  await page.keyboard.press('t')
  await expect.poll(() => canvas.evaluate((one: HTMLCanvasElement) => one.width > one.height)).toBe(true)
})

test('the pages of a document are accessible in both languages, light, dark and narrow', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const { id } = await declare(page, `Nolwenn Lisible ${randomInt(1_000_000)}`)
  await expectAccessible(page, '/me/credentials')
  await sendDocument(page, id)
  await expectAccessible(page, '/me/profile/credentials')
  const registrar = await elsewhere(browser, baseURL ?? '')
  await signInAsRegistrar(registrar.page)
  await expectAccessible(
    registrar.page,
    `/registrar/credentials?page=${await lastPage(registrar.page)}&id=${id}`,
  )
  await registrar.close()
})
