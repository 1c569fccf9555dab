import { randomUUID } from 'node:crypto'
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test'
import {
  aCoordinator,
  aProduction,
  aProject,
  inDays,
  mailLink,
  newAddress,
  type Person,
  site,
} from './people.ts'

const openAs = async (browser: Browser, person: Person): Promise<Page> => {
  const context = await browser.newContext({ storageState: await person.api.storageState(), baseURL: site })
  return context.newPage()
}

/** Walks there with the Tab key alone, and finds the focus shown there. */
const tabTo = async (page: Page, target: Locator) => {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < 150; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      const { outlineStyle, outlineWidth } = await target.evaluate((element) => {
        const style = getComputedStyle(element)
        return { outlineStyle: style.outlineStyle, outlineWidth: Number.parseFloat(style.outlineWidth) }
      })
      expect(outlineStyle).not.toBe('none')
      expect(outlineWidth).toBeGreaterThanOrEqual(2)
      return
    }
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key never reaches ${target}`)
}

test('a production chooses, reads over and sends, and a coordinator accepts, by keyboard alone', async ({
  browser,
}) => {
  test.setTimeout(90_000)
  const name = `Ghjulia Essai ${randomUUID().slice(0, 6)}`
  const [production, coordinator] = await Promise.all([
    aProduction(`Essai Films ${randomUUID().slice(0, 6)}`),
    aCoordinator(name),
  ])
  const page = await openAs(browser, production)
  await page.goto(`/projects/${await aProject(production, [inDays(60)])}`)
  const box = page.getByRole('checkbox', { name: `Choisir ${name}` })
  await tabTo(page, box)
  await page.keyboard.press('Space')
  await expect(box).toBeChecked()
  await tabTo(page, page.getByRole('button', { name: 'Relire la demande' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Relire, puis envoyer' })).toBeVisible()
  await tabTo(page, page.getByRole('radio', { name: /^Option/ }))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByRole('radio', { name: /^Ferme/ })).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await tabTo(page, page.getByLabel('Votre message'))
  await page.keyboard.type('Bonjour, un jour dans deux mois.')
  await tabTo(page, page.getByRole('button', { name: 'Envoyer' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('1 demande envoyée.')).toBeVisible()

  const desk = await openAs(browser, coordinator)
  await desk.goto('/me')
  await tabTo(desk, desk.getByRole('button', { name: 'Accepter l’option' }))
  await desk.keyboard.press('Enter')
  await expect(desk.getByText('Accepté. L’autre partie est prévenue.')).toBeVisible()
})

/** Walks to a field and types; to a box or a button and presses. */
const typeInto = async (page: Page, label: string | RegExp, text: string) => {
  await tabTo(page, page.getByLabel(label))
  await page.keyboard.type(text)
}
const press = async (page: Page, target: Locator, key: 'Enter' | 'Space') => {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

test('a request that cannot go says why first thing, and leads to the person', async ({ browser }) => {
  const name = `Ghjulia Essai ${randomUUID().slice(0, 6)}`
  const [production, coordinator] = await Promise.all([
    aProduction(`Essai Films ${randomUUID().slice(0, 6)}`),
    aCoordinator(name),
  ])
  const page = await openAs(browser, production)
  const project = await aProject(production, [inDays(1)])
  await page.goto(`/projects/${project}/request?coordinator=${coordinator.slug}`)
  await typeInto(page, 'Votre message', 'Bonjour, demain.')
  await press(page, page.getByRole('button', { name: 'Envoyer' }), 'Enter')
  const summary = page.getByRole('alert')
  await expect(summary).toBeFocused()
  await expect(summary).toContainText('il est trop tard pour une demande')
  await press(page, summary.getByRole('link', { name }), 'Enter')
  await expect(page.getByRole('checkbox', { name })).toBeFocused()
})

test('a coordinator lists a profile from the home page to its publication by keyboard alone', async ({
  page,
}) => {
  test.setTimeout(90_000)
  const email = newAddress('clavier')
  const name = `Nolwenn Essai ${randomUUID().slice(0, 6)}`
  const button = (label: string | RegExp) => page.getByRole('button', { name: label })
  const heading = (label: string) =>
    expect(page.getByRole('heading', { level: 1, name: label })).toBeVisible()

  await page.goto('/')
  await press(page, page.getByRole('link', { name: 'Créer mon profil' }), 'Enter')
  await heading('Créer un compte')
  await tabTo(page, page.getByLabel('Coordinatrice ou coordinateur').first())
  await typeInto(page, 'Votre nom', name)
  await typeInto(page, 'Adresse électronique', email)
  await typeInto(page, 'Mot de passe', 'quatre moulins bleus')
  await press(page, button('Créer un compte'), 'Enter')
  await heading('Qui et quoi')

  await page.goto(await mailLink(page.request, email))
  await press(page, button('Confirmer mon adresse'), 'Enter')
  await expect(page.getByText('Votre adresse est confirmée.')).toBeVisible()

  await page.goto('/me/profile')
  await heading('Qui et quoi')
  await press(page, page.getByRole('checkbox', { name: /^Intimité/ }), 'Space')
  await typeInto(page, 'Titre, dans la forme', 'coordinatrice d’intimité')
  // The list opens with its arrow; the levels follow one another.
  await tabTo(page, page.getByLabel('Niveau, Intimité'))
  await page.keyboard.press('ArrowDown')
  await press(page, button(/Continuer/), 'Enter')

  await heading('Où et comment')
  await press(page, page.getByRole('checkbox', { name: 'Corse' }), 'Space')
  await tabTo(page, page.getByLabel('Langue 1'))
  await page.keyboard.type('français')
  await press(page, button(/Continuer/), 'Enter')

  await heading('Titres et preuves')
  await page.goto('/me/profile/publish')
  await press(page, page.getByLabel('J’ai relu la première colonne'), 'Space')
  await press(page, button('Publier mon profil'), 'Enter')
  await expect(page.getByText('Votre profil est public.').first()).toBeVisible()
})

/** What has the focus, when something else lies over it or it is out of sight. */
const hiddenFocus = (page: Page) =>
  page.evaluate(() => {
    const focused = document.activeElement as HTMLInputElement | null
    if (!focused || focused === document.body) return undefined
    const { left, top, width, height } = focused.getBoundingClientRect()
    const seen = document.elementFromPoint(left + width / 2, top + height / 2)
    const own = [focused, ...(focused.labels ?? [])]
    return own.some((one) => one.contains(seen) || seen?.contains(one))
      ? undefined
      : focused.name || focused.textContent
  })

test('on a small phone nothing that takes the focus is hidden by what stays in sight', async ({
  browser,
}) => {
  const coordinator = await aCoordinator(`Ghjulia Essai ${randomUUID().slice(0, 6)}`)
  const page = await openAs(browser, coordinator)
  await page.setViewportSize({ width: 320, height: 640 })
  await page.goto('/me/profile/where')
  const last = page.getByRole('button', { name: /Continuer/ })
  const hidden: unknown[] = []
  for (let stop = 0; stop < 150; stop++) {
    await page.keyboard.press('Tab')
    hidden.push(await hiddenFocus(page))
    if (await last.evaluate((element) => element === document.activeElement)) break
  }
  await expect(last).toBeFocused()
  expect(hidden.filter((one) => one !== undefined)).toEqual([])
})
