import { randomInt } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { newAccount, send, sendDocument, signInAsRegistrar } from './accounts.ts'

/** Somebody else's browser, for what must stand before the registrar comes. */
const aside = async <Made>(browser: Browser, home: string, make: (page: Page) => Promise<Made>) => {
  const context = await browser.newContext({ baseURL: home })
  const page = await context.newPage()
  const made = await make(page)
  return { page, made, close: () => context.close() }
}

const describeCompany = async (page: Page, legalName: string) => {
  await newAccount(page, 'production', 'Ariane Essai')
  const company = {
    legalName,
    country: 'BE',
    registration: `BE 0${randomInt(100_000_000, 999_999_999)}`,
    agreement: 'foreign',
    contactName: 'Ariane Essai',
    contactFunction: 'productrice',
  }
  return send(page, 'POST', '/companies', company) as Promise<{ id: string }>
}

const declareCredential = async (page: Page, displayName: string) => {
  await newAccount(page, 'coordinator', displayName)
  await send(page, 'PUT', '/me/profile', { displayName, disciplines: ['intimacy'] })
  const declared = { code: 'IC-IPA', number: null, issuedOn: '2026-06-30', expiresOn: null }
  const credential = (await send(page, 'POST', '/me/credentials', declared)) as { id: string }
  await sendDocument(page, credential.id)
  return credential
}

/** To the last page of a queue, then down with J until the heading of the sheet, or the line below it, says the name. */
const walkTo = async (page: Page, path: string, name: string) => {
  const { total, perPage } = await (await page.request.get(`/api${path}`)).json()
  const [desk] = path.split('?')
  await page.goto(`${desk}?page=${Math.ceil(total / perPage)}`)
  await expect(page.getByLabel('Raccourcis d’une touche')).toBeChecked()
  const sheet = page.getByRole('article')
  for (let step = 0; step < perPage; step += 1) {
    if ((await sheet.textContent())?.includes(name)) return
    const url = page.url()
    await page.keyboard.press('j')
    await expect(page).not.toHaveURL(url)
  }
  await expect(sheet).toContainText(name)
}

test('a registrar verifies a company by keyboard alone, and its owner reads it', async ({
  page,
  browser,
  baseURL,
}) => {
  const name = `Film d’essai ${randomInt(1_000_000)}`
  const production = await aside(browser, baseURL ?? '', (other) => describeCompany(other, name))
  await signInAsRegistrar(page)
  await walkTo(page, '/registrar/companies?state=unverified', name)
  await page.keyboard.press('v')
  await expect(page.getByRole('radio', { name: /^Vérifier/ })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${name} : vérifiée.`)).toBeVisible()
  await production.page.goto('/company')
  await expect(production.page.getByText('Société vérifiée')).toBeVisible()
  await production.close()
})

test('a registrar confirms a credential by keyboard alone, and it is in the trail', async ({
  page,
  browser,
  baseURL,
}) => {
  const name = `Nolwenn Essai ${randomInt(1_000_000)}`
  const coordinator = await aside(browser, baseURL ?? '', (other) => declareCredential(other, name))
  await signInAsRegistrar(page)
  await walkTo(page, '/registrar/credentials?state=declared', name)
  await page.keyboard.press('c')
  await expect(page.getByRole('radio', { name: /^Confirmé par l’émetteur/ })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${name} : confirmé par l’émetteur.`)).toBeVisible()
  const mine = await (await coordinator.page.request.get('/api/me/credentials')).json()
  expect(mine.items).toMatchObject([{ id: coordinator.made.id, state: 'confirmed' }])
  await coordinator.close()

  await page.goto(`/registrar/audit?kind=credential.decided&subject=${coordinator.made.id}`)
  await expect(page.getByRole('cell', { name: coordinator.made.id.slice(0, 8) }).first()).toBeVisible()
})

test('a refusal wants its reason, a template gives one, and shortcuts can be switched off', async ({
  page,
  browser,
  baseURL,
}) => {
  const name = `Film refusé ${randomInt(1_000_000)}`
  const production = await aside(browser, baseURL ?? '', (other) => describeCompany(other, name))
  await signInAsRegistrar(page)
  await walkTo(page, '/registrar/companies?state=unverified', name)
  await page.getByLabel('Raccourcis d’une touche').uncheck()
  await page.keyboard.press('v')
  await expect(page.getByRole('radio', { name: /^Vérifier/ })).not.toBeChecked()
  await page.getByRole('radio', { name: /^Refuser/ }).check()
  await page.getByRole('button', { name: 'Décider, puis suivant' }).click()
  await expect(page.getByRole('alert')).toContainText('Cette décision demande un motif')
  await expect(page.getByRole('article')).toContainText(name)
  await expect(page.getByRole('radio', { name: /^Refuser/ })).toBeChecked()
  await page.getByLabel('Motif type').selectOption('Refuser — Établissement fermé')
  await expect(page.getByLabel('Motif, ou question')).toHaveValue(
    /^L’établissement BE 0\d+ est déclaré fermé/,
  )
  await page.getByRole('button', { name: 'Décider, puis suivant' }).click()
  await expect(page.getByText(`${name} : refusée.`)).toBeVisible()
  await production.page.goto('/company')
  await expect(production.page.getByText(/est déclaré fermé au répertoire/)).toBeVisible()
  await production.close()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a registrar opens an item by its link and decides with a template', async ({
    page,
    browser,
    baseURL,
  }) => {
    const name = `Film sans script ${randomInt(1_000_000)}`
    const production = await aside(browser, baseURL ?? '', (other) => describeCompany(other, name))
    await signInAsRegistrar(page)
    const { total, perPage } = await (
      await page.request.get('/api/registrar/companies?state=unverified')
    ).json()
    await page.goto(`/registrar/companies?page=${Math.ceil(total / perPage)}`)
    await page.getByRole('link', { name: new RegExp(name) }).click()
    await expect(page).toHaveURL(new RegExp(production.made.id))
    await page.getByRole('radio', { name: /^Suspendre/ }).check()
    await page.getByLabel('Motif, ou question').fill('Vu avec la direction.')
    await page.getByLabel('Motif type').selectOption('Suspendre — Signalements en examen')
    await page.getByRole('button', { name: 'Reprendre ce motif' }).click()
    await expect(page.getByLabel('Motif, ou question')).toHaveValue(
      new RegExp(`^Vu avec la direction.\nDes signalements concernant «\u00a0${name}`),
    )
    await page.getByRole('button', { name: 'Décider, puis suivant' }).click()
    await page.getByRole('button', { name: 'Suspendre' }).click()
    await expect(page.getByText(`${name} : suspendue.`)).toBeVisible()
    await production.page.goto('/company')
    await expect(production.page.getByText(/sont en cours d’examen/)).toBeVisible()
    await production.close()
  })
})

test('the desk and its lists are accessible in both languages, light, dark and narrow', async ({ page }) => {
  test.setTimeout(120_000)
  await signInAsRegistrar(page)
  const { items } = await (await page.request.get('/api/registrar/templates')).json()
  for (const path of [
    '/registrar',
    '/registrar/credentials',
    '/registrar/companies',
    '/registrar/templates',
    `/registrar/templates/${items[0].id}`,
    '/registrar/templates/new',
    '/registrar/audit',
    '/dev/mail',
  ])
    await expectAccessible(page, path)
})
