import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { newAccount } from './accounts.ts'

/** Always to come, whatever the day of the run, and within the eighteen months that are read. */
const year = new Date().getUTCFullYear() + 1

const calendarOf = (...events: string[][]): Buffer =>
  Buffer.from(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      ...events.flatMap((lines, at) => ['BEGIN:VEVENT', `UID:${at}@essai.test`, ...lines, 'END:VEVENT']),
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  )
const threeDays = calendarOf(
  [`DTSTART;VALUE=DATE:${year}0112`, `DTEND;VALUE=DATE:${year}0115`, 'SUMMARY:Chez le médecin'],
  [`DTSTART;VALUE=DATE:${year}0120`, 'TRANSP:TRANSPARENT'],
)

const read = async (page: Page, buffer: Buffer, name = 'agenda.ics') => {
  await page.getByLabel('Fichier .ics').setInputFiles({ name, mimeType: 'text/calendar', buffer })
  await page.getByRole('button', { name: 'Lire le fichier' }).click()
}
const imported = async (page: Page) => {
  const { blocks } = await (await page.request.get('/api/me/availability')).json()
  return blocks.filter(({ source }: { source: string }) => source === 'ics')
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a coordinator reads a file over, applies it, and takes it out again', async ({ page }) => {
      await newAccount(page, 'coordinator', 'Nolwenn Essai')
      await page.goto('/me/calendar')
      await page.getByRole('link', { name: 'Importer un agenda' }).click()
      await read(page, threeDays)
      const preview = page.getByRole('region', { name: 'Ce que dit ce fichier' })
      await expect(preview).toContainText(`12, 13 et 14\u00a0janv.\u00a0${year}`)
      await expect(preview).toContainText('1, marqués libres')
      await expect(page.getByText('médecin')).toHaveCount(0)
      expect(await imported(page)).toEqual([])

      await preview.getByRole('button', { name: /^Appliquer/ }).click()
      await expect(page.getByText('Jours importés\u00a0: 3\u00a0jours.')).toBeVisible()
      expect(await imported(page)).toMatchObject([{ from: `${year}-01-12`, to: `${year}-01-14` }])

      await read(page, Buffer.from('Bonjour'))
      await expect(page.getByRole('alert')).toContainText('Ce n’est pas un agenda')
      expect(await imported(page)).toHaveLength(1)

      await page.getByRole('button', { name: 'Retirer les jours importés' }).click()
      await expect(page.getByText('Jours importés retirés.')).toBeVisible()
      expect(await imported(page)).toEqual([])
    })

    test('a coordinator makes a secret address, chooses what it shows, renews and deletes it', async ({
      page,
    }) => {
      await newAccount(page, 'coordinator', 'Nolwenn Essai')
      await page.goto('/me/calendar/feed')
      await expect(page.getByText('8 à 24 heures')).toBeVisible()
      await page.getByRole('button', { name: 'Créer l’adresse' }).click()
      const field = page.getByLabel('Adresse à coller dans votre agenda')
      const address = await field.inputValue()
      expect(address).toMatch(/\/calendars\/[\w-]{43}\.ics$/)
      const served = await page.request.get(new URL(address).pathname)
      expect(served.headers()['content-type']).toContain('text/calendar')
      expect(await served.text()).toContain('BEGIN:VCALENDAR')

      await page.getByLabel('Les noms des productions').check()
      await page.getByRole('button', { name: 'Enregistrer' }).click()
      await expect(page.getByText('Enregistré. Votre agenda')).toBeVisible()
      await expect(field).toHaveCount(0)
      await expect(page.getByLabel('Les noms des productions')).toBeChecked()

      await page.getByRole('button', { name: 'Renouveler l’adresse' }).click()
      expect(await field.inputValue()).not.toBe(address)
      expect((await page.request.get(new URL(address).pathname)).status()).toBe(404)
      await page.getByRole('button', { name: 'Supprimer l’adresse' }).click()
      await expect(page.getByText('Adresse supprimée.')).toBeVisible()
      await expect(page.getByRole('button', { name: 'Créer l’adresse' })).toBeVisible()
    })
  })

test('both pages are within everybody’s reach', async ({ page }) => {
  test.slow()
  await newAccount(page, 'coordinator', 'Nolwenn Essai')
  await page.goto('/me/calendar/import')
  await read(page, threeDays)
  await expect(page.getByRole('region', { name: 'Ce que dit ce fichier' })).toBeVisible()
  await expectAccessible(page, '/me/calendar/import')
  await page.goto('/me/calendar/feed')
  await page.getByRole('button', { name: 'Créer l’adresse' }).click()
  await expect(page.getByLabel('Adresse à coller dans votre agenda')).toBeVisible()
  await expectAccessible(page, '/me/calendar/feed')
})
