import { randomInt } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { send, signInAsRegistrar } from './accounts.ts'
import { aCoordinator, ok } from './people.ts'

interface Entry {
  id: string
  version: number
  code: string
  fields: Record<string, unknown>
}

const unique = () => randomInt(1_000_000_000).toString(36)

/** A skill of this test alone: what others hold is left as it is. */
const newSkill = async (page: Page, nameFr: string): Promise<Entry> =>
  send(page, 'POST', '/registrar/catalogue', {
    code: `essai-${unique()}`,
    fields: { list: 'specialisms', nameFr, nameEn: `${nameFr} EN`, discipline: 'intimacy' },
  })

/** A published person who has the skill. */
const aPersonWith = async (code: string) => {
  const person = await aCoordinator('Solène Catalogue')
  const profile = await (await person.api.get('/api/me/profile')).json()
  await ok(
    person.api.put('/api/me/profile', {
      data: {
        displayName: 'Solène Catalogue',
        disciplines: ['intimacy'],
        titleForm: profile.titleForm,
        regions: ['FR-20R'],
        languages: [{ code: 'co', level: 'native' }],
        specialisms: [code],
        headline: { fr: 'Essai' },
        levels: { intimacy: 'experienced' },
      },
    }),
  )
  return person
}

test('a new name shows on profile and search at once, finds people, and can be put back', async ({
  page,
}) => {
  const first = `Roue ${unique()}`
  await signInAsRegistrar(page)
  const skill = await newSkill(page, first)
  const { slug } = await aPersonWith(skill.code)
  await page.goto(`/coordinators/${slug}`)
  await expect(page.getByText(first, { exact: true })).toBeVisible()

  const second = `Trapèze ${unique()}`
  await page.goto('/registrar/catalogue?list=specialisms')
  await page.getByRole('link', { name: first, exact: true }).click()
  await page.getByLabel('Nom français').fill(second)
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByText(`${second} : enregistré.`)).toBeVisible()
  await page.goto(`/coordinators/${slug}`)
  await expect(page.getByText(second, { exact: true })).toBeVisible()
  await page.goto(`/coordinators?specialism=${skill.code}`)
  await expect(page.getByRole('link', { name: second })).toBeVisible()
  const found = async () =>
    (await (await page.request.get(`/api/coordinators?q=${encodeURIComponent(`"${second}"`)}`)).json()).total
  await expect.poll(found, { timeout: 10_000 }).toBe(1)

  await page.goto(`/registrar/catalogue/${skill.id}`)
  const history = page.getByRole('region', { name: 'Historique' })
  await expect(history.getByRole('listitem').first()).toContainText('vous')
  await expect(history.locator('del')).toContainText([first])
  await history.getByRole('button', { name: 'Remettre cette version : la 1' }).click()
  await expect(page.getByText(`${first} : version 1 remise.`)).toBeVisible()
  await page.goto(`/coordinators/${slug}`)
  await expect(page.getByText(first, { exact: true })).toBeVisible()
})

test('what is retired is no longer offered, and stays with who has it', async ({
  page,
  browser,
  baseURL,
}) => {
  const name = `Voltige ${unique()}`
  await signInAsRegistrar(page)
  const skill = await newSkill(page, name)
  const { slug, email } = await aPersonWith(skill.code)
  await page.goto(`/registrar/catalogue/${skill.id}`)
  await expect(page.getByText('Une personne le porte.')).toBeVisible()
  await page.getByRole('button', { name: 'Retirer du choix' }).click()
  await expect(page.getByText(`${name} : retiré du choix.`)).toBeVisible()
  await page.goto(`/coordinators/${slug}`)
  await expect(page.getByText(name, { exact: true })).toBeVisible()
  const offeredTo = async (who: string, password: string) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '' })
    const other = await context.newPage()
    await send(other, 'POST', '/sessions', { email: who, password })
    await other.goto('/me/profile/who')
    const count = await other.getByRole('checkbox', { name }).count()
    await context.close()
    return count
  }
  expect(await offeredTo(email, 'quatre moulins bleus')).toBe(1)
  expect(await offeredTo('intimacy@demo.test', 'demo-repere-2027')).toBe(0)
})

