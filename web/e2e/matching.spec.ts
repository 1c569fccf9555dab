import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { aCoordinator, aProduction, inDays, ok } from './people.ts'

/** Two who together cover three days, alone with their language; the production that asks for all three. */
const aPair = async (language: string) => {
  const mark = randomUUID().slice(0, 6)
  const days = [inDays(60), inDays(61), inDays(75)]
  const [production, first, second] = await Promise.all([
    aProduction(`Essai Films ${mark}`),
    aCoordinator(`Prima Essai ${mark}`),
    aCoordinator(`Seconda Essai ${mark}`),
  ])
  const people = [
    { person: first, name: `Prima Essai ${mark}`, taken: days.slice(2) },
    { person: second, name: `Seconda Essai ${mark}`, taken: days.slice(0, 1) },
  ]
  for (const { person, name, taken } of people) {
    const profile = { displayName: name, disciplines: ['intimacy'], regions: ['FR-20R'] }
    const languages = [{ code: language, level: 'native' }]
    await ok(person.api.put('/api/me/profile', { data: { ...profile, languages } }))
    const blocks = taken.map((day) => ({ from: day, to: day, kind: 'unavailable', note: null }))
    const { version } = (await (await person.api.get('/api/me/availability')).json()) as { version: number }
    const data = { blocks, weekly: [], knownUntil: inDays(400), version }
    await ok(person.api.put('/api/me/availability', { data }))
  }
  const project = {
    title: 'Essai à deux',
    codeName: 'Projet Essai',
    type: 'feature',
    discipline: 'intimacy',
    regions: ['FR-20R'],
    languages: [language],
    phases: [{ kind: 'shoot', days }],
    brief: {
      scenes: [{ natures: ['kiss'], nudity: 'none', performers: [{ bracket: 'adult', count: 2 }] }],
    },
  }
  const made = await ok(production.api.post('/api/projects', { data: project }))
  const { id } = (await made.json()) as { id: string }
  const byName = new Map(people.map(({ name, person }) => [name, person]))
  return { production, people: byName, id, days, names: [...byName.keys()] }
}

for (const [javaScriptEnabled, language] of [
  [true, 'wo'],
  [false, 'ta'],
] as const)
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts, on a phone', () => {
    test.use({ javaScriptEnabled, viewport: { width: javaScriptEnabled ? 1280 : 390, height: 900 } })

    test('two who cover a project together are each asked for their own days', async ({ page }) => {
      test.setTimeout(90_000)
      const { production, people, id, days, names } = await aPair(language)
      await page.context().addCookies((await production.api.storageState()).cookies)
      await page.goto(`/projects/${id}`)
      await expect(
        page.getByText(/^Couvre 2\sjours sur 3, aucun titre déclaré, travaille en Corse/),
      ).toHaveCount(4)
      if (javaScriptEnabled) await expectAccessible(page, `/projects/${id}`)
      await page.getByRole('link', { name: 'Demander à ce duo' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Relire, puis envoyer' })).toBeVisible()
      await expect(page.getByText(/^Pour 1\sjour/)).toBeVisible()
      await page.getByLabel('Votre message').fill('Bonjour, à deux pour trois jours.')
      await page.getByRole('button', { name: 'Envoyer' }).click()
      await expect(page.getByText('2 demandes envoyées.')).toBeVisible()
      const { items } = await (await production.api.get(`/api/bookings?project=${id}`)).json()
      const sent = items.map((booking: { days: string[]; coordinator: { displayName: string } }) => [
        booking.coordinator.displayName,
        booking.days.length,
      ])
      expect(sent.map(([name]: [string]) => name).sort()).toEqual([...names].sort())
      expect(items.flatMap((booking: { days: string[] }) => booking.days).sort()).toEqual(days)

      const both: { id: string; version: number; days: string[]; coordinator: { displayName: string } }[] =
        items
      const asked = both.find((booking) => booking.days.length === 2)
      const displayName = asked?.coordinator.displayName ?? ''
      const holder = people.get(displayName)
      if (!asked || !holder) throw new Error('nobody was asked for two days')
      const data = { move: 'accept', version: asked.version }
      await ok(holder.api.post(`/api/bookings/${asked.id}/moves`, { data }))
      await page.reload()
      await expect(page.getByText(`${displayName} (2\u00a0jours en option pour ce projet)`)).toBeVisible()
    })
  })
