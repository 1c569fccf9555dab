import { type Browser, expect, type Page, test } from '@playwright/test'
import { violationsOf } from './accessibility.ts'
import { signInAsRegistrar, signInAtTheDoor } from './accounts.ts'
import { type Person, site } from './people.ts'
import {
  aCompany,
  aDeclaration,
  declared,
  openWhere,
  sheet,
  stateOf,
  unique,
  unverified,
  walk,
} from './registrar-queue.ts'
import { scriptsRun } from './scripts.ts'

const tabTo = async (page: Page, role: 'combobox' | 'button', name: string) => {
  const target = page.getByRole(role, { name })
  for (let stop = 0; stop < 40; stop += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not reach ${name}`)
}

test('ten items are decided by keyboard alone, each with the next one read out', async ({ page }) => {
  test.setTimeout(180_000)
  const credentials = await Promise.all(
    [1, 2, 3, 4, 5]
      .map(() => unique('Maëlle Matin'))
      .map(async (name) => ({ name, person: await aDeclaration(name) })),
  )
  const companies = await Promise.all(
    [1, 2, 3, 4, 5]
      .map(() => unique('Matin Films'))
      .map(async (name) => ({ name, person: await aCompany(name) })),
  )
  await signInAtTheDoor(page)
  await expect(page.getByRole('heading', { level: 1, name: 'Ce qui attend' })).toBeVisible()

  let left = credentials.map(({ name }) => name)
  while (left.length > 0) {
    const name = await walk(page, declared, left)
    await page.keyboard.press('c')
    await expect(page.getByRole('radio', { name: /^Confirmé par l’émetteur/ })).toBeChecked()
    await tabTo(page, 'combobox', 'Motif type')
    await page.keyboard.press('ArrowDown')
    await expect(page.getByLabel('Motif, ou question')).toHaveValue(/^Nom présent sur la liste publique/)
    await tabTo(page, 'button', 'Décider, puis suivant')
    await page.keyboard.press('Enter')
    await expect(
      page.getByRole('status').filter({ hasText: `${name} : confirmé par l’émetteur.` }),
    ).toBeVisible()
    left = left.filter((one) => one !== name)
    if (left.length > 0) await expect(sheet(page).getByRole('heading', { level: 2 })).toBeFocused()
  }

  left = companies.map(({ name }) => name)
  await openWhere(page, unverified, left[0] ?? '')
  while (left.length > 0) {
    const name = await walk(page, unverified, left)
    await page.keyboard.press('v')
    await expect(page.getByRole('radio', { name: /^Vérifier/ })).toBeChecked()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: `${name} : vérifiée.` })).toBeVisible()
    left = left.filter((one) => one !== name)
  }
  for (const { person } of credentials) expect(await stateOf(person, '/api/me/credentials')).toBe('confirmed')
  for (const { person } of companies) expect(await stateOf(person, '/api/companies/current')).toBe('verified')
})

test('a page that others emptied meanwhile shows the end of the queue, and what was done there is said', async ({
  page,
}) => {
  const name = unique('Maëlle Bout')
  await aDeclaration(name)
  await signInAsRegistrar(page)
  for (const kind of ['companies', 'credentials']) {
    await page.goto(`/registrar/${kind}?page=9000`)
    await expect(page.getByRole('list', { name: 'File' }).getByRole('listitem').first()).toBeVisible()
  }
  await expect(page.getByLabel('Raccourcis d’une touche')).toBeChecked()
  await walk(page, declared, [name])
  await page.keyboard.press('d')
  await page.getByLabel('Motif, ou question').fill('Quel est le numéro de votre certificat ?')
  await page.getByRole('button', { name: 'Décider, puis suivant' }).click()
  await expect(page.getByRole('status').filter({ hasText: `${name} : question envoyée.` })).toBeVisible()
  await expect(sheet(page).getByRole('heading', { level: 2 })).toBeFocused()
})

test('a suspension is read over first, and the Enter key alone does not take it', async ({ page }) => {
  const name = unique('Film à suspendre')
  const company = await aCompany(name)
  await signInAsRegistrar(page)
  await walk(page, unverified, [name])
  await page.keyboard.press('s')
  await page.getByLabel('Motif type').selectOption('Suspendre — Usurpation possible')
  await page.getByRole('button', { name: 'Décider, puis suivant' }).click()
  await expect(page.getByRole('heading', { name: 'Suspendre cette société' })).toBeFocused()
  await page.keyboard.press('Enter')
  expect(await stateOf(company, '/api/companies/current')).toBe('unverified')
  await page.getByRole('button', { name: 'Revenir au formulaire' }).click()
  await expect(page.getByLabel('Motif, ou question')).toHaveValue(/utilisé sans son accord/)
  await page.getByRole('button', { name: 'Décider, puis suivant' }).click()
  await page.getByRole('button', { name: 'Suspendre', exact: true }).click()
  await expect(page.getByText(`${name} : suspendue.`)).toBeVisible()
  expect(await stateOf(company, '/api/companies/current')).toBe('suspended')
})

const openAs = async (browser: Browser, person: Person): Promise<Page> => {
  const context = await browser.newContext({ storageState: await person.api.storageState(), baseURL: site })
  return context.newPage()
}

test('a registrar asks, the person answers in their own browser, and it is back in the queue', async ({
  page,
  browser,
}) => {
  const name = unique('Tess Question')
  const person = await aDeclaration(name)
  await signInAsRegistrar(page)
  await walk(page, declared, [name])
  await page.keyboard.press('d')
  await expect(page.getByRole('radio', { name: /^Demander une précision/ })).toBeChecked()
  await page.getByLabel('Motif, ou question').fill('Quel est le numéro de votre certificat ?')
  await page.getByRole('button', { name: 'Décider, puis suivant' }).click()
  await expect(page.getByText(`${name} : question envoyée.`)).toBeVisible()
  await page.goto('/registrar/credentials?state=asked')
  await expect(page.getByRole('list', { name: 'File' })).toContainText(name)

  const mails = await (await page.request.get(`/api/dev/mail?to=${encodeURIComponent(person.email)}`)).json()
  expect(mails[0].subject).toMatch(/^Une question du registre/)
  expect(mails[0].text).not.toContain('numéro de votre certificat')
  const theirs = await openAs(browser, person)
  await theirs.setViewportSize({ width: 390, height: 844 })
  await theirs.goto('/me/credentials')
  await expect(theirs.getByText('Quel est le numéro de votre certificat ?')).toBeVisible()
  expect(await violationsOf(theirs)).toEqual([])
  await theirs.getByLabel('Votre réponse').fill('C’est le 4471.')
  await theirs.getByRole('button', { name: 'Répondre' }).click()
  await expect(theirs.getByText('Réponse envoyée.')).toBeVisible()
  await theirs.context().close()

  await openWhere(page, declared, name)
  await walk(page, declared, [name])
  await expect(page.getByText('C’est le 4471.')).toBeVisible()
  await expect(page.getByRole('link', { name: new RegExp(`${name}.*réponse reçue`, 's') })).toBeVisible()
})

test('a company reads its question and answers it', async ({ page, browser }) => {
  const name = unique('Film à préciser')
  const company = await aCompany(name)
  await signInAsRegistrar(page)
  await walk(page, unverified, [name])
  await page.keyboard.press('d')
  await page.getByLabel('Motif type').selectOption('Demander une précision — Projet en cours')
  await page.getByRole('button', { name: 'Décider, puis suivant' }).click()
  await expect(page.getByText(`${name} : question envoyée.`)).toBeVisible()
  const theirs = await openAs(browser, company)
  await theirs.goto('/company')
  await expect(theirs.getByText(new RegExp(`Quel projet «\u00a0${name}`))).toBeVisible()
  await theirs.getByLabel('Votre réponse').fill('Un court métrage.')
  await theirs.getByRole('button', { name: 'Répondre' }).click()
  await expect(theirs.getByText('Réponse envoyée.')).toBeVisible()
  await theirs.context().close()
})

test('a registrar writes a template, uses it, and takes it off the list', async ({ page }) => {
  const title = unique('Photocopie')
  const name = unique('Lou Modèle')
  await aDeclaration(name)
  await signInAsRegistrar(page)
  await page.goto('/registrar/templates/new')
  await page.getByLabel('Sert à').selectOption('credential-refuse')
  await page.getByLabel('Nom, en français').fill(title)
  await page.getByLabel('Nom, en anglais').fill(title)
  await page.getByLabel('Texte, en français').fill('{person}, la copie est incomplète, {société}.')
  await page.getByLabel('Texte, en anglais').fill('{person}, the copy is {company}.')
  await page.getByRole('button', { name: 'Ajouter' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await scriptsRun(page)
  await page.getByLabel('Texte, en français').fill('{person}, la copie est incomplète.')
  await page.getByLabel('Texte, en anglais').fill('{person}, the copy is incomplete.')
  await page.getByRole('button', { name: 'Ajouter' }).click()
  await expect(page.getByText('Motif type ajouté.')).toBeVisible()
  await walk(page, declared, [name])
  await page.keyboard.press('r')
  await page.getByLabel('Motif type').selectOption(`Refuser — ${title}`)
  await expect(page.getByLabel('Motif, ou question')).toHaveValue(`${name}, la copie est incomplète.`)
  await page.goto('/registrar/templates')
  await page.getByRole('link', { name: `Modifier «\u00a0${title}\u00a0»` }).click()
  await expect(page.getByText(/ajouté\./)).toBeVisible()
  await page.getByRole('button', { name: 'Ne plus proposer' }).click()
  await expect(page.getByText('Motif type retiré de la liste.')).toBeVisible()
})
