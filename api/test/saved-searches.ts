import { type TestApi, testNow } from './api.ts'
import { aCoordinator } from './bookings.ts'
import type { TestPerson } from './people.ts'

/** Nobody published and nothing kept, on 2027-02-01: whoever appears is new. */
export const emptySearches = async (api: TestApi): Promise<void> => {
  api.clock.set(testNow)
  await api.database.db.deleteFrom('savedSearch').execute()
  await api.database.db.updateTable('coordinator').set({ publishedAt: null }).execute()
}

export const keep = ({ client }: TestPerson, query: string, name?: string) =>
  client.post('/api/me/saved-searches', { query, ...(name && { name }) })

export const searchesOf = async ({ client }: TestPerson) =>
  (await client.get('/api/me/saved-searches')).body.items

/** The mails of a morning that tell somebody of their searches. */
export const newsOf = async (api: TestApi, { email }: TestPerson) =>
  (await api.mailsTo(email)).filter(({ template }) => template === 'saved-search-news')

/** Half past seven in Paris, so many days after the first. */
export const morning = (api: TestApi, day: number): void =>
  api.clock.set(new Date(`2027-02-${String(1 + day).padStart(2, '0')}T06:30:00Z`))

export const publish = (api: TestApi, displayName: string) => aCoordinator(api, { displayName })
