import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { newAccount, send } from './accounts.ts'

/** Always to come, whatever the day of the run, and within the eighteen months a calendar may be known for. */
const year = new Date().getUTCFullYear() + 1
const january = `${year}-01`

const ownBlocks = async (page: Page) => (await (await page.request.get('/api/me/availability')).json()).blocks

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a coordinator types days, marks them, takes them back, sets the week and confirms', async ({
      page,
    }) => {
      await newAccount(page, 'coordinator', 'Nolwenn Essai')
      await page.goto('/me/calendar')
      await expect(page.getByText('Il n’a pas encore été rempli')).toBeVisible()

      await page.getByLabel('Du', { exact: true }).fill(`12-16/01/${year}, 21/01/${year}`)
      await page.getByLabel('Indisponible').check()
      await page.getByLabel('Motif').selectOption('Congés')
      await page.getByLabel(/^Note/).fill('Avec la famille')
      await page.getByRole('button', { name: /^Marquer/ }).click()
      await expect(page.getByText('Marqué : 6 jours.')).toBeVisible()
      expect(await ownBlocks(page)).toMatchObject([
        {
          from: `${january}-12`,
          to: `${january}-16`,
          kind: 'unavailable',
          reason: 'leave',
          note: 'Avec la famille',
        },
        { from: `${january}-21`, to: `${january}-21` },
      ])

      await page.goto(`/me/calendar?month=${january}`)
      await expect(page.getByText('Congés, Avec la famille').first()).toBeAttached()
      await page.getByRole('button', { name: `Retirer : 21 janv. ${year}` }).click()
      await expect(page.getByText('Retiré du calendrier.')).toBeVisible()
      await expect(page).toHaveURL(new RegExp(`month=${january}`))
      expect(await ownBlocks(page)).toHaveLength(1)

      await page.getByLabel('Du', { exact: true }).fill(`14/01/${year}`)
      await page.getByRole('button', { name: 'Effacer ces jours' }).click()
      await expect(page.getByText('Effacé : 1 jour.')).toBeVisible()
      expect(await ownBlocks(page)).toHaveLength(2)

      await page.getByRole('button', { name: 'Annuler le dernier changement' }).click()
      await expect(page.getByText('Dernier changement annulé.')).toBeVisible()
      expect(await ownBlocks(page)).toMatchObject([{ from: `${january}-12`, to: `${january}-16` }])
      await page.getByRole('button', { name: 'Annuler le dernier changement' }).click()
      await expect(page.getByText('Dernier changement annulé.')).toBeVisible()
      expect(await ownBlocks(page)).toHaveLength(2)

      await page.getByLabel('dimanche, non').check()
      await page.getByLabel('samedi, à distance').check()
      await page.getByRole('button', { name: 'Enregistrer le rythme' }).click()
      await expect(page.getByText('Rythme enregistré.')).toBeVisible()
      await expect(page.getByLabel('samedi, à distance')).toBeChecked()

      await page.getByLabel('Connu jusqu’au').fill(`30/01/${year}`)
      await page.getByRole('button', { name: 'Toujours juste' }).click()
      await expect(page.getByText('Calendrier confirmé.')).toBeVisible()
      await expect(page.getByText(`Inconnus après le 30 janv. ${year}.`)).toBeVisible()
    })

    test('a day that does not exist is refused with what was typed, and a suggestion', async ({ page }) => {
      await newAccount(page, 'coordinator', 'Nolwenn Essai')
      await page.goto('/me/calendar')
      await page.getByLabel('Du', { exact: true }).fill(`31/02/${year}`)
      await page.getByLabel('Option posée ailleurs').check()
      await page.getByRole('button', { name: /^Marquer/ }).click()
      await expect(page.getByRole('alert')).toContainText(`Février ${year} a`)
      await expect(page.getByLabel('Du', { exact: true })).toHaveValue(`31/02/${year}`)
      await expect(page.getByLabel('Option posée ailleurs')).toBeChecked()
      expect(await ownBlocks(page)).toEqual([])
    })

    test('a calendar that changed elsewhere is not overwritten, and what was typed is kept', async ({
      page,
    }) => {
      await newAccount(page, 'coordinator', 'Nolwenn Essai')
      await page.goto('/me/calendar')
      await page.getByLabel('Du', { exact: true }).fill(`12/01/${year}`)
      const elsewhere = { from: `${january}-20`, to: `${january}-20`, kind: 'tentative', note: null }
      await send(page, 'PUT', '/me/availability', { blocks: [elsewhere], weekly: [], knownUntil: null })
      await page.getByRole('button', { name: /^Marquer/ }).click()
      await expect(page.getByRole('alert')).toContainText('Le calendrier a changé depuis son ouverture')
      await expect(page.getByLabel('Du', { exact: true })).toHaveValue(`12/01/${year}`)
      expect(await ownBlocks(page)).toMatchObject([elsewhere])
      await page.getByRole('button', { name: /^Marquer/ }).click()
      await expect(page.getByText('Marqué : 1 jour.')).toBeVisible()
      expect(await ownBlocks(page)).toHaveLength(2)
    })
  })

