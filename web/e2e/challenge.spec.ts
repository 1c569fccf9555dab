import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { violationsOf } from './accessibility.ts'
import { signInAsRegistrar } from './accounts.ts'
import { aCoordinator, aProduction, aProject, ask, inDays, ok, type Person, site, typed } from './people.ts'
import { letConfirmationLapse, letPass } from './time.ts'

interface Read {
  version: number
  state: string
  allowedMoves: string[]
  takenDays: string[]
}

const read = async (person: Person, id: string) =>
  (await (await ok(person.api.get(`/api/bookings/${id}`))).json()) as Read

const openAs = async (browser: Browser, person: Person, javaScriptEnabled = true): Promise<Page> => {
  const storageState = await person.api.storageState()
  return (await browser.newContext({ storageState, baseURL: site, javaScriptEnabled })).newPage()
}

/** Every move that the server would take has its form, and no other has one. */
const expectMoves = async (page: Page, person: Person, id: string) => {
  await page.goto(`/bookings/${id}`)
  const offered = await page
    .getByRole('main')
    .locator('form input[name=move]')
    .evaluateAll((fields) => [...new Set(fields.map((field) => (field as HTMLInputElement).value))].sort())
  expect(offered).toEqual([...(await read(person, id)).allowedMoves].sort())
}

const named = (name: string) => `${name} ${randomUUID().slice(0, 6)}`
const anOption = async (production: Person, coordinator: Person & { slug: string }, days: string[]) => {
  const id = await ask(production, coordinator.slug, await aProject(production, days))
  await ok(coordinator.api.post(`/api/bookings/${id}/moves`, { data: { move: 'accept', version: 1 } }))
  return id
}
const subjectsTo = async ({ api, email }: Person): Promise<string[]> =>
  (await (await api.get(`/api/dev/mail?to=${encodeURIComponent(email)}`)).json()).map(
    ({ subject }: { subject: string }) => subject,
  )
const opened = (page: Page, label: string) => page.locator('summary', { hasText: label }).click()

