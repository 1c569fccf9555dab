import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { origin, signInAsRegistrar } from './accounts.ts'
import { aCoordinator, aProduction, aProject, ask, inDays, mailLink, type Person, site } from './people.ts'

type Options = Parameters<Browser['newContext']>[0]

const openAs = async (browser: Browser, person: Person, options: Options = {}): Promise<Page> => {
  const storageState = await person.api.storageState()
  return (await browser.newContext({ storageState, baseURL: site, ...options })).newPage()
}

const meet = async () => {
  const tag = randomUUID().slice(0, 6)
  const [production, coordinator] = await Promise.all([
    aProduction(`Essai Films ${tag}`),
    aCoordinator(`Ghjulia Essai ${tag}`),
  ])
  const id = await ask(production, coordinator.slug, await aProject(production, [inDays(60)]))
  return { production, coordinator, id, tag }
}

const tryAgain = async ({ api }: Person, coordinator: string, projectId: string) => {
  const data = { coordinator, projectId, kind: 'option', message: 'Bonjour, encore.' }
  const answer = await api.post('/api/bookings', { data, headers: { 'idempotency-key': randomUUID() } })
  const { instance: _, ...body } = await answer.json()
  return [answer.status(), body]
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test('a coordinator blocks a company from its request: the production sees what a pause shows', async ({
      browser,
    }) => {
      const { production, coordinator, id, tag } = await meet()
      const project = await aProject(production, [inDays(61)])
      await coordinator.api.put('/api/me/profile/pause')
      const paused = await tryAgain(production, coordinator.slug, project)
      await coordinator.api.delete('/api/me/profile/pause')

      const page = await openAs(browser, coordinator, { javaScriptEnabled })
      await page.goto(`/bookings/${id}`)
      await page.getByText('Ne plus recevoir de demandes').click()
      await page.getByRole('radio', { name: 'Toute la société' }).check()
      await page.getByRole('button', { name: 'Bloquer' }).click()
      await expect(page.getByText('Blocage posé. Personne n’est prévenu.')).toBeVisible()
      await expect(page.getByRole('heading', { name: `Essai Films ${tag}` })).toBeVisible()
      expect(await tryAgain(production, coordinator.slug, project)).toEqual(paused)
      expect(paused[0]).toBe(409)

      const desk = await openAs(browser, production, { javaScriptEnabled })
      await desk.goto(`/coordinators/${coordinator.slug}`)
      await expect(desk.getByRole('heading', { level: 1, name: `Ghjulia Essai ${tag}` })).toBeVisible()
      await expect(desk.getByText('Ne reçoit pas de demandes')).toHaveCount(0)

      // What still stands is the coordinator's to end, or to keep.
      await page.getByRole('button', { name: 'Décliner' }).click()
      await expect(page.getByText('Décliné. La production est prévenue.')).toBeVisible()
      await expect(page.getByText('Encore en cours')).toHaveCount(0)
      await page.getByRole('button', { name: `Lever le blocage de Essai Films ${tag}` }).click()
      await expect(page.getByText('Blocage levé.')).toBeVisible()
      expect((await tryAgain(production, coordinator.slug, project))[0]).toBe(201)
    })

    test('a report is frozen, decided, read by both sides and contested', async ({ browser, page }) => {
      test.setTimeout(90_000)
      const { production, coordinator, id, tag } = await meet()
      const mine = await openAs(browser, coordinator, { javaScriptEnabled })
      await mine.goto(`/bookings/${id}`)
      await mine.getByRole('link', { name: 'Signaler au registre' }).click()
      await mine.getByRole('radio', { name: 'Les messages' }).check()
      await mine.getByLabel('Motif').selectOption({ label: 'Harcèlement, insistance' })
      const said = `Il insiste, essai ${tag}.`
      await mine.getByLabel('Ce qui s’est passé').fill(said)
      await mine.getByRole('button', { name: 'Envoyer le signalement' }).click()
      await expect(mine.getByText('Signalement reçu. Un courriel vous le confirme.')).toBeVisible()
      await expect(mine.getByText(said)).toBeVisible()

      await signInAsRegistrar(page)
      const { items, total } = await (await page.request.get('/api/registrar/reports?perPage=50')).json()
      const found = items.find(
        ({ reporter }: { reporter: { name: string } | null }) => reporter?.name === `Ghjulia Essai ${tag}`,
      )
      expect(total).toBeGreaterThan(0)
      await page.goto(`/registrar/reports?id=${found.id}`)
      await expect(page.getByRole('article')).toContainText(said)
      await expect(page.getByRole('article')).toContainText('Bonjour, un essai.')
      await page.getByRole('button', { name: 'Geler la réservation' }).click()
      await expect(page.getByText('La réservation est gelée.')).toBeVisible()

      const theirs = await openAs(browser, production, { javaScriptEnabled })
      for (const side of [mine, theirs]) {
        await side.goto(`/bookings/${id}`)
        await expect(side.getByText('Réservation gelée')).toBeVisible()
        await expect(side.getByRole('button', { name: /Accepter|Retirer|Envoyer/ })).toHaveCount(0)
      }

      await page.getByRole('radio', { name: /^Avertissement/ }).check()
      await page.getByLabel('Fondement').selectOption({ label: 'Respect dû aux personnes' })
      const facts = `Deux messages hors sujet, essai ${tag}.`
      await page.getByLabel('Faits retenus').fill(facts)
      await page.getByRole('button', { name: 'Décider et écrire aux deux parties' }).click()
      await expect(page.getByText('Les deux parties reçoivent les raisons.')).toBeVisible()

      for (const [side, person] of [
        [mine, coordinator],
        [theirs, production],
      ] as const) {
        await side.goto(await mailLink(person.api, person.email))
        await expect(side.getByRole('heading', { level: 1, name: 'Décision et raisons' })).toBeVisible()
        await expect(side.getByText(facts)).toBeVisible()
        await expect(side.getByText('Avertissement')).toBeVisible()
      }
      expect(await theirs.content()).not.toContain(`Ghjulia Essai ${tag}`)
      await theirs.getByLabel('Pourquoi vous contestez').fill('Ces messages parlaient du plan de travail.')
      await theirs.getByRole('button', { name: 'Envoyer la contestation' }).click()
      await expect(theirs.getByText('Contestation reçue. Le dossier sera relu.')).toBeVisible()
      await expect(theirs.getByRole('button', { name: 'Envoyer la contestation' })).toHaveCount(0)
    })
  })

