import { expect, type Page } from '@playwright/test'
import axe from 'axe-core'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice']

/**
 * What axe holds against the page as it stands, short enough to read in a failure. Its source enters each document
 * once, and it keeps to itself what passed: reading a page in every language and theme takes a fraction of the time.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  return page.evaluate(async (values) => {
    const { axe: reader } = window as unknown as { axe: typeof axe }
    const { violations } = await reader.run({
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    })
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
  }, tags)
}

/** A page in both languages, light and dark, then on a screen of 320 pixels: no violation, nothing wider than it. */
export async function expectAccessible(page: Page, path: string): Promise<void> {
  for (const [lang, address] of [
    ['en', path === '/' ? '/en' : `/en${path}`],
    ['fr', path],
  ] as const) {
    await page.goto(address)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await violationsOf(page), `${address}, ${colorScheme}`).toEqual([])
    }
  }
  const size = page.viewportSize()
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  expect(await violationsOf(page), `${path} at 320 pixels`).toEqual([])
  if (size) await page.setViewportSize(size)
}
