import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { aProduction, inDays, typed } from './people.ts'

const asProduction = async (page: Page) => {
  const { api } = await aProduction('Lanterne Essai')
  await page.context().addCookies((await api.storageState()).cookies)
}

test('a project is kept while it is typed, and nothing is lost when the window closes', async ({ page }) => {
  await asProduction(page)
  await page.goto('/projects/new')
  await page.getByLabel('Titre de travail').fill('Les Marées lentes')
  await expect(page.getByText(/^Brouillon enregistré/)).toBeVisible()
  await expect(page).toHaveURL(/\/projects\/[0-9a-f-]+\/edit$/)
  await page.locator('[name="phases.0.days"]').fill(typed(inDays(60)))
  const kept = page.waitForResponse((response) => response.url().endsWith('?/keep') && response.ok())
  await page.getByLabel('Nom de code').fill('Marée')
  await kept
  await page.goto(page.url())
  await expect(page.getByLabel('Titre de travail')).toHaveValue('Les Marées lentes')
  await expect(page.getByLabel('Nom de code')).toHaveValue('Marée')
  await page.getByRole('button', { name: /^Enregistrer/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Les Marées lentes')
})

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('an eco-production reads its back-schedule, agrees on a date, and is duplicated', async ({
      page,
    }) => {
      await asProduction(page)
      await page.goto('/projects/new?discipline=eco-production')
      await page.getByLabel('Titre de travail').fill('Rivages')
      await page.locator('[name="phases.0.days"]').fill(typed(inDays(120)))
      await page.getByRole('button', { name: 'Ajouter des lignes' }).click()
      await expect(page.getByRole('group', { name: /^Phase \d/ })).toHaveCount(4)
      await expect(page.locator('[name="phases.0.days"]')).toHaveValue(typed(inDays(120)))
      await page.locator('summary', { hasText: 'Ce que vous demandez' }).click()
      await page.getByRole('checkbox', { name: 'Bilan carbone définitif' }).check()
      await page.getByText('Dates du rétroplanning').click()
      await page.locator('[name="dates.final-report"]').fill(typed(inDays(180)))
      await page.getByRole('button', { name: /^Enregistrer/ }).click()
      const schedule = page.getByRole('region', { name: 'Rétroplanning' })
      await expect(schedule.getByRole('listitem')).toHaveText(/Bilan carbone définitif.*Convenue/)
      const address = await schedule.getByRole('link', { name: /\.ics/ }).getAttribute('href')
      const file = await (await page.request.get(address ?? '')).text()
      expect(file).toContain(`DTSTART;VALUE=DATE:${inDays(180).replaceAll('-', '')}`)
      expect(file).toContain('SUMMARY:Bilan carbone définitif')
      await page.getByRole('button', { name: 'Dupliquer' }).click()
      await expect(page.getByLabel('Titre de travail')).toHaveValue('Rivages (copie)')
      await expect(page.locator('[name="dates.final-report"]')).toHaveValue(typed(inDays(180)))
    })
  })

test('days chosen on the calendar are written into the field', async ({ page }) => {
  await asProduction(page)
  await page.goto('/projects/new')
  const phase = page.getByRole('group', { name: 'Phase 1' })
  await phase.getByText('Choisir sur un calendrier').click()
  await phase.getByRole('button', { name: 'Mois suivant' }).click()
  await phase.locator('[data-day$="-12"]').click()
  await phase.locator('[data-day$="-13"]').click()
  await expect(page.locator('[name="phases.0.days"]')).toHaveValue(/^12\/\d\d\/\d{4}-13\//)
  await phase.locator('[data-day$="-12"]').click()
  await expect(page.locator('[name="phases.0.days"]')).toHaveValue(/^13\/\d\d\/\d{4}$/)
})

test('the board of an eco-production and its form are accessible', async ({ page }) => {
  test.setTimeout(90_000)
  await asProduction(page)
  await page.goto('/projects/new?discipline=eco-production')
  await page.getByLabel('Titre de travail').fill('Rivages')
  await page.locator('[name="phases.0.days"]').fill(typed(inDays(120)))
  await page.locator('summary', { hasText: 'Ce que vous demandez' }).click()
  await page.getByRole('checkbox', { name: 'Feuille de route' }).check()
  await page.getByRole('button', { name: /^Enregistrer/ }).click()
  await expect(page.getByRole('region', { name: 'Rétroplanning' })).toBeVisible()
  const { pathname } = new URL(page.url())
  await expectAccessible(page, pathname)
  await expectAccessible(page, `${pathname}/edit`)
})
