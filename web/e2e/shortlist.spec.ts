import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { newAccount } from './accounts.ts'
import { inDays } from './people.ts'

const ticks = (page: Page) => page.getByRole('checkbox', { name: /^Retenir / })
const selection = (page: Page) => page.getByRole('region', { name: 'Votre sélection' })
const people = (page: Page) => selection(page).getByRole('listitem')
const nameAt = async (page: Page, place: number) =>
  (await page.getByRole('article').nth(place).getByRole('link').first().textContent()) ?? ''

test('what a visitor ticked is taken over at sign-in, kept on every device, and undone by one click', async ({
  page,
  browser,
}) => {
  await page.goto('/coordinators?discipline=intimacy')
  // The month stands only where scripts run.
  await expect(page.getByRole('button', { name: 'Mois suivant' })).toBeVisible()
  const names = [await nameAt(page, 0), await nameAt(page, 1)]
  for (const place of [0, 1]) await ticks(page).nth(place).check({ force: true })
  await expect(people(page)).toHaveCount(2)

  await newAccount(page, 'production', 'Camille Retenue')
  const taken = page.waitForResponse((response) => response.url().endsWith('/api/me/shortlist'))
  await page.goto('/coordinators?discipline=eco-production')
  await taken
  await expect(people(page)).toHaveText(names.map((name) => new RegExp(name)))

  const removed = page.waitForResponse((response) => response.url().endsWith('/api/me/shortlist'))
  await page.getByRole('button', { name: `Retirer ${names[0]} de la sélection` }).click()
  await removed
  await expect(people(page)).toHaveCount(1)
  const restored = page.waitForResponse((response) => response.url().endsWith('/api/me/shortlist'))
  await selection(page).getByRole('button', { name: 'Annuler' }).click()
  await restored
  await expect(people(page)).toHaveCount(2)

  const elsewhere = await browser.newContext({ storageState: await page.context().storageState() })
  const other = await elsewhere.newPage()
  await other.goto(new URL('/shortlist', page.url()).href)
  await expect(other.getByRole('checkbox')).toHaveCount(2)
  await expect(other.locator('main')).toContainText(names[1] ?? '')
  await elsewhere.close()
  await expectAccessible(page, '/shortlist')
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a production keeps who is ticked, lets go and takes back, and compares', async ({ page }) => {
    await newAccount(page, 'production', 'Camille Sans')
    await page.goto('/coordinators?discipline=intimacy')
    const names = [await nameAt(page, 0), await nameAt(page, 2)]
    for (const place of [0, 2]) await ticks(page).nth(place).check({ force: true })
    await page.getByRole('button', { name: 'Garder dans ma sélection' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Votre sélection')
    await expect(page.getByRole('checkbox')).toHaveCount(2)

    await page.goto(`/coordinators?discipline=intimacy&days=${inDays(40)},${inDays(47)}&availability=any`)
    await expect(page.getByRole('checkbox', { name: `Retenir ${names[0]}` })).toBeChecked()
    await selection(page).getByRole('link', { name: 'Voir toute la sélection' }).click()
    await expect(page.getByText(/^Recherche.: pour l’intimité, /)).toBeVisible()
    await page.getByRole('button', { name: `Retirer ${names[0]} de la sélection` }).click()
    await expect(page.getByRole('checkbox')).toHaveCount(1)
    await page.getByRole('button', { name: 'Annuler' }).click()
    await expect(page.getByRole('checkbox')).toHaveCount(2)
    await page.getByRole('button', { name: 'Comparer' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deux personnes, côte à côte')
    await expect(page.getByRole('row', { name: /^Vos.2.jours/ })).toBeVisible()
    await page.getByRole('link', { name: 'Demander à ces 2 personnes' }).click()
    await expect(page).toHaveURL(/coordinator=.*coordinator=/)
  })
})
