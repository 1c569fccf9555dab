import type { Account } from '@repere/api/client.ts'
import type { Cookies, RequestEvent } from '@sveltejs/kit'
import { apiFor } from '../api.ts'

const names = ['__Host-repere_session', 'repere_session']

export const hasSession = (cookies: Cookies): boolean => names.some((name) => cookies.get(name) !== undefined)

const stepNames = ['__Host-repere_sign_in', 'repere_sign_in']

/** Whether a password was right and a code is awaited. */
export const awaitsCode = (cookies: Cookies): boolean =>
  stepNames.some((name) => cookies.get(name) !== undefined)

/** The account behind the session cookie. With the api away everyone is a visitor, rather than every page an error. */
export async function readAccount(event: RequestEvent): Promise<Account | null> {
  try {
    const response = await apiFor(event).sessions.current.$get()
    return response.ok ? (await response.json()).account : null
  } catch {
    return null
  }
}
