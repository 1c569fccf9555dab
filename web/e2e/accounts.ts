import type { Page } from '@playwright/test'
import { newAddress } from './people.ts'

export const passphrase = 'quatre moulins bleus'

/** Writes through the api as the browser's own session would. */
export const send = async (page: Page, method: 'POST' | 'PUT', path: string, data: unknown) => {
  const { origin } = new URL(
    page.url() === 'about:blank' ? ((await page.goto('/'))?.url() ?? '') : page.url(),
  )
  const answer = await page.request.fetch(`/api${path}`, { method, data, headers: { origin } })
  if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${await answer.text()}`)
  return answer.json()
}

/** A new account, signed in on this page. */
export const newAccount = async (page: Page, role: 'coordinator' | 'production', displayName: string) => {
  const email = newAddress(role)
  await send(page, 'POST', '/accounts', { email, password: passphrase, displayName, role, locale: 'fr' })
  return { email, displayName }
}

/** The demo's registrar: such an account is made on the command line only. */
export const signInAsRegistrar = async (page: Page) => {
  await page.goto('/sign-in')
  await page.getByLabel('Adresse électronique').fill('registrar@demo.test')
  await page.getByLabel('Mot de passe').fill('demo-repere-2027')
  await page.getByRole('button', { name: 'Se connecter' }).click()
  await page.waitForURL(/\/registrar/)
}