for (const javaScriptEnabled of [true, false])
  test(`a challenge: who stands second asks, who stands first lets it lapse, who stands third waits in reserve and comes back, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const [first, second, third, coordinator] = await Promise.all([
      aProduction(named('Premier Essai')),
      aProduction(named('Second Essai')),
      aProduction(named('Tiers Essai')),
      aCoordinator(named('Ghjulia Essai')),
    ])
    const day = inDays(60)
    const a = await anOption(first, coordinator, [day])
    const b = await anOption(second, coordinator, [day])
    const c = await anOption(third, coordinator, [day])
    const [pageA, pageB, pageC] = await Promise.all([
      openAs(browser, first, javaScriptEnabled),
      openAs(browser, second, javaScriptEnabled),
      openAs(browser, third, javaScriptEnabled),
    ])

    await expectMoves(pageB, second, b)
    await opened(pageB, 'Demander à confirmer')
    await expect(pageB.getByText(/Elles ont 24\s?heures pour confirmer ou libérer/)).toBeVisible()
    if (javaScriptEnabled) expect(await violationsOf(pageB)).toEqual([])
    await pageB.getByLabel(/Je m’engage à confirmer/).check()
    await pageB.getByRole('button', { name: 'S’engager et demander' }).click()
    await expect(pageB.getByText(/Demande envoyée. Décidé au plus tard le/)).toBeVisible()
    await expect(pageB.getByText('Vous avez demandé à confirmer')).toBeVisible()
    if (javaScriptEnabled) expect(await violationsOf(pageB)).toEqual([])
    await expectMoves(pageB, second, b)

    await expectMoves(pageA, first, a)
    await expect(
      pageA.getByText(/Confirmez ou libérez avant le .* \(Paris\), sinon votre option/),
    ).toBeVisible()
    expect(await pageA.content()).not.toContain('Second Essai')
    if (javaScriptEnabled) expect(await violationsOf(pageA)).toEqual([])
    // The page stays open beyond the deadline: its button comes too late, and says so.
    await letPass(150, [a, b, c])
    await pageA.getByRole('button', { name: 'Confirmer' }).first().click()
    await expect(pageA.getByText('Sans réponse dans le délai, l’option est libérée')).toBeVisible()
    await expectMoves(pageA, first, a)
    await expect
      .poll(() => subjectsTo(first))
      .toContainEqual(expect.stringMatching(/^Option libérée faute de réponse/))

    await pageB.goto(`/bookings/${b}`)
    await expect(pageB.getByText('Plus aucune option avant celle-ci : confirmée')).toBeVisible()
    await expectMoves(pageB, second, b)
    await pageC.goto(`/bookings/${c}`)
    await expect(pageC.getByText('Votre option est en réserve')).toBeVisible()
    expect(await pageC.content()).not.toContain('Second Essai')
    if (javaScriptEnabled) expect(await violationsOf(pageC)).toEqual([])
    await expectMoves(pageC, third, c)

    await pageB.goto(`/bookings/${b}`)
    await expect(pageB.getByText(/rien n’est dû aujourd’hui|reste due aujourd’hui/)).toBeVisible()
    await opened(pageB, 'Annuler la réservation')
    await pageB.getByLabel('Motif').selectOption({ label: 'Le projet s’arrête' })
    await pageB.getByRole('button', { name: 'Annuler la réservation maintenant' }).click()
    await expect(pageB.getByText(/Réservation annulée. L’autre partie/)).toBeVisible()
    await pageC.reload()
    await expect(pageC.getByText('Votre option est en réserve')).toHaveCount(0)
    await expect(pageC.getByRole('heading', { name: /1re option sur 1\sjour/ })).toBeVisible()
    await pageC.getByRole('button', { name: /Confirmer/ }).click()
    await expect(pageC.getByText('Confirmé. Les jours sont réservés.')).toBeVisible()
  })

for (const javaScriptEnabled of [true, false])
  test(`a counter-offer goes there and back and is accepted as it was read, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const [production, coordinator] = await Promise.all([
      aProduction(named('Essai Films')),
      aCoordinator(named('Ghjulia Essai')),
    ])
    const [one, two, three] = [inDays(60), inDays(61), inDays(75)]
    const id = await ask(production, coordinator.slug, await aProject(production, [one, two]))
    const theirs = await openAs(browser, coordinator, javaScriptEnabled)
    await expectMoves(theirs, coordinator, id)
    await expect(theirs.getByText('À vous de répondre.')).toBeVisible()
    await opened(theirs, 'Proposer autre chose')
    if (javaScriptEnabled) expect(await violationsOf(theirs)).toEqual([])
    await theirs.getByRole('button', { name: 'Envoyer la proposition' }).click()
    await expect(theirs.getByText(/Changez au moins un jour/).first()).toBeVisible()
    await theirs.getByLabel(/^Tournage/).fill('31/02/2027')
    await theirs.getByLabel(/^Rémunération/).fill('450')
    await theirs.getByRole('button', { name: 'Envoyer la proposition' }).click()
    await expect(theirs.getByText(/Février\s2027 a 28/).first()).toBeVisible()
    await expect(theirs.getByLabel(/^Rémunération/)).toHaveValue('450')
    await theirs.getByLabel(/^Tournage/).fill(`${typed(two)}, ${typed(three)}`)
    await theirs.getByRole('button', { name: 'Envoyer la proposition' }).click()
    await expect(theirs.getByText('Proposition envoyée.')).toBeVisible()
    await expectMoves(theirs, coordinator, id)

    const ours = await openAs(browser, production, javaScriptEnabled)
    await expectMoves(ours, production, id)
    const proposal = ours.getByRole('region', { name: 'Proposition, version 2' })
    await expect(proposal.getByText(/^Ajoutés/)).toBeVisible()
    await expect(proposal.getByText(/^Retirés/)).toBeVisible()
    await expect(proposal).toContainText(/450\s€ brut .*\(jusqu’ici à convenir\)/)
    if (javaScriptEnabled) expect(await violationsOf(ours)).toEqual([])

    // In another window this side answers with other terms, and the coordinator with others again.
    const terms = (rate: number) => ({ rate: { amountCents: rate, currency: 'EUR', per: 'day' } })
    for (const [person, version, rate] of [
      [production, 2, 42_000],
      [coordinator, 3, 44_000],
    ] as const)
      await ok(
        person.api.post(`/api/bookings/${id}/moves`, { data: { move: 'counter', version, ...terms(rate) } }),
      )
    await ours.getByRole('button', { name: 'Accepter la proposition' }).first().click()
    await expect(ours.getByText(/Les conditions ont changé depuis votre lecture/)).toBeVisible()
    await expect(ours.getByRole('region', { name: 'Proposition, version 4' })).toContainText(/440\s€/)
    await ours.getByRole('button', { name: 'Accepter la proposition' }).first().click()
    await expect(ours.getByText('Proposition acceptée.')).toBeVisible()
    await expectMoves(ours, production, id)

    // The option that came of it is trimmed, and its extension asked and granted.
    await opened(ours, 'Réduire les jours')
    await ours.getByRole('button', { name: 'Garder ces jours' }).click()
    await expect(ours.getByText('Laissez au moins un jour de côté.').first()).toBeVisible()
    await ours.locator(`input[name="trim.days"][value="${three}"]`).uncheck()
    if (javaScriptEnabled) expect(await violationsOf(ours)).toEqual([])
    await ours.getByRole('button', { name: 'Garder ces jours' }).click()
    await expect(ours.getByText('Fait. Les jours laissés sont libérés.')).toBeVisible()
    await opened(ours, 'Prolonger')
    await ours.getByLabel(/Jours de plus/).fill('5')
    await ours.getByRole('button', { name: 'Demander la prolongation' }).click()
    await expect(ours.getByText(/Demande envoyée. L’option garde/)).toBeVisible()
    await expectMoves(ours, production, id)
    await expectMoves(theirs, coordinator, id)
    await theirs.getByRole('button', { name: 'Accepter la prolongation' }).first().click()
    await expect(theirs.getByText('C’est fait. L’autre partie est prévenue.')).toBeVisible()
    await expectMoves(theirs, coordinator, id)
  })

