import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { violationsOf } from './accessibility.ts'
import {
  aCoordinator,
  aProduction,
  aProject,
  ask,
  inDays,
  mailLink,
  ok,
  type Person,
  signUp,
  site,
  typed,
} from './people.ts'

/** A page in the name of a person. */
const openAs = async (
  browser: Browser,
  person: Person,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<Page> => {
  const context = await browser.newContext({
    storageState: await person.api.storageState(),
    baseURL: site,
    ...options,
  })
  return context.newPage()
}

for (const javaScriptEnabled of [true, false])
  test(`a production describes a project and asks two people together, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const production = await aProduction(`Essai Films ${randomUUID().slice(0, 6)}`)
    const names = [`Ghjulia Essai ${randomUUID().slice(0, 6)}`, `Petru Essai ${randomUUID().slice(0, 6)}`]
    await Promise.all(names.map((name) => aCoordinator(name)))
    const page = await openAs(browser, production, { javaScriptEnabled })
    await page.goto('/projects')
    await page.getByRole('link', { name: 'Nouveau projet' }).click()
    await page.getByLabel('Titre de travail').fill('Les Essais')
    await page.getByLabel('Nom de code').fill('Projet Banc')
    await page.getByText('Langues de travail').click()
    await page.getByRole('checkbox', { name: 'corse' }).check()
    await page
      .getByRole('textbox', { name: /^Jours/ })
      .first()
      .fill('32/13/2027')
    await page.getByRole('button', { name: 'Enregistrer et voir qui couvre' }).click()
    await expect(page.getByRole('alert')).toBeVisible()
    await expect(page.getByLabel('Titre de travail')).toHaveValue('Les Essais')
    await page
      .getByRole('textbox', { name: /^Jours/ })
      .first()
      .fill(`${typed(inDays(60))}, ${typed(inDays(75))}`)
    await page.locator('summary', { hasText: 'Ce que vous demandez' }).click()
    await page.getByRole('checkbox', { name: 'Baiser' }).check()
    await page.getByLabel('Majeurs, nombre').fill('2')
    await page.getByRole('button', { name: 'Enregistrer et voir qui couvre' }).click()
    await expect(page.getByRole('heading', { level: 1, name: /Les Essais/ })).toBeVisible()
    for (const name of names) await page.getByRole('checkbox', { name: `Choisir ${name}` }).check()
    await page.getByRole('button', { name: 'Relire la demande' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Relire, puis envoyer' })).toBeVisible()
    await page.getByLabel('Votre message').fill('Bonjour, deux jours à deux mois d’ici.')
    const [one = '', other = ''] = names
    const boxOf = (name: string) => page.getByRole('checkbox', { name: new RegExp(name) })
    const own = page.getByRole('textbox', { name: 'Jours demandés' })
    await page.getByLabel(`Changer ses jours\u00a0: ${one}`).click()
    await own.fill(`${typed(inDays(60))}, ${typed(inDays(61))}`)
    await boxOf(other).uncheck()
    await page.getByLabel('Réponse attendue le').fill('1/03/2020')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await expect(page.getByRole('alert').getByRole('link')).toHaveText([/un jour à venir/, /^Hors du projet/])
    await expect(own).toHaveValue(`${typed(inDays(60))}, ${typed(inDays(61))}`)
    await expect(boxOf(other)).not.toBeChecked()
    await boxOf(other).check()
    await own.fill(typed(inDays(60)))
    await page.getByLabel('Réponse attendue le').fill('')
    await page.getByRole('button', { name: 'Envoyer' }).click()
    await expect(page.getByText('2 demandes envoyées.')).toBeVisible()
    for (const name of names) await expect(page.getByRole('heading', { name })).toBeVisible()
    await expect(page.getByText('Option, 1\u00a0jour')).toHaveCount(1)
    await expect(page.getByText('Option, 2\u00a0jours')).toHaveCount(1)
  })

for (const javaScriptEnabled of [true, false])
  test(`a no is two taps on the phone once the mail is opened, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const [production, coordinator] = await Promise.all([
      aProduction(`Essai Films ${randomUUID().slice(0, 6)}`),
      aCoordinator(`Ghjulia Essai ${randomUUID().slice(0, 6)}`),
    ])
    const id = await ask(production, coordinator.slug, await aProject(production, [inDays(60)]))
    const phone = await openAs(browser, coordinator, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      javaScriptEnabled,
    })
    await phone.goto(await mailLink(coordinator.api, coordinator.email))
    await phone.getByRole('button', { name: 'Décliner' }).tap()
    const sheet = phone.getByRole('dialog', { name: 'Décliner' })
    await expect(sheet).toBeInViewport({ ratio: 1 })
    if (javaScriptEnabled) expect(await violationsOf(phone)).toEqual([])
    await sheet.getByRole('button', { name: 'Trop loin' }).tap()
    await expect(phone.getByText('Décliné. La production est prévenue.')).toBeVisible()
    const told = (await (await production.api.get(`/api/bookings/${id}`)).json()) as { reason: unknown }
    expect(told.reason).toEqual({ code: 'too-far', note: null })
  })

