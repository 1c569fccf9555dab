import { randomInt } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, violationsOf } from './accessibility.ts'
import { signInAsRegistrar } from './accounts.ts'

/** Every test works on a section of its own and takes it away again: the sheets are everybody's. */
const unique = () => `Essai ${randomInt(1_000_000_000).toString(36)}`

/** One after the other: a sheet edited by two at once is refused to the second. */
test.describe.configure({ mode: 'default' })

const desk = '/registrar/job-sheets/intimacy'

const addSection = async (page: Page, heading: string) => {
  await page.goto(desk)
  await page.getByRole('link', { name: 'Ajouter une section' }).click()
  await page.getByLabel('Titre de la section, en français').fill(heading)
  await page.getByLabel('Titre de la section, en anglais').fill(`${heading} EN`)
  await page.getByLabel('Paragraphes, en français').fill('Premier paragraphe.\n\nSecond <b>paragraphe</b>.')
  await page.getByLabel('Paragraphes, en anglais').fill('First paragraph.')
  await page.getByLabel('Liste, en français').fill('une chose\nune autre')
}

const remove = async (page: Page, heading: string) => {
  await page.goto(desk)
  await page.getByRole('button', { name: `Supprimer, ${heading}` }).click()
  await expect(page.getByText(`Section supprimée : ${heading}.`)).toBeVisible()
}

const read = async (page: Page, address = '/professions/intimacy') => (await page.request.get(address)).text()

test('a section is previewed, published in both languages at once, changed, and put back', async ({
  page,
}) => {
  test.setTimeout(60_000)
  const heading = unique()
  await signInAsRegistrar(page)
  await addSection(page, heading)
  await page.getByRole('group', { name: 'Source 1' }).getByLabel('Titre, en français').fill('Une étude')
  await page.getByRole('group', { name: 'Source 1' }).getByLabel('Titre, en anglais').fill('A study')
  await page
    .getByRole('group', { name: 'Source 1' })
    .getByLabel('Publiée par, en français')
    .fill('La branche')
  await page.getByRole('group', { name: 'Source 1' }).getByLabel('Publiée par, en anglais').fill('The branch')
  await page.getByRole('group', { name: 'Source 1' }).getByLabel('Lue le').fill('14/03/2026')
  await page.getByRole('button', { name: 'Aperçu' }).click()
  const preview = page.getByRole('region', { name: 'Aperçu' })
  await expect(preview).toContainText('Second <b>paragraphe</b>.')
  await expect(preview).toContainText('Une étude, La branche')
  await expect(preview).toContainText('lue le 14 mars 2026')
  expect(await read(page)).not.toContain(heading)
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(page.getByText(`Publié : ${heading}.`)).toBeVisible()

  expect(await read(page)).toContain(heading)
  expect(await read(page, '/en/professions/intimacy')).toContain('First paragraph.')
  const raw = await (await page.request.get('/api/professions/intimacy')).json()
  expect(raw.sheet.sections.at(-1)).toMatchObject({
    paragraphs: { fr: ['Premier paragraphe.', 'Second <b>paragraphe</b>.'], en: ['First paragraph.'] },
    list: { fr: ['une chose', 'une autre'], en: [] },
    sources: [{ title: { fr: 'Une étude' }, url: null, readOn: '2026-03-14' }],
  })

  await page.goto(desk)
  await page.getByRole('link', { name: `Modifier, ${heading}` }).click()
  await page.getByLabel('Paragraphes, en anglais').fill('Another first paragraph.')
  await page.getByRole('button', { name: 'Publier' }).click()
  const history = page.getByRole('complementary', { name: 'Historique' })
  await expect(history.locator('ins').first()).toContainText('Another first paragraph.')
  await history
    .getByRole('button', { name: /^Remettre cette version/ })
    .first()
    .click()
  await expect(page.getByText(/^Version \d+ remise\.$/)).toBeVisible()
  expect(await read(page, '/en/professions/intimacy')).toContain('First paragraph.')
  expect(await read(page, '/en/professions/intimacy')).not.toContain('Another first paragraph.')
  await remove(page, heading)
  expect(await read(page)).not.toContain(heading)
})