test('a coordinator presses the option ahead of a firm request, which is confirmed once that one is released', async ({
  browser,
}) => {
  const [first, firm, coordinator] = await Promise.all([
    aProduction(named('Premier Essai')),
    aProduction(named('Ferme Essai')),
    aCoordinator(named('Ghjulia Essai')),
  ])
  const day = inDays(60)
  const held = await anOption(first, coordinator, [day])
  const id = await ask(firm, coordinator.slug, await aProject(firm, [day]), 'firm')
  const page = await openAs(browser, coordinator)
  await expectMoves(page, coordinator, id)
  await opened(page, 'Presser')
  await page.getByRole('button', { name: 'Accepter sous cette condition' }).click()
  await expect(page.getByText('Vous acceptez, dès que ces jours se libèrent')).toBeVisible()
  await expectMoves(page, coordinator, id)
  const { version } = await read(first, held)
  await ok(
    first.api.post(`/api/bookings/${held}/moves`, {
      data: { move: 'release', version, reason: 'not-needed' },
    }),
  )
  await page.reload()
  await expect(page.getByText('Plus aucune option avant celle-ci : confirmée')).toBeVisible()
  expect((await read(firm, id)).state).toBe('confirmed')
})

test('a registrar voids a booking with a reason from its page, and can do nothing else there', async ({
  page,
}) => {
  const [production, coordinator] = await Promise.all([
    aProduction(named('Essai Films')),
    aCoordinator(named('Ghjulia Essai')),
  ])
  const id = await anOption(production, coordinator, [inDays(60)])
  await signInAsRegistrar(page)
  await page.goto(`/bookings/${id}`)
  await expect(page.getByRole('main').locator('form input[name=move]')).toHaveCount(1)
  await opened(page, 'Invalider')
  await page.getByLabel('Motif').selectOption({ label: 'Production fictive ou usurpée' })
  await page.getByRole('textbox', { name: 'Explication' }).fill('Société fictive.')
  await letConfirmationLapse(page)
  await page.getByRole('button', { name: 'Invalider maintenant' }).click()
  const [tab] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: 'Confirmer dans un autre onglet' }).click(),
  ])
  await tab.getByLabel('Mot de passe').fill('demo-repere-2027')
  await tab.getByRole('button', { name: 'Continuer', exact: true }).click()
  await expect(tab).toHaveURL(/\/account$/)
  await expect(page.getByRole('textbox', { name: 'Explication' })).toHaveValue('Société fictive.')
  await page.getByRole('button', { name: 'Invalider maintenant' }).click()
  await expect(page.getByText('Invalidé', { exact: true })).toBeVisible()
  expect((await read(production, id)).state).toBe('voided')
})
