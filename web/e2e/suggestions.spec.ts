import { expect, type Page, test } from '@playwright/test'
import { violationsOf } from './accessibility.ts'
import { scriptsRun } from './scripts.ts'

const words = (page: Page) => page.getByRole('combobox', { name: 'Mots' })
const option = (page: Page, name: string | RegExp) => page.getByRole('option', { name })
const chips = (page: Page) => page.getByRole('list', { name: 'Filtres appliqués' }).getByRole('link')

const begin = async (page: Page, address = '/coordinators') => {
  await page.goto(address)
  await scriptsRun(page)
}

test('a name of a region becomes a filter by the arrows and Enter, and leaves the words before it', async ({
  page,
}) => {
  await begin(page, '/coordinators?region=FR-IDF')
  await words(page).pressSequentially('nudité bret')
  await expect(option(page, /^Bretagne/)).toBeVisible()
  await expect(words(page)).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('ArrowDown')
  const active = await words(page).getAttribute('aria-activedescendant')
  await expect(page.locator(`[id="${active}"]`)).toHaveAttribute('aria-selected', 'true')
  await expect(page.locator(`[id="${active}"]`).locator('mark')).toHaveText('Bret')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\?q=nudit%C3%A9&region=FR-IDF&region=FR-BRE$/)
  await expect(words(page)).toHaveValue('nudité')
  await expect(words(page)).toBeFocused()
  await expect(option(page, /./)).toHaveCount(0)
  await expect(chips(page)).toHaveText(['Île-de-France', 'Bretagne', /nudité/, 'Tout effacer'])
})

test('Esc closes the list, Tab leaves what was typed, the arrows come back to it', async ({ page }) => {
  await begin(page)
  await words(page).pressSequentially('bret')
  await expect(option(page, /^Bretagne/)).toBeVisible()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')
  await expect(words(page)).not.toHaveAttribute('aria-activedescendant', /./)
  await page.keyboard.press('Escape')
  await expect(option(page, /./)).toHaveCount(0)
  await expect(words(page)).toHaveValue('bret')
  await words(page).pressSequentially('a')
  await expect(option(page, /^Bretagne/)).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Tab')
  await expect(option(page, /./)).toHaveCount(0)
  await expect(words(page)).toHaveValue('breta')
  await expect(page).toHaveURL(/\?q=breta$/)
})

test('a finger on a person opens the profile, with the days of the search', async ({ browser, request }) => {
  const { items } = await (await request.get('/api/coordinators?sort=name&perPage=1')).json()
  const [{ slug, displayName }] = items
  const from = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
  const context = await browser.newContext({ hasTouch: true, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await begin(page, `/coordinators?from=${from}&to=${from}`)
  await page.getByRole('link', { name: /^Modifier la recherche/ }).tap()
  await words(page).pressSequentially(displayName)
  await option(page, new RegExp(`^${displayName}`)).tap()
  await expect(page).toHaveURL(new RegExp(`/coordinators/${slug}\\?from=${from}&to=${from}$`))
  await context.close()
})

test('an answer that comes late changes nothing of a newer one', async ({ page }) => {
  await begin(page)
  const { promise: late, resolve: come } = Promise.withResolvers<void>()
  const { promise: over, resolve: end } = Promise.withResolvers<void>()
  await page.route(/suggestions\?q=bre&/, async (route) => {
    await late
    await route.continue()
    end()
  })
  await words(page).pressSequentially('bre')
  await words(page).fill('corse')
  await expect(option(page, /^Corse/)).toBeVisible()
  come()
  await over
  await page.waitForTimeout(300)
  await expect(option(page, /^Bretagne/)).toHaveCount(0)
  await expect(option(page, /^Corse/)).toBeVisible()
})

const bret = /__data\.json\?q=bret&/
test('a name chosen while the answer to what was typed is awaited goes before it', async ({ page }) => {
  await begin(page)
  const { promise: late, resolve: come } = Promise.withResolvers<void>()
  await page.route(bret, async (route) => {
    await late
    await route.continue()
  })
  await words(page).pressSequentially('bret')
  await option(page, /^Bretagne/).click()
  come()
  await expect(chips(page)).toHaveText(['Bretagne'])
  await expect(page).toHaveURL(/\?region=FR-BRE$/)
  await expect(words(page)).toHaveValue('')
})

test('a letter typed while an answer is awaited stays, though the field was left before it came', async ({
  page,
}) => {
  await begin(page)
  const { promise: late, resolve: come } = Promise.withResolvers<void>()
  await page.route(bret, async (route) => {
    await late
    await route.continue()
  })
  const asked = page.waitForRequest(bret)
  await words(page).pressSequentially('bret')
  await asked
  await page.keyboard.type('a')
  await page.keyboard.press('Tab')
  come()
  await expect(page).toHaveURL(/\?q=breta$/)
  await expect(words(page)).toHaveValue('breta')
})

test('days typed and not yet followed come along with a link', async ({ page }) => {
  await begin(page, '/coordinators?discipline=intimacy&region=FR-BRE')
  const days = page.getByRole('textbox', { name: 'Jours de tournage' })
  const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10)
  await days.fill(day)
  await page.getByRole('link', { name: 'Retirer Bretagne' }).click()
  await expect(page).toHaveURL(`/coordinators?discipline=intimacy&from=${day}&to=${day}`)
  await expect(days).not.toHaveValue('')
  await days.fill('31/02/2027')
  await page.getByRole('link', { name: 'Nom', exact: true }).click()
  await expect(page).toHaveURL(/sort=name/)
  await expect(days).toHaveValue('31/02/2027')
  await expect(days).toHaveAccessibleDescription(/Février.2027 a 28.jours/)
})

for (const [address, colorScheme] of [
  ['/coordinators', 'light'],
  ['/en/coordinators', 'dark'],
] as const)
  test(`the open list is accessible, ${colorScheme}, and takes no room of the page at ${address}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await begin(page, address)
    await page.locator('#words').pressSequentially('bret')
    await expect(page.getByRole('option').first()).toBeVisible()
    expect(await violationsOf(page)).toEqual([])
    await page.setViewportSize({ width: 320, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
  })
