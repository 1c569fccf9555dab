import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, violationsOf } from './accessibility.ts'
import { signInAsRegistrar } from './accounts.ts'
import { aDeclaration, declared, openWhere, stateOf, unique } from './registrar-queue.ts'

/** Two more declarations, on the page that is open: the end of a page may come between the first two. */
const twoOnOnePage = async (page: Page) => {
  for (let tried = 0; tried < 3; tried += 1) {
    const names = [unique('Inès Ensemble'), unique('Noé Ensemble')]
    const people = await Promise.all(names.map(aDeclaration))
    await openWhere(page, declared, names[0] ?? '')
    const queue = (await page.getByRole('list', { name: 'File' }).textContent()) ?? ''
    if (names.every((name) => queue.includes(name))) return { names, people }
  }
  throw new Error('no two declarations wait on one page')
}

/** Two declarations chosen, confirmed by one template, read over line by line, then taken. */
const decideTogether = async (page: Page) => {
  await signInAsRegistrar(page)
  const { names, people } = await twoOnOnePage(page)
  for (const name of names) await page.getByRole('checkbox', { name: new RegExp(name) }).check()
  await page.getByRole('button', { name: 'Décider ensemble' }).click()
  await expect(
    page.getByRole('heading', { level: 1, name: 'Une décision pour plusieurs titres' }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Relire' }).click()
  return { names, people }
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('several are decided together, after reading over what each will become', async ({ page }) => {
      const { names, people } = await decideTogether(page)
      await page.getByRole('radio', { name: /^Confirmé par l’émetteur/ }).check()
      await page
        .getByLabel('Motif type')
        .selectOption('Titre : confirmé par l’émetteur — Courriel de l’émetteur')
      await page.getByRole('button', { name: 'Relire' }).click()
      const lines = page
        .getByRole('list')
        .filter({ hasText: names[0] ?? '' })
        .getByRole('listitem')
      await expect(lines).toHaveCount(2)
      await expect(lines.first()).toContainText('sera : confirmé par l’émetteur')
      await expect(lines.first()).toContainText(
        'lira, en français : Confirmé par courriel de Intimacy Professionals',
      )
      for (const person of people) expect(await stateOf(person, '/api/me/credentials')).toBe('declared')
      if (javaScriptEnabled) expect(await violationsOf(page)).toEqual([])
      await page.getByRole('button', { name: 'Décider pour les 2' }).click()
      await expect(page.getByText('2 décisions prises.')).toBeVisible()
      for (const person of people) expect(await stateOf(person, '/api/me/credentials')).toBe('confirmed')
    })
  })

test('the pages for several are accessible in both languages, light, dark and narrow', async ({ page }) => {
  test.setTimeout(120_000)
  await signInAsRegistrar(page)
  for (const queue of ['companies?state=verified', 'credentials?state=document-seen']) {
    const { items } = await (await page.request.get(`/api/registrar/${queue}&perPage=2`)).json()
    expect(items.length).toBeGreaterThan(0)
    const query = items.map(({ id }: { id: string }) => `id=${id}`).join('&')
    await expectAccessible(page, `/registrar/${queue.replace(/\?.*/, '')}/together?${query}`)
  }
})
