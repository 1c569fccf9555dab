import { expect, type Page, test } from '@playwright/test'
import { scriptsRun } from './scripts.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('the keys of one character are switched off, and stay so', async ({ page }) => {
  await page.goto('/coordinators')
  await scriptsRun(page)
  const keys = page.getByRole('checkbox', { name: /^Touche/ })
  const words = page.getByRole('combobox', { name: 'Mots' })
  await keys.uncheck()
  await page.reload()
  await expect(keys).not.toBeChecked()
  await page.keyboard.press('/')
  await expect(words).not.toBeFocused()
  await keys.check()
  await page.getByRole('heading', { level: 1 }).click()
  await page.keyboard.press('/')
  await expect(words).toBeFocused()
})

test('a search by keyboard: slash to the words, arrows between results, s to keep one', async ({ page }) => {
  await page.goto('/coordinators')
  // The month stands only where scripts run: the keys are listened to from then on.
  await expect(page.getByRole('button', { name: 'Mois suivant' })).toBeVisible()
  await page.keyboard.press('/')
  const words = page.getByRole('combobox', { name: 'Mots' })
  await expect(words).toBeFocused()
  await page.keyboard.type('coordinatrice')
  await expect(page).toHaveURL(/q=coordinatrice$/)
  await expect(page.getByRole('option').first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(words).toHaveValue('coordinatrice')
  await page.keyboard.press('ArrowDown')
  const results = page.locator('[data-result]')
  await expect(results.nth(0)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(results.nth(1)).toBeFocused()
  await page.keyboard.press('s')
  const name = await results.nth(1).textContent()
  await expect(page.getByRole('checkbox', { name: `Retenir ${name}` })).toBeChecked()
  await expect(page.getByRole('button', { name: 'Demander à cette personne' })).toBeVisible()

  // One link from the list to the selection; what is let go of leaves the focus on what brings it back.
  await page.getByRole('link', { name: 'Votre sélection' }).focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('button', { name: `Retirer ${name} de la sélection` })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Annuler' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Votre sélection' })).toBeFocused()
  await expect(page.getByRole('checkbox', { name: `Retenir ${name}` })).toBeChecked()
})

test('a search says once, after a pause, what it found; one link leads there past the filters', async ({
  page,
}) => {
  await page.goto('/coordinators')
  await expect(page.getByRole('button', { name: 'Mois suivant' })).toBeVisible()
  const said = await page.evaluateHandle(() => {
    const heard: string[] = []
    new MutationObserver((changes) => {
      for (const { target } of changes) {
        const region = (target instanceof Element ? target : target.parentElement)?.closest(
          '[role=status], [aria-live=assertive]:not([aria-hidden=true])',
        )
        if (region?.textContent) heard.push(region.textContent)
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    return heard
  })
  await page.keyboard.press('/')
  await page.keyboard.type('coordinatrice')
  await expect(page).toHaveURL(/q=coordinatrice$/)
  const status = page.locator('#results [role=status]')
  await expect(status).toHaveText(/personnes/)
  expect(await said.jsonValue()).toEqual([await status.textContent()])

  await page.keyboard.press('Escape')
  for (let stop = 0; stop < 3; stop++) await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Aller aux résultats' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('a filter taken away and a page turned leave the focus on what was found', async ({ page }) => {
  await page.goto('/coordinators?discipline=intimacy&language=en')
  await expect(page.getByRole('button', { name: 'Mois suivant' })).toBeVisible()
  await page.getByRole('link', { name: 'Retirer anglais' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(/language/)
  await expect(heading(page)).toBeFocused()
  await page.getByRole('link', { name: 'Suivant' }).focus()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/page=2/)
  await expect(heading(page)).toBeFocused()
  await expect(heading(page)).toBeInViewport()
})
