import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { newAccount, origin, send } from './accounts.ts'
import { mailLink } from './people.ts'

const year = new Date().getUTCFullYear() + 1
const january = `${year}-01`

const holiday = {
  from: `${january}-12`,
  to: `${january}-14`,
  kind: 'unavailable',
  reason: 'leave',
  note: 'chez ma sœur',
}
const written = {
  blocks: [holiday, { from: `${january}-20`, to: `${january}-20`, kind: 'tentative', note: null }],
  weekly: [],
  knownUntil: `${january}-31`,
}

const aCalendar = async (page: Page) => {
  await newAccount(page, 'coordinator', 'Nolwenn Essai')
  await send(page, 'PUT', '/me/availability', written)
}

const ownCalendar = async (page: Page) => (await page.request.get('/api/me/availability')).json()

/** Public, with an address proven: what a pause is for. */
const publish = async (page: Page) => {
  const { email } = await newAccount(page, 'coordinator', 'Nolwenn Essai')
  const link = new URL(await mailLink(page.request, email), origin)
  await send(page, 'POST', '/accounts/verification', { token: link.searchParams.get('token') })
  const { slug } = await send(page, 'PUT', '/me/profile', {
    displayName: 'Nolwenn Essai',
    disciplines: ['intimacy'],
    regions: ['FR-BRE'],
    languages: [{ code: 'fr', level: 'native' }],
  })
  await send(page, 'PUT', '/me/profile/publication', { consent: true })
  return slug as string
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('twelve months, a list, and what a production reads are a link away, and stay after a change', async ({
      page,
    }) => {
      await aCalendar(page)
      await page.goto(`/me/calendar?month=${january}`)
      await page.getByRole('link', { name: 'Liste', exact: true }).click()
      await expect(page.getByRole('heading', { level: 3, name: `Janvier ${year}` })).toBeVisible()
      const row = page.getByRole('listitem').filter({ hasText: 'Congés, chez ma sœur' })
      await expect(row).toContainText('se lit « pris »')

      await page.getByRole('link', { name: 'Vu par une production' }).click()
      await expect(page.getByText('quatre états, jamais un motif')).toBeVisible()
      await expect(page.getByText('chez ma sœur')).toHaveCount(0)
      const reading = page.getByRole('region', { name: `Janvier ${year}` }).getByRole('listitem')
      await expect(reading.filter({ hasText: 'pris' })).toContainText('12 au 14')
      await expect(reading.filter({ hasText: 'en option' })).toContainText('20')

      await page.getByRole('link', { name: 'Douze mois', exact: true }).click()
      await expect(page.getByRole('table').filter({ hasText: `décembre ${year}` })).toHaveCount(1)
      await page.getByRole('link', { name: 'Pour vous' }).click()
      await page.getByLabel('Du', { exact: true }).fill(`30/01/${year}`)
      await page.getByRole('button', { name: /^Marquer/ }).click()
      await expect(page.getByText('Marqué : 1 jour.')).toBeVisible()
      await expect(page).toHaveURL(/view=year/)
    })

    test('the mailed question is answered by a button, never by opening the page', async ({ page }) => {
      await aCalendar(page)
      const { confirmedAt } = await ownCalendar(page)
      await page.goto('/me/calendar/still-right')
      await expect(
        page.getByRole('heading', { level: 1, name: 'Ce calendrier est-il encore juste' }),
      ).toBeVisible()
      expect((await ownCalendar(page)).confirmedAt).toBe(confirmedAt)
      await page.getByRole('button', { name: 'Toujours juste' }).click()
      await expect(page.getByText('Calendrier confirmé.')).toBeVisible()
      expect((await ownCalendar(page)).confirmedAt > confirmedAt).toBe(true)
    })

    test('a pause says its last day, on the page too, and can be lifted', async ({ page }) => {
      const slug = await publish(page)
      await page.goto('/me/profile/publish')
      await page.getByLabel('Jusqu’au').fill('31/02')
      await page.getByRole('button', { name: 'Mettre en pause' }).click()
      await expect(page.getByLabel('Jusqu’au')).toHaveValue('31/02')
      await expect(page.getByLabel('Jusqu’au')).toHaveAttribute('aria-invalid', 'true')
      await page.getByLabel('Jusqu’au').fill(`15/01/${year}`)
      await page.getByRole('button', { name: 'Mettre en pause' }).click()
      await expect(page.getByText(`jusqu’au 15 janv. ${year} inclus`).first()).toBeVisible()
      await page.goto(`/coordinators/${slug}`)
      await expect(page.getByText(`De retour le 16 janv. ${year}.`).first()).toBeVisible()
      await page.goto('/me/calendar?as=production')
      await expect(page.getByText('Votre profil est en pause')).toBeVisible()
      await page.goto('/me/profile/publish')
      await page.getByRole('button', { name: 'Reprendre' }).click()
      await expect(page.getByRole('heading', { name: 'Mettre en pause' })).toBeVisible()
    })
  })

test('Shift reaches from the last choice, by keys and by mouse, and Ctrl Z takes the last change back', async ({
  page,
}) => {
  await aCalendar(page)
  await page.goto(`/me/calendar?month=${january}`)
  const day = (date: string) => page.locator(`[data-day="${date}"]`)
  const from = page.getByLabel('Du', { exact: true })
  const to = page.getByRole('textbox', { name: /^Au/ })
  await expect(day(`${january}-05`)).toHaveAttribute('role', 'gridcell')
  await day(`${january}-05`).click()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(from).toHaveValue(`05/01/${year}`)
  await expect(to).toHaveValue(`13/01/${year}`)
  await page.keyboard.press('Shift+ArrowUp')
  await page.keyboard.press('Shift+ArrowUp')
  // Past where it began, the range turns round.
  await expect(from).toHaveValue(`30/12/${year - 1}`)
  await expect(to).toHaveValue(`05/01/${year}`)
  await day(`${january}-08`).click({ modifiers: ['Shift'] })
  await expect(to).toHaveValue(`08/01/${year}`)
  await page.getByRole('button', { name: 'Marquer indisponible : 4 jours' }).click()
  await expect(page.getByText('Marqué : 4 jours.')).toBeVisible()
  expect((await ownCalendar(page)).blocks).toHaveLength(3)
  await expect(day(`${january}-08`)).toHaveAttribute('role', 'gridcell')
  await day(`${january}-08`).focus()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Dernier changement annulé.')).toBeVisible()
  expect((await ownCalendar(page)).blocks).toHaveLength(2)
})

test('what others see, and the question about it, are accessible in both languages, light, dark and narrow', async ({
  page,
}) => {
  test.setTimeout(120_000)
  await aCalendar(page)
  for (const path of ['/me/calendar?view=list&as=production', '/me/calendar/still-right'])
    await expectAccessible(page, path)
})
