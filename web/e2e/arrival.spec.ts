import { expect, test } from '@playwright/test'

test('the first page answers in French, and in English at /en', async ({ page }) => {
  const french = await page.goto('/')
  expect(french?.status()).toBe(200)
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr')
  await page.getByRole('link', { name: 'English' }).first().click()
  await expect(page).toHaveURL(/\/en\/?$/)
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
})

test('an address that leads nowhere says so, with a way back', async ({ page }) => {
  const answer = await page.goto('/nowhere')
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('banner').getByRole('link', { name: /Repère/ })).toBeVisible()
})
