import type { TestApi } from './api.ts'
import type { TestAnswer } from './client.ts'
import type { TestPerson } from './people.ts'

export interface Brought {
  file?: string | Uint8Array<ArrayBuffer>
  name?: string
  inviter?: string
  source?: string
  locale?: string
}

/** A list as a program would write it: headings and lines, cells apart by semicolons. */
export const csv = (...lines: string[][]): string => lines.map((cells) => cells.join(';')).join('\r\n')

/** Brings a file as the page does: a form of several parts. */
export const bring = async (
  api: TestApi,
  registrar: TestPerson,
  {
    file = csv(['Nom', 'Courriel'], ['Ada Essai', 'ada@example.test']),
    name = 'liste.csv',
    inviter = 'L’Association fictive',
    source = 'Annuaire 2026 de l’Association fictive',
    locale = 'fr',
  }: Brought = {},
) => {
  const form = new FormData()
  form.set('file', new File([file], name, { type: 'text/csv' }))
  form.set('inviter', inviter)
  form.set('source', source)
  form.set('locale', locale)
  const response = await api.app.request('/api/registrar/imports', {
    method: 'POST',
    headers: { cookie: registrar.client.cookie(), origin: api.deps.config.origin },
    body: form,
  })
  const body: TestAnswer['body'] = await response.json()
  return { status: response.status, body }
}

/** The mapping as guessed, said back. */
export const tryOut = async (
  registrar: TestPerson,
  id: string,
  changes: { mapping?: (string | null)[] } = {},
) => {
  const { body } = await registrar.client.get(`/api/registrar/imports/${id}`)
  const mapping = changes.mapping ?? body.columns.map(({ field }: { field: string | null }) => field)
  const { inviter, source, locale } = body
  return registrar.client.put(`/api/registrar/imports/${id}/mapping`, { mapping, inviter, source, locale })
}

/** The link mailed to an address, as its token. */
export const mailedToken = async (api: TestApi, address: string): Promise<string> => {
  const text = (await api.mailsTo(address)).findLast(({ template }) => template === 'invitation')?.text ?? ''
  const [, token] = /\/claim\/([\w-]+)\s/.exec(text) ?? []
  if (!token) throw new Error(`no invitation was mailed to ${address}`)
  return token
}

/** Imports in the hands of a registrar. */
export const importsDesk = (registrar: () => TestPerson) => {
  const post = (id: string, step: 'start' | 'cancel', body?: object) =>
    registrar().client.post(`/api/registrar/imports/${id}/${step}`, body)
  return {
    get: async (id: string, rest = '') =>
      (await registrar().client.get(`/api/registrar/imports/${id}${rest}`)).body,
    post,
    start: (id: string) => post(id, 'start', { reviewed: true }),
  }
}

/** How many rows a table holds. */
export const rowCount = async (
  { database }: TestApi,
  table: 'coordinator' | 'account' | 'invitation' | 'mail',
): Promise<number> => {
  const { rows } = await database.ownerDb
    .selectFrom(table)
    .select((eb) => eb.fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  return rows
}
