import { type Browser, expect, test } from '@playwright/test'
import { send } from './accounts.ts'
import { ok, signUp, site } from './people.ts'
import { scriptsRun } from './scripts.ts'

/** A coordinator with two credentials declared, signed in on a page of their own. */
const withTwoCredentials = async (browser: Browser) => {
  const person = await signUp('coordinator', 'Nolwenn Essai')
  await ok(
    person.api.put('/api/me/profile', { data: { displayName: 'Nolwenn Essai', disciplines: ['intimacy'] } }),
  )
  const context = await browser.newContext({ storageState: await person.api.storageState(), baseURL: site })
  const page = await context.newPage()
  for (const code of ['IC-IPA', 'IC-BECTU-REG']) await send(page, 'POST', '/me/credentials', { code })
  await page.goto('/me/credentials')
  await scriptsRun(page)
  return page
}

test('a row that was taken away by keyboard leaves the focus on the heading of its list, and is said', async ({
  browser,
}) => {
  const page = await withTwoCredentials(browser)
  const rows = page.getByRole('button', { name: /^Retirer/ })
  await expect(rows).toHaveCount(2)
  await rows.first().focus()
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(1)
  const status = page.getByRole('status').filter({ hasText: /\S/ })
  await expect(status).toBeInViewport()
  await expect(page.locator('h2:focus')).toHaveCount(1)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('main').locator(':focus')).toHaveCount(1)
})

test('a button that is still there after its form was sent keeps the focus', async ({ page }) => {
  await page.goto('/verify')
  await scriptsRun(page)
  const dark = page.getByRole('contentinfo').getByRole('button', { name: 'Sombre' })
  await dark.focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(dark).toBeFocused()
})
