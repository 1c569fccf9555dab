import { type APIRequestContext, expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { holdScripts, scriptsRun } from './scripts.ts'

const msPerDay = 86_400_000
/** A day so far from now, as the api writes it. */
const dayFromNow = (count: number) => new Date(Date.now() + count * msPerDay).toISOString().slice(0, 10)
/** The same as a French hand writes it. */
const typed = (day: string) => day.split('-').reverse().join('/')
/** Scattered days, with gaps, within the horizon of the demo calendars. */
const scattered = [40, 41, 42, 47, 55].map(dayFromNow)

const totalOf = async (request: APIRequestContext, query: string): Promise<number> =>
  (await (await request.get(`/api/coordinators?${query}`)).json()).total

const heading = (page: Page) => page.getByRole('heading', { level: 1 })

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('profession, region, evidence and typed days combine as the api says', async ({ page, request }) => {
      await page.goto('/coordinators')
      await page.getByRole('radio', { name: 'Intimité' }).check({ force: true })
      await page.getByRole('checkbox', { name: 'Bretagne' }).check()
      await page.getByRole('radio', { name: /^Document vu/ }).check()
      await page.getByRole('textbox', { name: 'Jours de tournage' }).fill(scattered.map(typed).join(', '))
      await page.getByRole('button', { name: 'Rechercher', exact: true }).click()
      await expect(page).toHaveURL(/days=/)
      await page.getByRole('radio', { name: /^Tous, inconnus compris/ }).check()
      if (!javaScriptEnabled) await page.getByRole('button', { name: 'Rechercher', exact: true }).click()
      const total = await totalOf(
        request,
        `discipline=intimacy&region=FR-BRE&credentialState=document-seen&days=${scattered}&availability=any`,
      )
      expect(total).toBeGreaterThan(0)
      await expect(heading(page)).toHaveText(
        new RegExp(`^${total}\\s+personnes? pour l’intimité, en Bretagne$`),
      )
      await expect(page.getByRole('list', { name: 'Filtres appliqués' }).getByRole('link')).toHaveCount(5)
    })

    test('a chip takes its filter away and leaves the others', async ({ page }) => {
      await page.goto('/coordinators?discipline=eco-production&region=FR-BRE&language=en')
      await page.getByRole('link', { name: 'Retirer Bretagne' }).click()
      await expect(page).toHaveURL(/\?discipline=eco-production&language=en$/)
      await expect(page.getByRole('checkbox', { name: 'Bretagne' })).not.toBeChecked()
    })

    test('days that do not exist are refused where they were typed, with what was meant', async ({
      page,
    }) => {
      await page.goto('/coordinators?days=31/02/2027&discipline=intimacy')
      const field = page.getByRole('textbox', { name: 'Jours de tournage' })
      await expect(field).toHaveValue('31/02/2027')
      await expect(field).toHaveAccessibleDescription(/Février.2027 a 28.jours/)
      await expect(page.getByText('La recherche ci-dessous est sans dates.')).toBeVisible()
    })

    test('nobody found: each filter says what its removal leaves', async ({ page, request }) => {
      const query = 'discipline=intimacy&language=lsf&credential=IC-SAG-REG&region=FR-20R'
      expect(await totalOf(request, query)).toBe(0)
      await page.goto(`/coordinators?${query}`)
      await expect(heading(page)).toHaveText('Personne ne réunit ces critères.')
      const without = await totalOf(request, 'discipline=intimacy&language=lsf&region=FR-20R')
      const row = page.getByRole('row', { name: /SAG-AFTRA/ })
      await expect(row).toContainText(String(without))
    })

    test('from a result to the profile, the asked days come along', async ({ page }) => {
      const [from, to] = [dayFromNow(40), dayFromNow(42)]
      await page.goto(`/coordinators?discipline=intimacy&from=${from}&to=${to}&availability=any`)
      const first = page.getByRole('article').first().getByRole('link').first()
      const name = (await first.textContent()) ?? ''
      await first.click()
      await expect(heading(page)).toHaveText(name)
      await expect(page).toHaveURL(new RegExp(`from=${from}&to=${to}`))
      await expect(page.getByText('Vos jours viennent de la recherche.')).toBeVisible()
      await expect(page.getByRole('link', { name: 'Se connecter pour demander' })).toHaveAttribute(
        'href',
        /next=.*coordinator%3D/,
      )
      await page.getByRole('link', { name: /^Recherche\s:/ }).click()
      await expect(page).toHaveURL(new RegExp(`/coordinators\\?from=${from}&to=${to}`))
    })
  })

