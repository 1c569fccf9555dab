import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { signUp } from './people.ts'
import { scriptsRun } from './scripts.ts'

const paths = [
  '/',
  '/professions',
  '/professions/intimacy',
  '/professions/eco-production',
  '/how-results-are-ordered',
  '/legal/notice',
  '/legal/privacy',
  '/legal/terms',
  '/accessibility',
  '/styleguide',
  '/nothing-at-this-address',
]
const inFrench = (path: string) => path
const inEnglish = (path: string) => (path === '/' ? '/en' : `/en${path}`)
test('what everybody reads is accessible in both languages, light, dark and narrow', async ({ page }) => {
  test.setTimeout(120_000)
  for (const path of paths) await expectAccessible(page, path)
})

test('titles of pages differ, in both languages', async ({ page }) => {
  const titles: string[] = []
  for (const address of [inFrench, inEnglish])
    for (const path of paths) {
      await page.goto(address(path))
      titles.push(await page.title())
    }
  expect(new Set(titles).size).toBe(titles.length)
})

test('no address brings a page down, whatever it names', async () => {
  const { api } = await signUp('production', 'Camille Essai')
  const strange = ['constructor', '__proto__'].flatMap((word) => [
    `/bookings?show=${word}`,
    `/account/searches/new?credentialState=${word}&credential=${word}&availability=${word}`,
    `/coordinators?specialism=${word}&sort=${word}`,
  ])
  const endless = [
    '/coordinators?from=9999-12-30&to=9999-12-31',
    '/account/searches/new?from=-271000-01-01&to=%2B275000-01-01',
    '/account/searches/new?from=1000-01-01&to=2999-12-31',
  ]
  for (const path of [...strange, ...endless])
    expect((await api.get(path, { timeout: 5_000 })).status(), path).toBe(200)
})

test('the other language keeps path and query', async ({ page }) => {
  await page.goto('/legal/terms?from=mail')
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page).toHaveURL(/\/en\/legal\/terms\?from=mail$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Terms')
  await page.getByRole('link', { name: 'Français' }).click()
  await expect(page).toHaveURL(/[^n]\/legal\/terms\?from=mail$/)
})

test('the first key leads to the content', async ({ page }) => {
  await page.goto('/')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller au contenu' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('a menu closed by Escape gives the focus back to what opens it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/sign-in')
  await scriptsRun(page)
  const menu = page.getByRole('banner').locator('summary:visible')
  await menu.focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('banner').getByRole('link', { name: 'Rechercher' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(menu).toBeFocused()
})

test('the month is walked by keyboard and keeps what is chosen', async ({ page }) => {
  await page.goto('/styleguide')
  const day = (name: RegExp) => page.getByRole('button', { name })
  // The keys work once the page's script runs: on a busy machine that is a moment after the page is there.
  await expect(async () => {
    await day(/^lundi 8 mars 2027$/).focus()
    await page.keyboard.press('ArrowDown')
    await expect(day(/^lundi 15 mars 2027$/)).toBeFocused({ timeout: 500 })
  }).toPass()
  await page.keyboard.press('End')
  await expect(day(/^dimanche 21 mars 2027$/)).toBeFocused()
  await page.keyboard.press('PageDown')
  await expect(day(/^mercredi 21 avril 2027$/)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(day(/^mercredi 21 avril 2027$/)).toHaveAttribute('aria-pressed', 'true')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the theme is chosen at the foot of a page and stays', async ({ page }) => {
    await page.goto('/legal/notice')
    await page.getByRole('button', { name: 'Sombre' }).click()
    await expect(page).toHaveURL(/\/legal\/notice$/)
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
    await page.goto('/')
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  })

  test('the phone menu opens and leads to the professions', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto('/')
    await page
      .locator('summary', { has: page.locator('svg') })
      .first()
      .click()
    await page.getByRole('link', { name: 'Métiers' }).first().click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Deux métiers')
  })

  test('the home page asks the search what was chosen', async ({ page }) => {
    await page.goto('/')
    await page.getByRole('radio', { name: 'Écoproduction' }).check()
    await page.getByLabel('Région du tournage').selectOption('Bretagne')
    const asked = page.waitForRequest(/\/coordinators\?/)
    await page.getByRole('button', { name: 'Rechercher' }).click()
    const { searchParams } = new URL((await asked).url())
    expect(Object.fromEntries(searchParams)).toEqual({
      discipline: 'eco-production',
      region: 'FR-BRE',
      days: '',
    })
  })
})

test('a form sent by another site is refused', async ({ request, baseURL }) => {
  const send = (headers: Record<string, string>) =>
    request.post('/theme', { headers, form: { theme: 'dark', back: '/' }, maxRedirects: 0 })
  expect((await send({ origin: 'https://elsewhere.example' })).status()).toBe(403)
  expect((await send({ origin: baseURL ?? '', 'sec-fetch-site': 'cross-site' })).status()).toBe(403)
  expect((await send({ origin: new URL(baseURL ?? '').origin })).status()).toBe(303)
})

test('files and refusals carry the security headers as pages do', async ({ request }) => {
  const refused = await request.post('/theme', { headers: { origin: 'https://elsewhere.example' }, form: {} })
  for (const answer of [await request.get('/robots.txt'), await request.get('/_app/nothing.js'), refused]) {
    const headers = answer.headers()
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
  }
})

test('every page carries the security headers, errors too', async ({ request }) => {
  for (const path of ['/', '/nothing-at-this-address']) {
    const headers = (await request.get(path)).headers()
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('same-origin')
    expect(headers['x-request-id']).toBeTruthy()
  }
})

test('a page that is asked for again and has not changed keeps its styles', async ({ page }) => {
  for (const visit of [1, 2]) {
    await page.goto('/legal/terms')
    const ground = await page.evaluate(() => getComputedStyle(document.body).margin)
    expect(ground, `visit ${visit}`).toBe('0px')
  }
})
