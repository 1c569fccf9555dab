import { readFile } from 'node:fs/promises'
import type { Insertable } from 'kysely'
import type { Db } from '../connect.ts'
import type { CredentialTypeTable } from '../tables/credential-type.ts'
import type { Discipline } from '../vocabulary/discipline.ts'

interface Catalogue {
  credentials: Omit<Insertable<CredentialTypeTable>, 'position' | 'holdable'>[]
  labels: { code: string; name: string; country: string; facts: string }[]
  tools: { code: string; name: string; url: string | null }[]
  specialisms: Record<Discipline, { code: string; nameFr: string; nameEn: string }[]>
}

const readCatalogue = async (): Promise<Catalogue> =>
  JSON.parse(await readFile(new URL('./catalogue.json', import.meta.url), 'utf8'))

/** Fills the catalogue with its starter rows. What a registrar changed since is left alone. */
export const seedReference = async (db: Db): Promise<void> => {
  const { credentials, labels, tools, specialisms } = await readCatalogue()
  const skills = Object.entries(specialisms).flatMap(([discipline, list]) =>
    list.map((skill) => ({ ...skill, discipline: discipline as Discipline })),
  )
  await db
    .insertInto('credentialType')
    .values(credentials.map(placed))
    .onConflict((row) => row.doNothing())
    .execute()
  await db
    .insertInto('label')
    .values(labels.map(placed))
    .onConflict((row) => row.doNothing())
    .execute()
  await db
    .insertInto('tool')
    .values(tools.map(placed))
    .onConflict((row) => row.doNothing())
    .execute()
  await db
    .insertInto('specialism')
    .values(skills.map(placed))
    .onConflict((row) => row.doNothing())
    .execute()
}

const placed = <Row extends object>(row: Row, position: number): Row & { position: number } => ({
  ...row,
  position,
})
