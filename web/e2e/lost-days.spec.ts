import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { aCoordinator, aProduction, aProject, ask, inDays, ok } from './people.ts'

/** Two firm requests that want one day of the same person; the second wants another day besides. */
const twoRequests = async () => {
  const [first, second, coordinator] = await Promise.all([
    aProduction(`Premier Essai ${randomUUID().slice(0, 6)}`),
    aProduction(`Second Essai ${randomUUID().slice(0, 6)}`),
    aCoordinator(`Ghjulia Essai ${randomUUID().slice(0, 6)}`),
  ])
  const [shared, apart] = [inDays(60), inDays(70)]
  return {
    coordinator,
    second,
    shared,
    apart,
    ids: [
      await ask(first, coordinator.slug, await aProject(first, [shared]), 'firm'),
      await ask(second, coordinator.slug, await aProject(second, [shared, apart]), 'firm'),
    ] as const,
  }
}

const months = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ')
const words = (day: string) =>
  new RegExp(`${Number(day.slice(8))}(er)?\\s${months[Number(day.slice(5, 7)) - 1]}\\s${day.slice(0, 4)}`)

/** On a phone a firm yes is two taps: what cancelling would cost is read between them. */
const acceptFirmly = async (page: Page) => {
  await page.getByRole('button', { name: 'Accepter, ferme' }).click()
  const sheet = page.getByRole('dialog', { name: 'Accepter, ferme' })
  await expect(sheet.getByText('Conditions d’annulation')).toBeVisible()
  await sheet.getByRole('button', { name: 'Accepter, ferme' }).click()
}

for (const javaScriptEnabled of [true, false])
  test(`accepting from a page that was overtaken names the taken and the free days, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
    baseURL,
  }) => {
    const { coordinator, shared, apart, ids } = await twoRequests()
    const context = await browser.newContext({
      storageState: await coordinator.api.storageState(),
      viewport: { width: 390, height: 844 },
      javaScriptEnabled,
      ...(baseURL ? { baseURL } : {}),
    })
    const [early, late] = [await context.newPage(), await context.newPage()]
    await late.goto(`/bookings/${ids[1]}`)
    await expect(late.getByText('Conditions d’annulation').first()).toBeVisible()
    await early.goto(`/bookings/${ids[0]}`)
    await acceptFirmly(early)
    await expect(early.getByText('Accepté. L’autre partie est prévenue.')).toBeVisible()

    await acceptFirmly(late)
    const told = late.getByRole('alert')
    await expect(told).toContainText('sont déjà pris')
    await expect(told.getByText(/^Pris/)).toContainText(words(shared))
    await expect(told.getByText(/^Encore libres/)).toContainText(words(apart))
    await expect(told).not.toContainText('Premier Essai')
    await expect(late.getByText('Demandé', { exact: true }).first()).toBeVisible()
    await context.close()
  })

test('a request taken back with a word and no reason carries the word', async ({ browser, baseURL }) => {
  const { second, ids } = await twoRequests()
  const context = await browser.newContext({
    storageState: await second.api.storageState(),
    ...(baseURL ? { baseURL } : {}),
  })
  const page = await context.newPage()
  await page.goto(`/bookings/${ids[1]}`)
  await page.locator('summary', { hasText: 'Retirer la demande' }).click()
  await page.getByLabel('Un mot pour l’autre partie').fill('Le tournage est repoussé d’un an.')
  await page.getByRole('button', { name: 'Retirer la demande maintenant' }).click()
  await expect(page.getByText('Demande retirée.')).toBeVisible()
  const kept = await ok(second.api.get(`/api/bookings/${ids[1]}`))
  expect(await kept.json()).toMatchObject({
    state: 'withdrawn',
    reason: { note: 'Le tournage est repoussé d’un an.' },
  })
  await context.close()
})