test('the grid is walked and chosen by keyboard alone, and fills the typed fields', async ({ page }) => {
  await newAccount(page, 'coordinator', 'Nolwenn Essai')
  await page.goto(`/me/calendar?month=${january}`)
  const day = (date: string) => page.locator(`[data-day="${date}"]`)
  await expect(day(`${january}-01`)).toHaveAttribute('role', 'gridcell')
  await day(`${january}-01`).focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowRight')
  await expect(day(`${january}-09`)).toBeFocused()
  await page.keyboard.press('Space')
  await expect(page.getByLabel('Du', { exact: true })).toHaveValue(`09/01/${year}`)
  await page.keyboard.press('PageDown')
  await expect(day(`${year}-02-09`)).toBeFocused()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Space')
  await expect(page.getByRole('textbox', { name: /^Au/ })).toHaveValue(`11/01/${year}`)
  await expect(day(`${january}-10`)).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('button', { name: 'Marquer indisponible : 3 jours' })).toBeVisible()
  await page.keyboard.press('PageUp')
  await expect(page).toHaveURL(new RegExp(`month=${year - 1}-12`))
  await expect(day(`${year - 1}-12-11`)).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Du', { exact: true })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Marqué : 3 jours.')).toBeVisible()
  expect(await ownBlocks(page)).toMatchObject([{ from: `${january}-09`, to: `${january}-11` }])
})

test('days are the fourth step of the listing path, and lead on to publishing', async ({ page }) => {
  await newAccount(page, 'coordinator', 'Nolwenn Essai')
  await send(page, 'PUT', '/me/profile', { displayName: 'Nolwenn Essai', disciplines: ['intimacy'] })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/me/profile/days')
  await page.getByLabel('Du', { exact: true }).fill(`12/01/${year}`)
  await page.getByRole('button', { name: /^Marquer/ }).click()
  await expect(page.getByText('Marqué : 1 jour.')).toBeVisible()
  await expect(page).toHaveURL(/\/me\/profile\/days/)
  await page.getByRole('link', { name: 'Continuer' }).click()
  await expect(page).toHaveURL(/\/me\/profile\/publish/)
})

test('the days are accessible in both languages, light, dark and narrow', async ({ page }) => {
  test.setTimeout(120_000)
  await newAccount(page, 'coordinator', 'Nolwenn Essai')
  const block = { from: `${january}-20`, to: `${january}-22`, kind: 'tentative', note: 'essai' }
  const weekly = [{ weekday: 7, rule: 'unavailable' }]
  await send(page, 'PUT', '/me/availability', { blocks: [block], weekly, knownUntil: null })
  for (const path of ['/me/calendar', '/me/profile/days']) await expectAccessible(page, path)
})
