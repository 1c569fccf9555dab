import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { signInAsRegistrar } from './accounts.ts'

test('a registrar reads how the search index stands to the tables', async ({ page }) => {
  await signInAsRegistrar(page)
  await page.goto('/registrar')
  await page.getByLabel(/^Compte de/).click()
  await page.getByRole('link', { name: 'Index', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('L’index de recherche')
  await expect(page.getByRole('term').filter({ hasText: 'Profils publiés' })).toBeVisible()
  await expect(page.getByText('Meilisearch', { exact: true })).toBeVisible()
  await expectAccessible(page, '/registrar/search')
})