test('of two productions holding one day, the one that comes second is told kindly which day is taken', async ({
  browser,
}) => {
  const [first, second, coordinator] = await Promise.all([
    aProduction(`Premier Essai ${randomUUID().slice(0, 6)}`),
    aProduction(`Second Essai ${randomUUID().slice(0, 6)}`),
    aCoordinator(`Ghjulia Essai ${randomUUID().slice(0, 6)}`),
  ])
  const [shared, apart] = [inDays(60), inDays(70)]
  const ids = [
    await ask(first, coordinator.slug, await aProject(first, [shared])),
    await ask(second, coordinator.slug, await aProject(second, [shared, apart])),
  ]
  for (const id of ids)
    await ok(coordinator.api.post(`/api/bookings/${id}/moves`, { data: { move: 'accept', version: 1 } }))

  const late = await openAs(browser, second)
  await late.goto(`/bookings/${ids[1]}`)
  await expect(late.getByText('Une autre option passe avant la vôtre')).toBeVisible()
  const early = await openAs(browser, first)
  await early.goto(`/bookings/${ids[0]}`)
  await early.getByRole('button', { name: /Confirmer/ }).click()
  await expect(early.getByText('Confirmé. Les jours sont réservés.')).toBeVisible()
  const told = await openAs(browser, coordinator)
  await told.goto('/me')
  await expect(told.getByRole('region', { name: 'À savoir, rien à faire' })).toContainText(
    /Premier Essai .* a confirmé pour le/,
  )

  // What a page opened before the confirmation would send.
  const { version } = (await (await second.api.get(`/api/bookings/${ids[1]}`)).json()) as { version: number }
  const refused = await second.api.post(`/api/bookings/${ids[1]}/moves`, {
    data: { move: 'confirm', version },
  })
  expect(refused.status()).toBe(409)
  expect(await refused.json()).toMatchObject({ code: 'dates-taken', taken: [shared], free: [apart] })
  await late.reload()
  await expect(late.getByText(/Déjà confirmé ailleurs/)).toBeVisible()
  expect(await late.content()).not.toContain('Premier Essai')
})

test('declining asks for a reason, keeps what was written, and tells the production', async ({ browser }) => {
  const [production, coordinator] = await Promise.all([
    aProduction(`Essai Films ${randomUUID().slice(0, 6)}`),
    aCoordinator(`Ghjulia Essai ${randomUUID().slice(0, 6)}`),
  ])
  const id = await ask(production, coordinator.slug, await aProject(production, [inDays(60)]))
  const page = await openAs(browser, coordinator)
  await page.goto('/me')
  await page.getByRole('link', { name: 'Décliner' }).click()
  await expect(page).toHaveURL(new RegExp(`/bookings/${id}`))
  await page.locator('summary', { hasText: 'Décliner' }).click()
  await page.getByLabel('Motif').selectOption({ label: 'Trop loin' })
  await page.getByLabel('Un mot pour l’autre partie').fill('Merci, une autre fois.')
  await page.getByRole('button', { name: 'Décliner maintenant' }).click()
  await expect(page.getByText('Décliné. La production est prévenue.')).toBeVisible()
  const desk = await openAs(browser, production)
  await desk.goto(`/bookings/${id}`)
  await expect(desk.getByText(/Merci, une autre fois/)).toBeVisible()
  await desk.goto(await mailLink(production.api, production.email))
  await expect(desk).toHaveURL(/\/(bookings|projects)\//)
})

test('messages pass between the two sides, and a stranger finds nothing at the address', async ({
  browser,
}) => {
  const [production, coordinator, stranger] = await Promise.all([
    aProduction(`Essai Films ${randomUUID().slice(0, 6)}`),
    aCoordinator(`Ghjulia Essai ${randomUUID().slice(0, 6)}`),
    signUp('production', 'Quelqu’un'),
  ])
  const id = await ask(production, coordinator.slug, await aProject(production, [inDays(60)]))
  const page = await openAs(browser, coordinator)
  await page.goto(`/bookings/${id}`)
  await page.getByLabel(/Écrire à/).fill('Qui sera la personne référente ?')
  await page.getByRole('button', { name: 'Envoyer' }).click()
  await expect(page.getByText('Message envoyé.')).toBeVisible()
  const desk = await openAs(browser, production)
  await desk.goto(`/bookings/${id}`)
  await expect(desk.getByText('Qui sera la personne référente ?')).toBeVisible()
  const outside = await openAs(browser, stranger)
  expect((await outside.goto(`/bookings/${id}`))?.status()).toBe(404)
  expect((await outside.goto(`/bookings/${randomUUID()}`))?.status()).toBe(404)
})
