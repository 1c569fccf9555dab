import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from '@playwright/test'

/** An address nobody else in the run has. Its mails are kept and can be read, since it ends in `.test`. */
export const newAddress = (name: string): string => `${name}-${randomUUID().slice(0, 8)}@example.test`

/** The link in the newest mail to an address, as a path of this site. */
export const mailLink = async (request: APIRequestContext, email: string): Promise<string> => {
  const mails = await (await request.get(`/api/dev/mail?to=${encodeURIComponent(email)}`)).json()
  const [link] = /https?:\/\/\S+/.exec(mails[0]?.text ?? '') ?? []
  if (!link) throw new Error(`no link was mailed to ${email}`)
  const { pathname, search } = new URL(link)
  return pathname + search
}
