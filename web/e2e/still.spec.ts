import { expect, type Page, test } from '@playwright/test'
import { scriptsRun } from './scripts.ts'

/** Where each stands, to the pixel: what one reads from and what one presses next. */
const placesOf = (page: Page, standing: readonly string[]) =>
  page.evaluate(
    (selectors) =>
      Object.fromEntries(
        selectors.map((selector) => {
          const box = document.querySelector(selector)?.getBoundingClientRect()
          return [selector, box && [Math.round(box.left), Math.round(box.top)]]
        }),
      ),
    standing,
  )

/**
 * Notes what moved up or down without anybody having done something in the half second before, but for the answer
 * itself. What follows growing words on their line may give way to them.
 */
const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    interface Shift extends PerformanceEntry {
      hadRecentInput: boolean
      sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[]
    }
    const told = window as unknown as { moved: string[] }
    told.moved = []
    new PerformanceObserver((list) => {
      for (const { hadRecentInput, sources } of list.getEntries() as Shift[])
        for (const { node, previousRect, currentRect } of hadRecentInput ? [] : sources) {
          const element = node instanceof Element ? node : node?.parentElement
          if (previousRect.top === currentRect.top) continue
          if (element && !element.closest('.people, #suggestions'))
            told.moved.push(element.outerHTML.slice(0, 90))
        }
    }).observe({ type: 'layout-shift' })
  })

const around = ['#words', '#days', '#results h1', '#results .list']

for (const [width, height, also] of [
  [1440, 900, ['#results nav', '#filters', 'aside, .beside']],
  [390, 844, ['a[href="#filters"]', 'a[href="#bar"]']],
] as const)
  for (const address of ['/coordinators', '/coordinators?region=FR-IDF'])
    test(`at ${width} px nothing but the answer moves while one types at ${address}`, async ({ page }) => {
      await watchShifts(page)
      await page.setViewportSize({ width, height })
      await page.goto(address)
      await scriptsRun(page)
      if (width < 900 && address.includes('?'))
        await page.getByRole('link', { name: /^Modifier la recherche/ }).click()
      const standing = [...around, ...also]
      const before = await placesOf(page, standing)
      expect(Object.values(before)).not.toContain(undefined)
      await page.locator('#words').pressSequentially('inti')
      await expect(page).toHaveURL(/q=inti(&|$)/)
      expect(await placesOf(page, standing)).toEqual(before)
      await page.locator('#words').press('ControlOrMeta+a')
      await page.keyboard.press('Backspace')
      await expect(page).not.toHaveURL(/q=/)
      expect(await placesOf(page, standing)).toEqual(before)
      expect(await page.evaluate(() => (window as unknown as { moved: string[] }).moved)).toEqual([])
    })

test('on paper the people have the whole width, under what was asked', async ({ page }) => {
  await page.setViewportSize({ width: 794, height: 1123 })
  await page.goto('/coordinators?discipline=intimacy&region=FR-IDF')
  await page.emulateMedia({ media: 'print' })
  const card = await page.getByRole('article').first().boundingBox()
  expect(card?.width).toBeGreaterThan(700)
  await expect(page.getByRole('list', { name: 'Filtres appliqués' })).toBeVisible()
  for (const aid of ['#bar', '#filters', 'aside, .panel'])
    await expect(page.locator(aid).first()).toBeHidden()
})
