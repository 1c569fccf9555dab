import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { aCoordinator, aProduction, aProject, ask, inDays, ok, type Person, site } from './people.ts'

const openAs = async (
  browser: Browser,
  person: Person | undefined,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> => {
  const storageState = await person?.api.storageState()
  const context = await browser.newContext({
    ...(storageState && { storageState }),
    baseURL: site,
    ...options,
  })
  return context.newPage()
}

const parties = () =>
  Promise.all([
    aProduction(`Essai Films ${randomUUID().slice(0, 6)}`),
    aCoordinator(`Ghjulia Essai ${randomUUID().slice(0, 6)}`),
  ])

interface Mail {
  subject: string
  text: string
  html: string
}

const mailsTo = async ({ api, email }: Person): Promise<Mail[]> =>
  (await ok(api.get(`/api/dev/mail?to=${encodeURIComponent(email)}`))).json() as Promise<Mail[]>

/** Every address in a mail, as a path of this site. */
const linksIn = ({ text, html }: Mail): string[] => {
  const all = [...text.matchAll(/https?:\/\/\S+/g), ...html.matchAll(/href="([^"]+)"/g)]
  const paths = all
    .map(([whole, quoted]) => new URL(quoted ?? whole))
    .map((url) => url.pathname + url.search + url.hash)
  return [...new Set(paths)]
}

test('what was just done stays said while the page notes what was seen', async ({ browser }) => {
  const [production, coordinator] = await parties()
  const id = await ask(production, coordinator.slug, await aProject(production, [inDays(60)]))
  const page = await openAs(browser, coordinator)
  const { promise: later, resolve: note } = Promise.withResolvers<void>()
  await page.route('**/me/notifications?/seen', async (route) => {
    await later
    // The page it was sent from may be gone.
    await route.continue().catch(() => undefined)
  })
  await page.goto(`/bookings/${id}`)
  await page.getByLabel(/Écrire à/).fill('Qui sera la personne référente ?')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(page.getByText('Message envoyé.')).toBeVisible()
  const reread = page.waitForResponse('**/api/me/notifications/unread')
  note()
  expect(await (await reread).json()).toEqual({ count: 0, paths: [] })
  await expect(page.getByRole('link', { name: /non lue/ })).toHaveCount(0)
  await expect(page.getByText('Message envoyé.')).toBeVisible()
})

test('opening every link of every mail changes nothing, for whoever opens it', async () => {
  const [production, coordinator] = await parties()
  const id = await ask(production, coordinator.slug, await aProject(production, [inDays(60)]))
  await ok(coordinator.api.post(`/api/bookings/${id}/messages`, { data: { body: 'Une question.' } }))
  const stands = async () => {
    const read = async <Body>({ api }: Person, path: string) =>
      (await (await ok(api.get(path))).json()) as Body
    const standing = async (who: Person) => {
      const booking = await read<{ state: string; version: number; unreadMessages: number }>(
        who,
        `/api/bookings/${id}`,
      )
      const thread = await read<{ items: { readAt: string | null }[] }>(who, `/api/bookings/${id}/messages`)
      return {
        booking: [booking.state, booking.version, booking.unreadMessages],
        read: thread.items.map(({ readAt }) => readAt),
        unread: await read<object>(who, '/api/me/notifications/unread'),
        preferences: await read<object>(who, '/api/me/notice-preferences'),
      }
    }
    return Promise.all([standing(production), standing(coordinator)])
  }
  const before = await stands()
  let opened = 0
  for (const person of [production, coordinator])
    for (const mail of await mailsTo(person))
      for (const path of linksIn(mail)) {
        for (const { api } of [production, coordinator]) await api.get(path)
        opened += 1
      }
  expect(opened).toBeGreaterThan(4)
  expect(await stands()).toEqual(before)
})

test('from the mail to accepted in three taps on a phone, signing in included, and both sides see the same', async ({
  browser,
}) => {
  const [production, coordinator] = await parties()
  const id = await ask(production, coordinator.slug, await aProject(production, [inDays(60)]))
  const [mail] = await mailsTo(coordinator)
  const phone = await openAs(browser, undefined, {
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  })
  let taps = 0
  const tap = async (name: string | RegExp) => {
    const button = phone.getByRole('main').or(phone.locator('body')).getByRole('button', { name }).first()
    await expect(button).toBeInViewport({ ratio: 1 })
    await button.tap()
    taps += 1
  }
  await phone.setContent(mail?.html ?? '')
  await phone.getByRole('link', { name: 'Lire la demande et répondre' }).tap()
  taps += 1
  await expect(phone).toHaveURL(/\/sign-in\?next=/)
  await phone.getByLabel('Adresse électronique').fill(coordinator.email)
  await phone.getByLabel('Mot de passe').fill('quatre moulins bleus')
  await tap('Se connecter')
  await expect(phone).toHaveURL(new RegExp(`/bookings/${id}$`))
  expect(await phone.content()).not.toContain('«\u00a0Essai\u00a0»')
  await tap('Accepter l’option')
  await expect(phone.getByText('Accepté. L’autre partie est prévenue.')).toBeVisible()
  expect(taps).toBe(3)
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  const desk = await openAs(browser, production)
  await desk.goto(`/bookings/${id}`)
  await expect(desk.getByRole('heading', { name: /1re option sur 1\sjour/ })).toBeVisible()
  await expect(desk.getByText(coordinator.email)).toBeVisible()
})

for (const javaScriptEnabled of [true, false])
  test(`what somebody was told is listed until it is read, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const [production, coordinator] = await parties()
    const id = await ask(production, coordinator.slug, await aProject(production, [inDays(60)]))
    const page = await openAs(browser, coordinator, { javaScriptEnabled })
    const desk = await openAs(browser, production, { javaScriptEnabled })
    const bell = (of: Page) =>
      of.getByRole('navigation', { name: 'Compte' }).getByRole('link', { name: /^Notifications/ })
    await page.goto('/me')
    await expect(bell(page)).toHaveAccessibleName('Notifications, 1 non lue')
    await bell(page).click()
    await page.getByRole('link', { name: /^Répondre avant/ }).click()
    await expect(page).toHaveURL(new RegExp(`/bookings/${id}`))
    if (javaScriptEnabled) {
      await page.getByLabel(/Écrire à/).scrollIntoViewIfNeeded()
      await expect(page.getByRole('button', { name: 'Marquer les messages comme lus' })).toBeHidden()
    } else await page.getByRole('button', { name: 'Marquer les messages comme lus' }).click()
    await page.getByLabel(/Écrire à/).fill('Qui sera la personne référente ?')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await expect(page.getByText('Message envoyé.')).toBeVisible()
    await expect(page.getByText('pas encore lu')).toBeVisible()
    await desk.goto(`/bookings/${id}`)
    await expect(desk.getByText(/^lu le /)).toBeVisible()
    await desk.goto('/me/notifications')
    await desk.getByRole('button', { name: /^Marquer comme lue : Nouveau message/ }).click()
    await expect(desk.getByText('Marquée comme lue.')).toBeVisible()
    await desk.getByRole('button', { name: 'Tout marquer comme lu' }).click()
    await expect(desk.getByText('Tout est lu.')).toBeVisible()
    await expect(bell(desk)).toHaveAccessibleName('Notifications')
    if (javaScriptEnabled) await expectAccessible(page, '/me/notifications')
  })

test('how somebody is told is theirs to choose, and a mail can be stopped from its foot and come back', async ({
  browser,
}) => {
  const [production, coordinator] = await parties()
  const id = await ask(production, coordinator.slug, await aProject(production, [inDays(60)]))
  await ok(
    coordinator.api.post(`/api/bookings/${id}/moves`, {
      data: { move: 'decline', version: 1, reason: 'rate' },
    }),
  )
  const [mail] = await mailsTo(production)
  const way =
    linksIn(mail ?? { subject: '', text: '', html: '' }).find((path) => path.includes('/unsubscribe/')) ?? ''
  const stranger = await openAs(browser, undefined, { javaScriptEnabled: false })
  await stranger.goto(way)
  await stranger.getByRole('button', { name: 'Ne plus recevoir ces courriels' }).click()
  await expect(stranger.getByRole('heading', { name: 'C’est fait' })).toBeVisible()
  const page = await openAs(browser, production)
  await page.goto('/account/notifications')
  const answers = page.getByRole('group', { name: 'Réponses et demandes closes' })
  await expect(answers.getByRole('radio', { name: 'Sur le site seul' })).toBeChecked()
  await stranger.getByRole('button', { name: 'Annuler et les recevoir de nouveau' }).click()
  await expect(stranger.getByText('Ces courriels partent de nouveau.')).toBeVisible()
  await page.reload()
  await expect(answers.getByRole('radio', { name: 'Aussitôt' })).toBeChecked()
  await answers.getByRole('radio', { name: 'Le matin' }).check()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText('Vos choix sont enregistrés.')).toBeVisible()
  await expect(answers.getByRole('radio', { name: 'Le matin' })).toBeChecked()
  await expectAccessible(page, '/account/notifications')
  await expectAccessible(page, way)
})
