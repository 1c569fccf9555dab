import { expect, type Page, test } from '@playwright/test'

/** What a page asks for as scripts on arrival, as sent: compressed by gzip, whatever a browser would rather have. */
const weigh = async (page: Page, address: string): Promise<number> => {
  await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' })
  const scripts = new Map<string, number>()
  page.on('response', async (response) => {
    if (response.request().resourceType() !== 'script') return
    const { responseBodySize } = await response.request().sizes()
    scripts.set(response.url(), responseBodySize)
  })
  await page.goto(address, { waitUntil: 'networkidle' })
  expect(scripts.size).toBeGreaterThan(5)
  return [...scripts.values()].reduce((sum, size) => sum + size, 0)
}

/** Kilobytes that a page may bring as scripts. */
const budgets = [
  ['/coordinators', 90],
  ['/coordinators?discipline=intimacy&days=2030-03-08&availability=any', 90],
  ['/sign-in', 60],
] as const

for (const [address, most] of budgets)
  test(`${address} brings at most ${most} kB of scripts`, async ({ page }) => {
    expect(await weigh(page, address)).toBeLessThanOrEqual(most * 1_000)
  })
