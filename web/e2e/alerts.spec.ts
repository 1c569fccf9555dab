import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { aCoordinator, aProduction, ok, type Person } from './people.ts'
import { letAMorningPass } from './time.ts'

const signIn = async (page: Page, { email }: Person) => {
  await page.getByLabel('Adresse électronique').fill(email)
  await page.getByLabel('Mot de passe').fill('quatre moulins bleus')
  await page.getByRole('button', { name: 'Se connecter' }).click()
}
const aHouse = () => aProduction(`Essai Films ${randomUUID().slice(0, 6)}`)

for (const javaScriptEnabled of [true, false])
  test(`a search that finds nobody is kept, after signing in, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const production = await aHouse()
    const context = await browser.newContext({ javaScriptEnabled, viewport: { width: 390, height: 844 } })
    const page = await context.newPage()
    const word = randomUUID().slice(0, 8)
    await page.goto(`/coordinators?q=${word}&discipline=intimacy&region=FR-BRE&page=2`)
    await page.getByRole('link', { name: 'Créer l’alerte' }).click()
    await signIn(page, production)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Garder cette recherche')
    await expect(page.getByText('vous apprendrez la première')).toBeVisible()
    if (javaScriptEnabled)
      await expectAccessible(page, new URL(page.url()).pathname + new URL(page.url()).search)
    await page.getByRole('button', { name: 'Garder et m’avertir' }).click()
    await expect(page).toHaveURL(/\/account\/searches$/)
    await expect(page.getByText('Recherche gardée.')).toBeVisible()
    const title = `Coordination d’intimité, « ${word} », Bretagne`
      .replace(/« /, '«\u00a0')
      .replace(/ »/, '\u00a0»')
    const kept = page.getByRole('article', { name: title })
    await expect(kept.getByText('Active')).toBeVisible()
    await kept.getByText('Renommer').click()
    await kept.getByRole('textbox', { name: 'Nom' }).fill('Été breton')
    await kept.getByRole('button', { name: 'Enregistrer le nom' }).click()
    await expect(page.getByText('Nom enregistré.')).toBeVisible()
    const named = page.getByRole('article', { name: 'Été breton' })
    await named.getByRole('button', { name: 'Mettre en pause' }).click()
    await expect(named.getByText('En pause')).toBeVisible()
    await named.getByRole('button', { name: 'Reprendre' }).click()
    await expect(named.getByText('Active')).toBeVisible()
    await named.getByRole('button', { name: 'Supprimer' }).click()
    await expect(page.getByRole('heading', { name: 'Aucune recherche gardée' })).toBeVisible()
    await page.getByRole('button', { name: 'Annuler la suppression' }).click()
    await named.getByRole('link', { name: 'Ouvrir' }).click()
    await expect(page).toHaveURL(new RegExp(`q=${word}`))
    await context.close()
  })

test('somebody new is told of in the morning, and the mail’s own link ends it', async ({ browser }) => {
  const production = await aHouse()
  const word = `zz${randomUUID().slice(0, 6)}`
  const data = { query: `q=${word}` }
  const kept = await ok(production.api.post('/api/me/saved-searches', { data }))
  const { id } = (await kept.json()) as { id: string }
  await aCoordinator(`Nina ${word}`)
  await letAMorningPass(id)
  const mails = async () =>
    (await (
      await ok(production.api.get(`/api/dev/mail?to=${encodeURIComponent(production.email)}`))
    ).json()) as {
      subject: string
      text: string
    }[]
  const news = async () => (await mails()).find(({ subject }) => subject.startsWith('Une personne nouvelle'))
  await expect.poll(news, { timeout: 40_000, intervals: [1_000] }).toBeTruthy()
  const text = (await news())?.text ?? ''
  expect(text).toContain(`Nina ${word}`)
  const [way = ''] = /\/unsubscribe\/search\/[\w-]+/.exec(text) ?? []
  const context = await browser.newContext({ storageState: await production.api.storageState() })
  const page = await context.newPage()
  await page.goto('/account/searches')
  await expect(page.getByRole('article').getByRole('link', { name: `Nina ${word}` })).toBeVisible()
  await expectAccessible(page, '/account/searches')
  await page.goto(way)
  await expectAccessible(page, way)
  await page.getByRole('button', { name: 'Ne plus recevoir d’alerte' }).click()
  await expect(page.getByRole('heading', { name: 'C’est fait' })).toBeVisible()
  await page.goto('/account/searches')
  await expect(page.getByRole('article').getByText('En pause')).toBeVisible()
  await context.close()
})

test('every number beside a way out is what taking it finds', async ({ page }) => {
  const search = '/coordinators?discipline=intimacy&language=lsf&credential=IC-SAG-REG&region=FR-20R'
  // Other journeys publish people meanwhile: a number that one of them changed is promised and followed anew.
  await expect(async () => {
    await page.goto(search)
    const ways = await page
      .getByRole('row')
      .or(page.getByRole('main').getByRole('listitem'))
      .filter({ has: page.getByRole('link', { name: /^(Retirer|Ajouter|Voir)/ }) })
      .filter({ has: page.locator('.total, strong') })
      .evaluateAll((found) =>
        found.map((row) => ({
          total: Number(row.querySelector('.total, strong')?.textContent),
          href: row.querySelector('a')?.getAttribute('href') ?? '',
        })),
      )
    expect(ways.length).toBeGreaterThan(0)
    for (const { total, href } of ways) {
      await page.goto(href)
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        new RegExp(`^\\s*${total}\\s+personne`),
      )
    }
  }).toPass()
})
