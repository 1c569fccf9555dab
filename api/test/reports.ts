import type { TestApi } from './api.ts'
import { aCoordinator, aProduction, aProject, aRequest, type TestCoordinator } from './bookings.ts'
import type { TestPerson } from './people.ts'

const path = '/api/registrar/reports'

/** Reports in the hands of a registrar. */
export const reportsDesk = (registrar: () => TestPerson) => ({
  onDesk: async (id: string) => (await registrar().client.get(`${path}/${id}`)).body,
  measure: (id: string, measures: object) =>
    registrar().client.put(`${path}/${id}/measures`, { frozen: false, suspended: false, ...measures }),
  decide: (id: string, outcome = 'warning', more: object = {}) =>
    registrar().client.post(`${path}/${id}/decisions`, {
      outcome,
      ground: 'respect',
      facts: 'Deux messages hors sujet.',
      ...more,
    }),
  /** What the trail keeps about a report, newest first. */
  kinds: async (id: string) =>
    (await registrar().client.get(`/api/registrar/audit?subject=${id}&perPage=50`)).body.items.map(
      ({ kind }: { kind: string }) => kind,
    ),
})

/** What a coordinator writes of the production that asked them. */
export const reportedWords = 'Il insiste sur la scène, hors sujet.'

/** A coordinator and the production that asked them for a project, and that wrote a word with it. */
export interface Meeting {
  phare: TestPerson
  solene: TestCoordinator
  bookingId: string
  projectId: string
}

export const meet = async (api: TestApi): Promise<Meeting> => {
  const phare = await aProduction(api)
  const solene = await aCoordinator(api)
  const project = await aProject(api, phare)
  const { id } = await aRequest(phare, solene, project, { message: 'Bonjour, un mot.' })
  return { phare, solene, bookingId: id, projectId: project.id }
}

/** One of them reports the other: the coordinator, about the messages, unless said otherwise. */
export const report = ({ solene, bookingId }: Meeting, more: object = {}, who: TestPerson = solene) =>
  who.client.post('/api/reports', {
    subject: 'messages',
    bookingId,
    reason: 'harassment',
    words: reportedWords,
    ...more,
  })

/** Two who met, with a report of one about the other. */
export const aReport = async (api: TestApi): Promise<Meeting & { id: string }> => {
  const met = await meet(api)
  const { status, body } = await report(met)
  if (status !== 201) throw new Error(`no report: ${JSON.stringify(body)}`)
  return { ...met, id: body.id }
}

/** The reports somebody made or is the subject of, as they read them. */
export const ownReports = async ({ client }: TestPerson) => (await client.get('/api/me/reports')).body.items

export const lastMail = async (api: TestApi, { email }: TestPerson) => (await api.mailsTo(email)).at(-1)
