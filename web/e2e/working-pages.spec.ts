import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { send } from './accounts.ts'

/** The pages people work on, as the demo's cast sees them: each is read by its rightful account. */

const signInAs = (page: Page, who: 'intimacy' | 'eco' | 'production1') =>
  send(page, 'POST', '/sessions', { email: `${who}@demo.test`, password: 'demo-repere-2027' })

const listOf = async (page: Page, path: string): Promise<{ id: string; slug: string; state: string }[]> => {
  const { items } = await (await page.request.get(`/api${path}`)).json()
  expect(items.length, path).toBeGreaterThan(0)
  return items
}

/** Each page accessible in both languages and themes, at 320 pixels too, and none named like another. */
const expectPages = async (page: Page, paths: readonly string[]) => {
  const titles = new Map<string, string>()
  for (const path of paths) {
    await expectAccessible(page, path)
    const title = await page.title()
    expect(title, path).toMatch(/\S+ — Repère$/)
    expect(titles.get(title), `${path} is named “${title}” like another page`).toBeUndefined()
    titles.set(title, path)
  }
}

test('the doors of the house', async ({ page }) => {
  test.setTimeout(180_000)
  await expectPages(page, [
    '/sign-in',
    '/sign-up',
    '/forgot-password',
    '/reset-password?token=of-some-mail',
    '/verify-email?token=of-some-mail',
  ])
})

test('the listing path and the credentials of a coordinator', async ({ page }) => {
  test.setTimeout(180_000)
  await signInAs(page, 'intimacy')
  await expectPages(page, [
    '/me/credentials',
    '/me/profile/who',
    '/me/profile/where',
    '/me/profile/credentials',
    '/me/profile/publish',
  ])
})

for (const who of ['intimacy', 'eco'] as const)
  test(`the desk, the requests and one booking of ${who}`, async ({ page }) => {
    test.setTimeout(180_000)
    await signInAs(page, who)
    const [booking] = await listOf(page, '/bookings')
    await expectPages(page, ['/me', '/bookings', `/bookings/${booking?.id}`, '/sign-out'])
  })

test('the projects of a production', async ({ page }) => {
  test.setTimeout(180_000)
  await signInAs(page, 'production1')
  const [project] = await listOf(page, '/projects')
  await expectPages(page, [
    '/projects',
    '/projects/new',
    `/projects/${project?.id}`,
    `/projects/${project?.id}/edit`,
  ])
})

test('the requests of a production', async ({ page }) => {
  test.setTimeout(180_000)
  await signInAs(page, 'production1')
  const [project] = await listOf(page, '/projects')
  const [booking] = await listOf(page, '/bookings')
  const [person] = await listOf(page, '/coordinators?discipline=intimacy')
  await expectPages(page, [
    `/requests/new?coordinator=${person?.slug}`,
    `/projects/${project?.id}/request?coordinator=${person?.slug}`,
    '/bookings',
    `/bookings/${booking?.id}`,
  ])
})

test('the papers of a production', async ({ page }) => {
  test.setTimeout(180_000)
  await signInAs(page, 'production1')
  const confirmed = (await listOf(page, '/bookings')).find(({ state }) => state === 'confirmed')
  await expectPages(page, [`/bookings/${confirmed?.id}/deal-memo`])
})