test('a second report of the same is refused on a phone, and nothing that was written is lost', async ({
  browser,
}) => {
  const { coordinator, production } = await meet()
  const phone = await openAs(browser, production, {
    viewport: { width: 390, height: 844 },
    javaScriptEnabled: false,
  })
  const report = async (words: string) => {
    await phone.goto(`/coordinators/${coordinator.slug}`)
    await phone.getByRole('link', { name: 'Signaler ce profil' }).click()
    await phone.getByLabel('Motif').selectOption({ label: 'Titre faux' })
    await phone.getByLabel('Ce qui s’est passé').fill(words)
    await phone.getByRole('button', { name: 'Envoyer le signalement' }).click()
  }
  await report('Un titre qui n’existe pas.')
  await expect(phone.getByText('Signalement reçu. Un courriel vous le confirme.')).toBeVisible()
  await report('Le même, encore.')
  await expect(phone.getByRole('alert')).toContainText('Vous avez déjà signalé ceci')
  await expect(phone.getByLabel('Ce qui s’est passé')).toHaveValue('Le même, encore.')
  await expect(phone.getByLabel('Motif')).toHaveValue('false-credential')
})

test('the pages of blocks and reports are accessible', async ({ browser, page }) => {
  test.setTimeout(180_000)
  const { coordinator, production, id } = await meet()
  const { request } = page
  const filed = await coordinator.api.post('/api/reports', {
    data: { subject: 'messages', bookingId: id, reason: 'threats', words: 'Un essai.' },
  })
  const report = (await filed.json()) as { id: string }
  await coordinator.api.post('/api/me/blocks', { data: { bookingId: id, who: 'person' } })
  await signInAsRegistrar(page)
  await expectAccessible(page, `/registrar/reports?id=${report.id}`)
  const decision = { outcome: 'warning', ground: 'respect', facts: 'Un essai.' }
  await request.post(`/api/registrar/reports/${report.id}/decisions`, { data: decision, headers: { origin } })
  const mine = await openAs(browser, coordinator)
  for (const path of ['/me/blocks', '/reports', `/reports/new?booking=${id}`])
    await expectAccessible(mine, path)
  const { items } = await (await production.api.get('/api/me/reports')).json()
  await expectAccessible(mine, `/statements/${items[0].token}`)
})
