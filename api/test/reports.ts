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
