import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, type Page } from '@playwright/test'
import type axe from 'axe-core'
import { noteReading } from './readings.ts'

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'RGAAv4', 'best-practice']
const reader = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe holds against the page as it stands, short enough to read in a failure. It keeps to itself what passed:
 * reading a page in every language and theme takes a fraction of the time. It lets pass an id used twice, and with it
 * a label that names something else than its field.
 */
export async function violationsOf(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(reader)
  return page.evaluate(async (values) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
      runOnly: { type: 'tag', values },
      resultTypes: ['violations'],
    })
    const seen = new Set<string>()
    const twice = [...document.querySelectorAll('[id]')].filter(({ id }) => seen.size === seen.add(id).size)
    const idle = [...document.querySelectorAll('label')].filter(({ control }) => control === null)
    return [
      ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`)),
      ...twice.map(({ id }) => `id twice: ${id}`),
      ...idle.map(({ textContent }) => `label of no field: ${textContent}`),
    ]
  }, tags)
}

const withReader = new WeakSet<Page>()

/** Lets each document bring the reader along: handing it over afterwards takes as long as reading the page. */
async function bringReader(page: Page): Promise<void> {
  if (withReader.has(page)) return
  withReader.add(page)
  await page.addInitScript({ content: reader })
}

/**
 * A page in English and dark, in French and light, and in French and dark on a screen of 320 pixels: no violation of
 * any rule, nothing wider than the screen. Both languages, both themes and both widths are read by every rule; what
 * only one mix of the three could break is not looked for, which halves the time.
 */
export async function expectAccessible(page: Page, path: string): Promise<void> {
  await bringReader(page)
  const open = async (lang: 'fr' | 'en', colorScheme: 'light' | 'dark') => {
    const address = lang === 'fr' ? path : path === '/' ? '/en' : `/en${path}`
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto(address)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
    expect(await violationsOf(page), `${address}, ${colorScheme}`).toEqual([])
  }
  await open('en', 'dark')
  await open('fr', 'light')
  const size = page.viewportSize()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.setViewportSize({ width: 320, height: 800 })
  expect(await page.evaluate(() => document.documentElement.scrollWidth), path).toBeLessThanOrEqual(320)
  expect(await violationsOf(page), `${path} at 320 pixels, dark`).toEqual([])
  if (size) await page.setViewportSize(size)
  noteReading(page.url())
}
