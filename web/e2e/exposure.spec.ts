import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { signInAsRegistrar } from './accounts.ts'

test('a registrar reads to whom the first places go, chooses a period and takes the file', async ({
  page,
}) => {
  await signInAsRegistrar(page)
  await page.goto('/registrar')
  await page.getByLabel(/^Compte de/).click()
  await page.getByRole('link', { name: 'Places données' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('À qui vont les premières places')
  await page.getByRole('link', { name: /^7.jours$/ }).click()
  await expect(page).toHaveURL(/days=7$/)
  await expect(page.getByRole('link', { name: /^7.jours$/ })).toHaveAttribute('aria-current', 'page')
  const csv = await page.request.get(
    (await page.getByRole('link', { name: /CSV/ }).getAttribute('href')) ?? '',
  )
  expect(await csv.text()).toMatch(/^\ufefffacet,value,searches,topPlaces/)
  await expectAccessible(page, '/registrar/exposure')
})
