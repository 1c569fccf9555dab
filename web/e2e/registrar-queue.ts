import { randomInt } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import { ok, type Person, signUp } from './people.ts'

/** A name that nothing else in the run has. */
export const unique = (name: string) => `${name} ${randomInt(1_000_000)}`

/** Somebody who declared a credential that a registrar has not looked at, with its id. */
export const aDeclaration = async (displayName: string): Promise<Person & { id: string }> => {
  const person = await signUp('coordinator', displayName)
  await ok(person.api.put('/api/me/profile', { data: { displayName, disciplines: ['intimacy'] } }))
  const declared = await ok(person.api.post('/api/me/credentials', { data: { code: 'IC-IPA' } }))
  return { ...person, id: ((await declared.json()) as { id: string }).id }
}

/** A production whose company waits to be verified, with its id. */
export const aCompany = async (legalName: string): Promise<Person & { id: string }> => {
  const person = await signUp('production', 'Ariane Essai')
  const data = {
    legalName,
    country: 'BE',
    registration: `BE 0${randomInt(100_000_000, 999_999_999)}`,
    agreement: 'foreign',
    contactName: 'Ariane Essai',
    contactFunction: 'productrice',
  }
  const kept = await ok(person.api.post('/api/companies', { data }))
  return { ...person, id: ((await kept.json()) as { id: string }).id }
}

/** What their own page says of their credential, or of their company. */
export const stateOf = async (person: Person, path: '/api/me/credentials' | '/api/companies/current') => {
  const body = await (await person.api.get(path)).json()
  return (body.items?.[0] ?? body).state
}

type Queue = ['credentials', 'declared'] | ['companies', 'unverified']

/** Opens the page of a queue on which somebody waits: others lengthen and shorten it meanwhile. */
export const openWhere = async (page: Page, [kind, state]: Queue, name: string) => {
  for (let number = 1; number < 50; number += 1) {
    const { items } = await (
      await page.request.get(`/api/registrar/${kind}?state=${state}&page=${number}`)
    ).json()
    if (!JSON.stringify(items).includes(name)) continue
    await page.goto(`/registrar/${kind}?page=${number}`)
    return
  }
  throw new Error(`${name} is not in the queue`)
}

export const declared: Queue = ['credentials', 'declared']
export const unverified: Queue = ['companies', 'unverified']

/** What a registrar decides about, beside the queue. */
export const sheet = (page: Page) => page.getByRole('article')

/** Down the queue by J alone, until the sheet is about one of these; from their page on where the open one has none. */
export const walk = async (page: Page, queue: Queue, names: readonly string[]): Promise<string> => {
  for (const name of ['', ...names]) {
    if (name !== '') await openWhere(page, queue, name)
    const lines = await page.getByRole('list', { name: 'File' }).locator('> li').count()
    if (lines > 0) await expect(page.getByLabel('Raccourcis d’une touche')).toBeChecked()
    for (let step = 0; step < lines; step += 1) {
      const text = (await sheet(page).textContent()) ?? ''
      const found = names.find((one) => text.includes(one))
      if (found) return found
      if (step === lines - 1) break
      const url = page.url()
      await page.keyboard.press('j')
      await expect(page).not.toHaveURL(url)
    }
  }
  throw new Error(`none of ${names} is in the queue`)
}
