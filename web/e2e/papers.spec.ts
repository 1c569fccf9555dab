import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { expect, test } from '@playwright/test'
import { expectAccessible } from './accessibility.ts'
import { aCoordinator, aProduction, aProject, ask, inDays, ok, site } from './people.ts'

for (const javaScriptEnabled of [true, false])
  test(`both sides keep their deal memo, and the production the proof of its search, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async ({
    browser,
  }) => {
    const [production, coordinator] = await Promise.all([
      aProduction(`Essai Films ${randomUUID().slice(0, 6)}`),
      aCoordinator(`Ghjulia Essai ${randomUUID().slice(0, 6)}`),
    ])
    const project = await aProject(production, [inDays(60), inDays(61)])
    const id = await ask(production, coordinator.slug, project)
    const moves = `/api/bookings/${id}/moves`
    await ok(coordinator.api.post(moves, { data: { move: 'accept', version: 1 } }))
    await ok(production.api.post(moves, { data: { move: 'confirm', version: 2 } }))
    for (const person of [coordinator, production]) {
      const context = await browser.newContext({
        storageState: await person.api.storageState(),
        baseURL: site,
        javaScriptEnabled,
      })
      const page = await context.newPage()
      await page.goto(`/bookings/${id}`)
      await page.getByRole('link', { name: 'Lire le mémo d’accord' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Mémo d’accord' })).toBeVisible()
      await expect(page.getByText('Ce document n’est pas le contrat de travail.')).toBeVisible()
      const downloading = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Télécharger le PDF' }).click()
      const memo = await downloading
      expect(memo.suggestedFilename()).toMatch(/^repere-memo-d-accord-[\d-]+\.pdf$/)
      expect((await readFile(await memo.path())).subarray(0, 5).toString()).toBe('%PDF-')
      if (person === coordinator) continue
      await page.goto(`/projects/${project}`)
      await page.getByRole('link', { name: 'Lire la preuve de diligence' }).click()
      await expect(page.getByRole('rowheader', { name: /^1\. Ghjulia Essai/ })).toBeVisible()
      await expect(page.getByRole('cell', { name: /Confirmé par la production/ })).toBeVisible()
      const tabling = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Tableau (CSV)' }).click()
      expect((await readFile(await (await tabling).path())).toString()).toMatch(/^\ufeffnuméro;personne;/)
      if (javaScriptEnabled) await expectAccessible(page, `/projects/${project}/diligence`)
    }
  })