test('what was typed for a section that another took away is kept, and can be published as a new one', async ({
  page,
}) => {
  const heading = unique()
  await signInAsRegistrar(page)
  await addSection(page, heading)
  await page.getByRole('button', { name: 'Publier' }).click()
  await page.getByRole('link', { name: `Modifier, ${heading}` }).click()
  await page.getByLabel('Paragraphes, en français').fill('Ce qui ne doit pas se perdre.')
  const other = await page.context().newPage()
  await remove(other, heading)
  await other.close()
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(page.getByRole('alert')).toContainText('Cette section a été supprimée entre-temps.')
  await expect(page.getByRole('alert')).toBeFocused()
  await expect(page.getByLabel('Titre de la section, en anglais')).toHaveValue(`${heading} EN`)
  await page.getByRole('button', { name: 'Publier' }).click()
  await expect(page.getByText(`Publié : ${heading}.`)).toBeVisible()
  expect(await read(page)).toContain('Ce qui ne doit pas se perdre.')
  await remove(page, heading)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('what is wrong is told at its field, and nothing typed is lost', async ({ page }) => {
    const heading = unique()
    await signInAsRegistrar(page)
    await addSection(page, heading)
    await page.getByLabel('Titre de la section, en anglais').fill(' ')
    await page.getByRole('group', { name: 'Source 1' }).getByLabel('Titre, en français').fill('Une étude')
    await page.getByRole('group', { name: 'Source 1' }).getByLabel('Lue le').fill('31/02/2026')
    await page.getByRole('button', { name: 'Publier' }).click()
    await expect(page.getByRole('alert')).toContainText('Un texte sur une ligne, dans les deux langues.')
    await expect(page.getByText('Un jour passé, comme 14/03/2027, ou rien.').first()).toBeVisible()
    await expect(page.getByLabel('Titre de la section, en français')).toHaveValue(heading)
    await expect(page.getByRole('group', { name: 'Source 1' }).getByLabel('Lue le')).toHaveValue('31/02/2026')
    expect(await read(page)).not.toContain(heading)
  })

  test('a section moves up and down, by keyboard', async ({ page }) => {
    const heading = unique()
    await signInAsRegistrar(page)
    await addSection(page, heading)
    await page.getByRole('button', { name: 'Publier' }).click()
    const order = async (): Promise<string[]> =>
      (await (await page.request.get('/api/professions/intimacy')).json()).sheet.sections.map(
        ({ heading: { fr } }: { heading: { fr: string } }) => fr,
      )
    const before = (await order()).indexOf(heading)
    await page.getByRole('button', { name: `Monter ${heading}` }).focus()
    await page.keyboard.press('Enter')
    await expect(page.getByText(`Section déplacée : ${heading}.`)).toBeVisible()
    expect((await order()).indexOf(heading)).toBe(before - 1)
    await remove(page, heading)
  })
})

test('a sheet names the credentials of its profession, and says what cannot be held yet', async ({
  page,
}) => {
  await page.goto('/professions/eco-production')
  const credentials = page.locator('#catalogue')
  await expect(credentials).toContainText('Certification Coordinateur·rice d’écoproduction')
  await expect(credentials).toContainText('personne ne peut encore le détenir')
  await expect(page.getByText('Indicatif, et non un conseil juridique').first()).toBeVisible()
  await page.getByRole('link', { name: 'Chercher une personne' }).click()
  await expect(page).toHaveURL(/\/coordinators\?discipline=eco-production/)
})

test('a sheet prints without what only a screen needs', async ({ page }) => {
  await page.goto('/professions/intimacy')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Chercher une personne' })).toBeHidden()
  await expect(page.getByRole('banner')).toBeHidden()
})

test('sheets and their editor are accessible in both languages, light, dark and narrow', async ({ page }) => {
  test.setTimeout(240_000)
  await expectAccessible(page, '/professions/intimacy')
  await signInAsRegistrar(page)
  for (const path of [
    '/registrar/job-sheets',
    desk,
    `${desk}/edit?section=law`,
    `${desk}/edit?new`,
    '/registrar/job-sheets/eco-production/edit',
  ])
    await expectAccessible(page, path)
  await page.goto(`${desk}/edit?section=law`)
  await page.getByRole('button', { name: 'Aperçu' }).click()
  expect(await violationsOf(page)).toEqual([])
})
