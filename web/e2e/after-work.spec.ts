import { type Browser, expect, type Page, request, test } from '@playwright/test'
import { violationsOf } from './accessibility.ts'
import { aProduction, ok, type Person, site } from './people.ts'

/** Somebody of the demonstration: its bookings lie in the past, which no journey can wait for. */
const fromDemo = async (name: string): Promise<Person> => {
  const email = `${name}@demo.test`
  const api = await request.newContext({ baseURL: site, extraHTTPHeaders: { origin: new URL(site).origin } })
  await ok(api.post('/api/sessions', { data: { email, password: 'demo-repere-2027' } }))
  return { email, api }
}

const openAs = async (browser: Browser, person: Person | null, javaScriptEnabled = true): Promise<Page> => {
  const signedIn = person ? { storageState: await person.api.storageState() } : {}
  return (await browser.newContext({ ...signedIn, baseURL: site, javaScriptEnabled })).newPage()
}

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()

test('work that is over: one click confirms it, its person shows it, and who agrees can be asked about it', async ({
  browser,
}) => {
  const [phare, maelle, asking] = await Promise.all([
    fromDemo('production1'),
    fromDemo('intimacy'),
    aProduction('Demande Essai'),
  ])
  const production = await openAs(browser, phare)
  await production.goto('/projects')
  await expect(production.getByRole('heading', { name: 'Crédits à confirmer' })).toBeVisible()
  await press(production, /^Confirmer tel quel le crédit.: Maëlle Kervadec$/)
  await expect(production.getByText('Crédit confirmé. La personne en est prévenue.')).toBeVisible()
  const booking = new URL(production.url()).pathname
  await expect(production.getByText(/Coordination d’intimité, 8.jours de plateau/i)).toBeVisible()
  await production.locator('summary', { hasText: 'Corriger' }).click()
  await production.getByLabel('Jours de plateau').fill('30')
  await press(production, 'Enregistrer la correction')
  await expect(production.getByText(/Un nombre entier, 10 au plus/)).toBeVisible()
  await expect(production.getByLabel('Jours de plateau')).toHaveValue('30')
  await production.getByLabel('Jours de plateau').fill('7')
  await press(production, 'Enregistrer la correction')
  await expect(production.getByText(/Coordination d’intimité, 7.jours de plateau/i)).toBeVisible()
  expect(await violationsOf(production)).toEqual([])

  const person = await openAs(browser, maelle, false)
  await person.goto('/me/profile/credits')
  await press(person, /^Montrer sur mon profil.: «.La Verrière.»$/)
  await expect(person.getByText('Sur votre profil', { exact: true })).toBeVisible()
  await person.goto(booking)
  await press(person, /^Demander à .* d’être une référence$/)
  await expect(person.getByText(/n’a pas encore répondu/)).toBeVisible()

  await production.goto(booking)
  await press(production, 'Accepter')
  await expect(production.getByRole('heading', { name: /Vous êtes une référence/ })).toBeVisible()

  const visitor = await openAs(browser, null, false)
  await visitor.goto('/coordinators/maelle-kervadec')
  const confirmed = visitor.getByRole('region', { name: 'Crédits confirmés par des productions' })
  await expect(confirmed.getByText('Titre confidentiel')).toBeVisible()
  await expect(visitor.getByText('La Verrière')).toHaveCount(0)
  await expect(visitor.getByRole('heading', { name: 'Références' })).toHaveCount(0)

  const other = await openAs(browser, asking)
  await other.goto('/coordinators/maelle-kervadec')
  await press(other, /^Demander une mise en relation/)
  await expect(other.getByText('Demande envoyée, réponse attendue.')).toBeVisible()
  await expect(other.getByText(phare.email)).toHaveCount(0)
  await production.reload()
  await press(production, /^Oui, montrer mes coordonnées à Demande Essai/)
  await expect(production.getByText('Vos coordonnées lui sont montrées.')).toBeVisible()
  await other.reload()
  await expect(other.getByText(phare.email)).toBeVisible()
  expect(await violationsOf(other)).toEqual([])

  // As it was, for whoever looks at the demonstration beside this journey.
  await press(production, 'Retirer mon accord')
  await expect(production.getByText('Vous n’êtes pas une référence pour ce travail.')).toBeVisible()
  await person.goto('/me/profile/credits')
  await press(person, /^Masquer de mon profil.: «.La Verrière.»$/)
  await expect(person.getByText('Pas sur votre profil', { exact: true })).toBeVisible()
})
