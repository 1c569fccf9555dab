import { readFile } from 'node:fs/promises'
import type { Insertable } from 'kysely'
import type { Db } from '../connect.ts'
import type { CredentialTypeTable } from '../tables/credential-type.ts'
import type { LabelTable } from '../tables/label.ts'
import type { ReasonTemplateTable } from '../tables/reason-template.ts'
import type { ThresholdTable } from '../tables/threshold.ts'
import type { Discipline } from '../vocabulary/discipline.ts'
import type { JobSheet } from '../vocabulary/job-sheet.ts'

interface Catalogue {
  credentials: Omit<Insertable<CredentialTypeTable>, 'position' | 'holdable'>[]
  labels: Omit<Insertable<LabelTable>, 'position'>[]
  tools: { code: string; name: string; url: string | null }[]
  specialisms: Record<Discipline, { code: string; nameFr: string; nameEn: string }[]>
  thresholds: Omit<Insertable<ThresholdTable>, 'position'>[]
}

const readSeed = async <Seed>(name: string): Promise<Seed> =>
  JSON.parse(await readFile(new URL(name, import.meta.url), 'utf8'))

/**
 * Fills the catalogue, the job sheets and the reason templates with their starter rows. What a registrar changed since
 * is left alone; a row nobody touched learns what a later release knows better: its facts in French.
 */
export const seedReference = async (db: Db): Promise<void> => {
  await seedCatalogue(db)
  await seedJobSheets(db)
  await seedTemplates(db)
}

const seedCatalogue = async (db: Db): Promise<void> => {
  const catalogue = await readSeed<Catalogue>('./catalogue.json')
  const skills = Object.entries(catalogue.specialisms).flatMap(([discipline, list]) =>
    list.map((skill) => ({ ...skill, discipline: discipline as Discipline })),
  )
  await db
    .insertInto('credentialType')
    .values(catalogue.credentials.map(placed))
    .onConflict((row) =>
      row
        .column('code')
        .doUpdateSet(({ ref }) => ({ factsFr: ref('excluded.factsFr') }))
        .where('credentialType.version', '=', 1)
        .where('credentialType.factsFr', '=', '')
        .where('excluded.factsFr', '<>', ''),
    )
    .execute()
  await db
    .insertInto('label')
    .values(catalogue.labels.map(placed))
    .onConflict((row) =>
      row
        .column('code')
        .doUpdateSet(({ ref }) => ({ factsFr: ref('excluded.factsFr') }))
        .where('label.version', '=', 1)
        .where('label.factsFr', '=', '')
        .where('excluded.factsFr', '<>', ''),
    )
    .execute()
  await db
    .insertInto('tool')
    .values(catalogue.tools.map(placed))
    .onConflict((row) => row.doNothing())
    .execute()
  await db
    .insertInto('specialism')
    .values(skills.map(placed))
    .onConflict((row) => row.doNothing())
    .execute()
  await db
    .insertInto('threshold')
    .values(catalogue.thresholds.map(placed))
    .onConflict((row) => row.doNothing())
    .execute()
}

const seedJobSheets = async (db: Db): Promise<void> => {
  const sheets = await readSeed<Record<Discipline, JobSheet>>('./job-sheets.json')
  await db
    .insertInto('jobSheet')
    .values(
      Object.entries(sheets).map(([discipline, content]) => ({
        discipline: discipline as Discipline,
        content: JSON.stringify(content),
      })),
    )
    .onConflict((row) => row.doNothing())
    .execute()
}

const seedTemplates = async (db: Db): Promise<void> => {
  const templates =
    await readSeed<Omit<Insertable<ReasonTemplateTable>, 'position'>[]>('./reason-templates.json')
  await db
    .insertInto('reasonTemplate')
    .values(templates.map(placed))
    .onConflict((row) => row.doNothing())
    .execute()
}

const placed = <Row extends object>(row: Row, position: number): Row & { position: number } => ({
  ...row,
  position,
})
