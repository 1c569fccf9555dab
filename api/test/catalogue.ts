import type { TestPerson } from './people.ts'

/** Where a registrar edits the catalogue. */
export const cataloguePath = '/api/registrar/catalogue'

interface Entry {
  id: string
  version: number
  fields: object
}

let skills = 0

/** The catalogue in the hands of a registrar. */
export const catalogueDesk = (registrar: () => TestPerson) => ({
  find: async (code: string) => {
    const { body } = await registrar().client.get(cataloguePath)
    return body.entries.find((entry: { code: string }) => entry.code === code)
  },
  edit: ({ id, version, fields }: Entry, more: object) =>
    registrar().client.put(`${cataloguePath}/${id}`, { version, fields: { ...fields, ...more } }),
  retire: ({ id }: { id: string }, version: number, retired = true) =>
    registrar().client.put(`${cataloguePath}/${id}/retirement`, { version, retired }),
  newSkill: async () => {
    skills += 1
    const fields = { list: 'specialisms', nameFr: 'Savoir', nameEn: 'Skill', discipline: 'intimacy' }
    const { status, body } = await registrar().client.post(cataloguePath, { code: `skill-${skills}`, fields })
    if (status !== 201) throw new Error(`no skill: ${JSON.stringify(body)}`)
    return body
  },
  trailOf: async (id: string) =>
    (await registrar().client.get(`/api/registrar/audit?subject=${id}`)).body.items,
})