test('each choice answers at once, keeps the focus, and is undone by going back', async ({ page }) => {
  await page.goto('/coordinators?discipline=intimacy')
  // Without the count: other journeys publish people meanwhile.
  const before = /^\s*\d+\s+personnes\s+pour\s+l’intimité\s*$/
  await expect(heading(page)).toHaveText(before)
  const box = page.getByRole('checkbox', { name: 'Bretagne' })
  await box.focus()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/region=FR-BRE/)
  await expect(heading(page)).toHaveText(/en Bretagne$/)
  await expect(box).toBeFocused()
  await page.goBack()
  await expect(heading(page)).toHaveText(before)
  await expect(box).not.toBeChecked()
})

test('a profile opened far down the list begins at its top, and the way back finds the same place', async ({
  page,
}) => {
  await page.goto('/coordinators')
  await expect(page.getByRole('button', { name: 'Mois suivant' })).toBeVisible()
  const far = page.locator('[data-result]').nth(9)
  await far.focus()
  const offset = () => page.evaluate(() => scrollY)
  const before = await offset()
  expect(before).toBeGreaterThan(200)
  const name = (await far.textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name })).toBeInViewport()
  expect(await offset()).toBe(0)
  await page.goBack()
  await expect(far).toBeVisible()
  await expect.poll(offset).toBe(before)
})

test('the month chooses the same days as the typed field', async ({ page }) => {
  const day = dayFromNow(40)
  await page.goto(`/coordinators?from=${day}&to=${day}`)
  const button = page.locator(`[data-day="${day}"]`)
  await button.click()
  await expect(page).not.toHaveURL(/from=/)
  await expect(page.getByRole('textbox', { name: 'Jours de tournage' })).toHaveValue('')
})

test('a wrong value in the address is named and left out', async ({ page, request }) => {
  await page.goto('/coordinators?discipline=intimacy&specialism=nothing-such')
  await expect(page.getByText(/n’est pas appliquée.: Compétence/)).toBeVisible()
  await expect(heading(page)).toContainText(String(await totalOf(request, 'discipline=intimacy')))
})

test('on a phone, filters stand in a sheet that says how many it leaves', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/coordinators?discipline=intimacy&region=FR-IDF')
  await page.getByRole('link', { name: /^Filtres/ }).click()
  const sheet = page.getByRole('complementary', { name: 'Filtres' })
  await expect(sheet).toBeVisible()
  await expect(page.getByRole('link', { name: 'Fermer les filtres' })).toBeFocused()
  await sheet.getByRole('checkbox', { name: /^anglais/ }).check()
  await expect(page).toHaveURL(/language=en/)
  await sheet.getByRole('button', { name: /^Voir \d+/ }).click()
  await expect(sheet).toBeHidden()
  await expect(heading(page)).toBeVisible()
})

test('days typed while an answer is on its way are still there when it comes', async ({ page }) => {
  await page.goto('/coordinators')
  await scriptsRun(page)
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  await page.route('**/coordinators/__data.json?*', async (route) => {
    await answered
    await route.continue()
  })
  await page.getByRole('radio', { name: /^Document vu/ }).check()
  const field = page.getByRole('textbox', { name: 'Jours de tournage' })
  await field.fill(scattered.map(typed).join(', '))
  answer()
  await expect(page).toHaveURL(/credentialState=document-seen/)
  await page.getByRole('button', { name: 'Rechercher', exact: true }).click()
  await expect(page).toHaveURL(/credentialState=document-seen.*days=/)
})

