import { expect, type Page, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { aCoordinator, inDays } from './people.ts'

const heading = (page: Page) => page.getByRole('heading', { level: 1 })
const days = [40, 41, 47].map(inDays)

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('two people ticked in the search stand side by side on its days, and can be asked', async ({
      page,
    }) => {
      await page.goto(`/coordinators?discipline=intimacy&days=${days}&availability=any`)
      const ticks = page.getByRole('checkbox', { name: /^Retenir / })
      const names: string[] = []
      for (const place of [0, 1]) {
        await ticks.nth(place).check({ force: true })
        names.push((await page.getByRole('article').nth(place).getByRole('link').first().textContent()) ?? '')
      }
      await page.getByRole('button', { name: 'Comparer' }).click()
      await expect(heading(page)).toHaveText('Deux personnes, côte à côte')
      const columns = page.getByRole('columnheader')
      for (const [place, name] of names.entries()) await expect(columns.nth(place + 1)).toContainText(name)
      await expect(page.getByRole('row', { name: /^Vos.3.jours/ })).toBeVisible()
      await expect(page.getByRole('row', { name: /^Titres/ })).toBeVisible()
      await expect(page.getByRole('link', { name: 'Se connecter pour demander' })).toHaveAttribute(
        'href',
        /next=.*coordinator%3D.*coordinator%3D.*days%3D/,
      )
      await page.getByRole('link', { name: `Retirer ${names[0]} de la comparaison` }).click()
      await expect(heading(page)).toHaveText('Une personne')
      await expect(columns.nth(1)).toContainText(names[1] ?? '')
    })
  })

test('what differs comes first, what is alike is said once, whoever left is told without a name', async ({
  page,
}) => {
  const [ada, berthe, claude] = await Promise.all([
    aCoordinator('Ada Comparée'),
    aCoordinator('Berthe Comparée'),
    aCoordinator('Claude Comparée'),
  ])
  const who = [ada, berthe, claude].map(({ slug }) => `coordinator=${slug}`).join('&')
  const profile = await (await ada.api.get('/api/me/profile')).json()
  const { displayName, disciplines, titleForm } = profile
  await ada.api.put('/api/me/profile', {
    data: {
      displayName,
      disciplines,
      titleForm,
      regions: ['FR-20R', 'FR-BRE'],
      noticeDays: 5,
      languages: [{ code: 'co', level: 'native' }],
    },
  })
  await page.goto(
    `/coordinators/compare?discipline=intimacy&region=FR-BRE&language=co&${who}&from=${days[0]}&to=${days[0]}`,
  )
  await expect(heading(page)).toHaveText('Trois personnes, côte à côte')
  await expect(page.getByRole('row', { name: /^Libres ensemble/ })).toBeVisible()
  await expect(page.getByRole('row', { name: /libre$/ })).toHaveCount(0)
  await expect(page.getByRole('row', { name: /^Accepte de travailler.*Corse, Bretagne/ })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Identique pour les trois' })).toContainText(
    /Langues.*corse/s,
  )
  await expect(page.getByRole('row', { name: /^Langues/ })).toHaveCount(0)

  await claude.api.delete('/api/me/profile/publication')
  await page.reload()
  await expect(heading(page)).toHaveText('Deux personnes, côte à côte')
  await expect(page.getByText(/n’est plus publiée/)).toBeVisible()
  await expect(page.locator('main')).not.toContainText('Claude')

  await page.setViewportSize({ width: 390, height: 844 })
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBeLessThanOrEqual(390)
  await expect(page.getByRole('row', { name: /^Accepte de travailler/ })).toContainText('Ada Comparée')
  await page.setViewportSize({ width: 1280, height: 720 })

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/^Recherche.: pour l’intimité, en Bretagne, corse, /)).toBeVisible()
  await page.emulateMedia({ media: null })
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type \/Page\b/g)).toHaveLength(1)
  const [, across, down] = /MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  expect(Number(across)).toBeGreaterThan(Number(down))
  await expectAccessible(page, `/coordinators/compare?${who}&days=${days}`)
})

test('an address that names a crowd shows four people, and leads to the next four alone', async ({
  page,
}) => {
  const crowd = Array.from({ length: 300 }, (_, index) => `coordinator=personne-${index}`).join('&')
  await page.goto(`/coordinators/compare?${crowd}`)
  const next = (await page.getByRole('link', { name: 'Voir les suivantes' }).getAttribute('href')) ?? ''
  expect(new URL(next, page.url()).searchParams.getAll('coordinator')).toEqual(
    [4, 5, 6, 7].map((index) => `personne-${index}`),
  )
  expect(new Set((await page.content()).match(/personne-\d+/g)).size).toBe(8)
})