test('a credential in creation is opened by an act of its own, with a confirmation', async ({ page }) => {
  await signInAsRegistrar(page)
  const code = `ESSAI-${unique()}`
  await page.goto('/registrar/catalogue?list=credentials')
  await page.getByRole('link', { name: 'Ajouter un titre' }).click()
  await page.getByLabel('Code').fill(code)
  await page.getByLabel('Nom français').fill(`Titre ${code}`)
  await page.getByLabel('Nom anglais').fill(`Credential ${code}`)
  await page.getByLabel('Émetteur').fill('École fictive')
  await page.getByLabel('Pays').selectOption('FR')
  await page.getByLabel('Écoproduction').check()
  await page.getByLabel('Nature').selectOption('training')
  await page.getByLabel('État').selectOption('in-creation')
  await page.getByLabel('Ces faits').selectOption('check')
  await page.getByRole('button', { name: 'Ajouter' }).click()
  await expect(page.getByText(`Titre ${code} : ajouté au catalogue.`)).toBeVisible()
  await page.getByRole('link', { name: `Titre ${code}` }).click()
  await page.getByRole('button', { name: 'Ouvrir ce titre' }).click()
  await expect(page.getByRole('alert')).toContainText('Cochez la case')
  await page.getByLabel('Ce titre existe').check()
  await page.getByRole('button', { name: 'Ouvrir ce titre' }).click()
  await expect(page.getByText(`Titre ${code} : en vigueur`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ouvrir ce titre' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Retirer du choix' }).click()
})

test('by keyboard alone an entry moves up its list', async ({ page }) => {
  await signInAsRegistrar(page)
  const name = `Échelle ${unique()}`
  const skill = await newSkill(page, name)
  await page.goto('/registrar/catalogue?list=specialisms')
  const names = () => page.locator('.entries > li .names a').allTextContents()
  const before = (await names()).map((text) => text.trim()).indexOf(name)
  const up = page.getByRole('button', { name: `Monter ${name}` })
  await page.getByRole('link', { name, exact: true }).focus()
  await page.keyboard.press('Tab')
  await expect(up).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`${name} : place ${before}.`)).toBeVisible()
  expect((await names()).map((text) => text.trim()).indexOf(name)).toBe(before - 1)
  await expect(page).toHaveURL(new RegExp(`#entry-${skill.code}$`))
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('a wrong field says so, a second editor is told, and nothing typed is lost', async ({ page }) => {
    await signInAsRegistrar(page)
    const skill = await newSkill(page, `Corde ${unique()}`)
    await page.goto(`/registrar/catalogue/${skill.id}`)
    await page.getByLabel('Nom anglais').fill('   ')
    await page.getByLabel('Nom français').fill('Corde lisse')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(page.getByRole('alert')).toContainText('De 1 à 120 caractères')
    await expect(page.getByLabel('Nom français')).toHaveValue('Corde lisse')

    await send(page, 'PUT', `/registrar/catalogue/${skill.id}`, {
      version: 1,
      fields: { ...skill.fields, nameEn: 'Somebody else was here' },
    })
    await page.getByLabel('Nom anglais').fill('Aerial rope')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(page.getByRole('alert')).toContainText('Quelqu’un a modifié cette entrée entre-temps')
    await expect(page.getByRole('definition').filter({ hasText: /^Somebody else was here$/ })).toBeVisible()
    await expect(page.getByLabel('Nom anglais')).toHaveValue('Aerial rope')
    await page.getByRole('button', { name: 'Enregistrer' }).click()
    await expect(page.getByText('Corde lisse : enregistré.')).toBeVisible()
    await page.getByRole('button', { name: 'Remettre cette version : la 2' }).click()
    await expect(page.getByLabel('Nom anglais')).toHaveValue('Somebody else was here')
  })
})

test('the pages of the catalogue are accessible in both languages, light, dark and narrow', async ({
  page,
}) => {
  test.setTimeout(180_000)
  await signInAsRegistrar(page)
  const skill = await newSkill(page, `Cerceau ${unique()}`)
  await send(page, 'PUT', `/registrar/catalogue/${skill.id}`, {
    version: 1,
    fields: { ...skill.fields, nameFr: 'Cerceau aérien' },
  })
  for (const path of [
    '/registrar/catalogue',
    '/registrar/catalogue?todo',
    '/registrar/catalogue/new?list=thresholds',
    `/registrar/catalogue/${skill.id}`,
  ])
    await expectAccessible(page, path)
})