test('words typed while the router still learns where a search leads end with the last letter', async ({
  page,
}) => {
  const { promise: learned, resolve: tell } = Promise.withResolvers<void>()
  await page.route('**/coordinators/__route.js', async (route) => {
    await learned
    await route.continue()
  })
  await page.goto('/coordinators')
  await scriptsRun(page)
  await page.getByRole('combobox', { name: 'Mots' }).pressSequentially('bilan carbone')
  tell()
  await expect(page).toHaveURL(/q=bilan\+carbone(&|$)/)
})

test('a choice made before the scripts came is kept and followed', async ({ page }) => {
  const come = await holdScripts(page)
  await page.goto('/coordinators')
  await page.getByRole('radio', { name: /^Document vu/ }).check()
  await page.getByRole('checkbox', { name: 'Bretagne' }).check()
  come()
  await expect(page).toHaveURL(/credentialState=document-seen.*region=FR-BRE/)
  await expect(page.getByRole('radio', { name: /^Document vu/ })).toBeChecked()
})

test('filters that a phone opened before the scripts came are taken over, and closed by a key', async ({
  page,
}) => {
  const come = await holdScripts(page)
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/coordinators?discipline=intimacy', { waitUntil: 'domcontentloaded' })
  const open = page.getByRole('link', { name: /^Filtres/ })
  await open.click()
  const sheet = page.getByRole('complementary', { name: 'Filtres' })
  await expect(sheet).toBeVisible()
  come()
  await expect(page.getByRole('link', { name: 'Fermer les filtres' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(sheet).toBeHidden()
  await expect(open).toBeFocused()
})

test('people ticked while searching are asked together, with the days of the search', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('Adresse électronique').fill('production1@demo.test')
  await page.getByLabel('Mot de passe').fill('demo-repere-2027')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto(
    `/coordinators?discipline=eco-production&from=${dayFromNow(40)}&to=${dayFromNow(41)}&availability=any`,
  )
  const ticks = page.getByRole('checkbox', { name: /^Retenir / })
  await ticks.nth(0).check({ force: true })
  await ticks.nth(2).check({ force: true })
  await page.getByRole('button', { name: 'Demander à ces 2 personnes' }).click()
  await expect(page).toHaveURL(/\/requests\/new\?/)
  const { searchParams } = new URL(page.url())
  expect(searchParams.getAll('coordinator')).toHaveLength(2)
  expect(searchParams.get('from')).toBe(dayFromNow(40))
  await expect(heading(page)).toHaveCount(1)
})

test('a profile prints on one page', async ({ page, request }) => {
  await page.goto(`/coordinators/${await profileOf(request, 'intimacy')}?days=${scattered}`)
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1)
})

test('a profile that is not published is nobody’s page', async ({ page }) => {
  expect((await page.goto('/coordinators/nobody-of-that-name'))?.status()).toBe(404)
})

const profileOf = async (request: APIRequestContext, discipline: string): Promise<string> => {
  const found = await request.get(
    `/api/coordinators?discipline=${discipline}&credentialState=confirmed&sort=name`,
  )
  return (await found.json()).items[0].slug
}

const days = `days=${scattered}`
const views = {
  search: '/coordinators',
  'search by days': `/coordinators?discipline=intimacy&region=FR-IDF&${days}&availability=any`,
  'nobody found': '/coordinators?discipline=intimacy&language=lsf&credential=IC-SAG-REG&region=FR-20R',
}
for (const [view, address] of Object.entries(views))
  test(`${view} is accessible in both languages, light, dark and narrow`, ({ page }) =>
    expectAccessible(page, address))

for (const discipline of ['intimacy', 'eco-production'])
  test(`a profile of ${discipline} is accessible in both languages, light, dark and narrow`, async ({
    page,
    request,
  }) => expectAccessible(page, `/coordinators/${await profileOf(request, discipline)}?${days}`))
