import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible, violationsOf } from './accessibility.ts'
import { newAccount, origin, send, signInAsRegistrar } from './accounts.ts'
import { mailLink } from './people.ts'

const credential = 'Registre Bectu'

/** A published coordinator with a declared credential, signed in on this page. */
const aCoordinator = async (page: Page, displayName: string): Promise<string> => {
  const { email } = await newAccount(page, 'coordinator', displayName)
  const token = new URL(await mailLink(page.request, email), 'http://x').searchParams.get('token')
  await page.request.post('/api/accounts/verification', {
    data: { token },
    headers: { origin },
  })
  await send(page, 'PUT', '/me/profile', {
    displayName,
    disciplines: ['intimacy'],
    titleForm: 'coordinatrice d’intimité',
    regions: ['FR-BRE'],
    languages: [{ code: 'fr', level: 'native' }],
  })
  await send(page, 'PUT', '/me/profile/publication', { consent: true })
  const { id } = await send(page, 'POST', '/me/credentials', { code: 'IC-BECTU-REG', issuedOn: '2026-06-30' })
  return id
}

const decide = async (browser: Browser, home: string | undefined, id: string, ...decisions: object[]) => {
  const context = await browser.newContext({ baseURL: home ?? '' })
  const page = await context.newPage()
  await signInAsRegistrar(page)
  for (const decision of decisions)
    await send(page, 'POST', `/registrar/credentials/${id}/decisions`, { reason: 'Liste lue.', ...decision })
  await context.close()
}

const codeOn = async (page: Page): Promise<string> =>
  (await page.getByText(/^[0-9A-Z]{4}(-[0-9A-Z]{4}){2}$/).textContent())?.trim() ?? ''

test('a coordinator gives a code, a production checks it, a withdrawal shows at the next request', async ({
  page,
  browser,
  baseURL,
}) => {
  const id = await aCoordinator(page, 'Nolwenn Feuille')
  await decide(browser, baseURL, id, { decision: 'confirm', validUntil: '2030-06-30' })
  await page.goto('/me/credentials')
  await page.getByRole('button', { name: /^Créer un code de vérification/ }).click()
  await expect(page.getByText('Le code est prêt.')).toBeVisible()
  const code = await codeOn(page)

  const other = await browser.newContext({ baseURL: baseURL ?? '' })
  const visitor = await other.newPage()
  await visitor.goto('/')
  await visitor.getByRole('link', { name: 'Vérifier un titre' }).first().click()
  await visitor.getByLabel('Code').fill('K7QM')
  await visitor.getByRole('button', { name: 'Vérifier' }).click()
  await expect(visitor.getByRole('alert')).toContainText('douze lettres et chiffres')
  await expect(visitor.getByLabel('Code')).toHaveValue('K7QM')
  await visitor.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '))
  await visitor.getByRole('button', { name: 'Vérifier' }).click()
  await expect(visitor).toHaveURL(new RegExp(`/verify/${code}$`))
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Nolwenn Feuille')
  await expect(visitor.getByText('Confirmé par l’émetteur').first()).toBeVisible()
  await expect(visitor.getByText('30 juin 2030')).toBeVisible()
  await expect(
    visitor.getByRole('img', { name: `Code QR vers cette page de vérification, ${code}` }),
  ).toBeVisible()
  await expect(visitor.getByRole('button', { name: 'Imprimer' })).toBeVisible()
  const answer = await visitor.request.get(`/verify/${code}`)
  expect(answer.headers()['cache-control']).toContain('no-store')
  expect(answer.headers()['x-robots-tag']).toBe('noindex')
  await expectAccessible(visitor, `/verify/${code}`)

  await decide(browser, baseURL, id, {
    decision: 'withdraw',
    code: 'document-false',
    reason: 'cachet absent',
  })
  await visitor.goto(`/en/verify/${code}`)
  await expect(visitor.getByText('Withdrawn: this credential no longer holds')).toBeVisible()
  expect(await visitor.content()).not.toMatch(/cachet|document-false|false document/i)
  expect(await violationsOf(visitor)).toEqual([])

  await page.goto('/me/credentials')
  await page.getByRole('button', { name: new RegExp(`^Reprendre le code.*${code}`) }).click()
  await expect(page.getByText('Le code est repris.')).toBeVisible()
  const gone = await visitor.goto(`/verify/${code}`)
  expect(gone?.status()).toBe(404)
  await expect(visitor.getByRole('heading', { level: 1 })).toHaveText('Aucun titre sous ce code')
  await other.close()
})

test('what nobody checked cannot be shared, and an unpublished profile takes its codes along', async ({
  page,
  browser,
  baseURL,
}) => {
  const id = await aCoordinator(page, 'Aziliz Feuille')
  await page.goto('/me/credentials')
  await expect(page.getByText(credential).first()).toBeVisible()
  await expect(page.getByRole('button', { name: /^Créer un code/ })).toHaveCount(0)
  await decide(browser, baseURL, id, { decision: 'document-seen' })
  await page.reload()
  await page.getByRole('button', { name: /^Créer un code/ }).click()
  const code = await codeOn(page)
  await page.goto(`/verify/${code}`)
  await expect(page.getByText('Document vu par le registre').first()).toBeVisible()
  await page.request.delete('/api/me/profile/publication', {
    headers: { origin },
  })
  expect((await page.goto(`/verify/${code}`))?.status()).toBe(404)
  await page.goto('/me/credentials')
  await expect(page.getByText('ce code ne mène nulle part en ce moment')).toBeVisible()
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a code is given, checked and taken back', async ({ page, browser, baseURL }) => {
    const id = await aCoordinator(page, 'Rozenn Feuille')
    await decide(browser, baseURL, id, { decision: 'confirm' })
    await page.goto('/me/credentials')
    await page.getByRole('button', { name: /^Créer un code/ }).click()
    const code = await codeOn(page)
    await page.goto('/verify')
    await page.getByLabel('Code').fill(`https://ailleurs.example/verify/${code}`)
    await page.getByRole('button', { name: 'Vérifier' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Rozenn Feuille')
    await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden()
    await page.goto('/me/credentials')
    await page.getByRole('button', { name: /^Reprendre le code/ }).click()
    expect((await page.goto(`/verify/${code}`))?.status()).toBe(404)
  })
})

test('the field, a code that leads nowhere and the owner’s side are accessible', async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000)
  const id = await aCoordinator(page, 'Lena Feuille')
  await decide(browser, baseURL, id, { decision: 'confirm' })
  await send(page, 'POST', `/me/credentials/${id}/verification`, undefined)
  for (const path of ['/verify', '/verify/0123-4567-89AB', '/me/credentials'])
    await expectAccessible(page, path)
})

test('the sheet prints on one page with code, address and state', async ({ page, browser, baseURL }) => {
  const id = await aCoordinator(page, 'Enora Feuille')
  await decide(browser, baseURL, id, { decision: 'document-seen' }, { decision: 'confirm' })
  const { code } = await send(page, 'POST', `/me/credentials/${id}/verification`, undefined)
  await page.goto(`/verify/${code}`)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(`/verify/${code}`)).toBeVisible()
  await expect(page.getByRole('banner')).toBeHidden()
  const pdf = (await page.pdf({ format: 'A4', margin: { top: '12mm', bottom: '12mm' } })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
})
