import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { signInAsRegistrar } from './accounts.ts'
import { aCoordinator, aProduction, aProject, ask, inDays, ok, typed } from './people.ts'

const aDeclinedRequest = async () => {
  const [production, coordinator] = await Promise.all([
    aProduction(`Essai Films ${randomUUID().slice(0, 6)}`),
    aCoordinator(`Ghjulia Essai ${randomUUID().slice(0, 6)}`),
  ])
  const id = await ask(production, coordinator.slug, await aProject(production, [inDays(60)]))
  const data = { move: 'decline', version: 1, reason: 'rate' }
  await ok(coordinator.api.post(`/api/bookings/${id}/moves`, { data }))
  return id
}

for (const javaScriptEnabled of [true, false])
  test.describe(`the trail, ${javaScriptEnabled ? 'with' : 'without'} scripts`, () => {
    test.use({ javaScriptEnabled })

    test('a registrar searches by kind and day, and follows one booking through all its lines', async ({
      page,
    }) => {
      const id = await aDeclinedRequest()
      await signInAsRegistrar(page)
      await page.goto('/registrar/audit')
      await page.getByLabel('Nature').selectOption({ label: 'Demande déclinée' })
      await page.locator('#field-from').fill('31/02/2027')
      await page.getByRole('button', { name: 'Filtrer' }).click()
      await expect(page.getByRole('alert')).toContainText('Février 2027 a 28 jours')
      await expect(page.getByLabel('Nature')).toHaveValue('booking.declined')
      await page.locator('#field-from').fill(typed(inDays(-1)))
      await page.locator('#field-to').fill(typed(inDays(1)))
      await page.getByRole('button', { name: 'Filtrer' }).click()
      const link = page.getByRole('link', {
        name: `Toutes les lignes sur réservation ${id.slice(0, 8)}`,
      })
      const row = page.getByRole('row').filter({ has: link }).first()
      await expect(row).toContainText('Demande déclinée')
      await expect(row).toContainText('rate')
      await page.goto(`/registrar/audit?subject=${id}`)
      await expect(page.getByRole('row').filter({ hasText: 'Demande envoyée' })).toHaveCount(1)
      await expect(page.getByRole('row').filter({ hasText: 'Demande déclinée' })).toHaveCount(1)
      await expect(page.getByRole('row')).toHaveCount(3)
      // Some seconds later the sealer has been there.
      await expect(async () => {
        await page.reload()
        await expect(page.getByText('pas encore scellée')).toHaveCount(0, { timeout: 500 })
      }).toPass({ timeout: 20_000 })
    })

    test('a copy of a search is a CSV, and is itself in the trail', async ({ page }) => {
      const id = await aDeclinedRequest()
      await signInAsRegistrar(page)
      await page.goto(`/registrar/audit?subject=${id}`)
      const arriving = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Télécharger en CSV' }).click()
      const download = await arriving
      expect(download.suggestedFilename()).toBe('audit.csv')
      await page.goto('/registrar/audit?kind=trail.exported')
      await expect(page.getByRole('row').filter({ hasText: 'Copie du journal prise' }).first()).toBeVisible()
    })
  })

test('older lines are a link away, and the search is accessible when it finds nothing and when it is wrong', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await signInAsRegistrar(page)
  await page.goto('/registrar/audit')
  await page.getByRole('link', { name: 'Plus anciennes' }).click()
  await expect(page).toHaveURL(/before=\d+/)
  await expect(page.getByRole('row')).toHaveCount(41)
  await page.getByRole('link', { name: 'Revenir aux plus récentes' }).click()
  await expect(page).not.toHaveURL(/before/)
  await expectAccessible(page, `/registrar/audit?subject=${randomUUID()}`)
  await expectAccessible(page, '/registrar/audit?from=31/02/2027&actor=x')
})
