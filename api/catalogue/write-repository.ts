import type { Trx } from '@repere/db'
import type { CatalogueList } from '@repere/db/vocabulary/catalogue.ts'
import { sql } from 'kysely'
import { tableOf } from './fields-repository.ts'
import type { EntryFields, FieldsOf } from './rules.ts'

const columnsOfCredential = (fields: FieldsOf<'credentials'>) => ({
  nameFr: fields.nameFr,
  nameEn: fields.nameEn,
  disciplines: fields.disciplines,
  kind: fields.kind,
  issuer: fields.issuer,
  country: fields.country,
  status: fields.status,
  since: fields.since,
  validityMonths: fields.validityMonths,
  registrationNumber: fields.registrationNumber,
  ...columnsOfFacts(fields),
})

const columnsOfFacts = (fields: FieldsOf<'credentials' | 'labels' | 'thresholds'>) => ({
  factsFr: fields.factsFr,
  facts: fields.facts,
  sourceUrl: fields.sourceUrl,
  confidence: fields.confidence,
  checkedOn: fields.checkedOn,
})

const columnsOfLabel = (fields: FieldsOf<'labels'>) => ({
  name: fields.nameFr,
  nameEn: fields.nameEn,
  country: fields.country,
  ...columnsOfFacts(fields),
})

const columnsOfTool = (fields: FieldsOf<'tools'>) => ({
  name: fields.nameFr,
  nameEn: fields.nameEn,
  url: fields.url,
})

const columnsOfSpecialism = (fields: FieldsOf<'specialisms'>) => ({
  nameFr: fields.nameFr,
  nameEn: fields.nameEn,
  discipline: fields.discipline,
})

const columnsOfThreshold = (fields: FieldsOf<'thresholds'>) => ({
  nameFr: fields.nameFr,
  nameEn: fields.nameEn,
  credentialCode: fields.credentialCode,
  years: fields.years,
  credits: fields.credits,
  daysOnSet: fields.daysOnSet,
  productions: fields.productions,
  ...columnsOfFacts(fields),
})

/** Adds an entry at the end of its list; its id. */
export const insertEntry = async (trx: Trx, code: string, fields: EntryFields): Promise<string> => {
  const position = await nextPosition(trx, fields.list)
  const { id } = await insertInto(trx, { code, position }, fields).executeTakeFirstOrThrow()
  return id
}

const insertInto = (trx: Trx, row: { code: string; position: number }, fields: EntryFields) => {
  switch (fields.list) {
    case 'credentials':
      return trx
        .insertInto('credentialType')
        .values({ ...row, ...columnsOfCredential(fields) })
        .returning('id')
    case 'labels':
      return trx
        .insertInto('label')
        .values({ ...row, ...columnsOfLabel(fields) })
        .returning('id')
    case 'tools':
      return trx
        .insertInto('tool')
        .values({ ...row, ...columnsOfTool(fields) })
        .returning('id')
    case 'specialisms':
      return trx
        .insertInto('specialism')
        .values({ ...row, ...columnsOfSpecialism(fields) })
        .returning('id')
    case 'thresholds':
      return trx
        .insertInto('threshold')
        .values({ ...row, ...columnsOfThreshold(fields) })
        .returning('id')
  }
}

const nextPosition = async (trx: Trx, list: CatalogueList): Promise<number> => {
  const { rows } = await sql<{ next: number }>`
    select coalesce(max(position), 0) + 1 as next from ${sql.table(tableOf[list])}`.execute(trx)
  return rows[0]?.next ?? 1
}

/** Replaces what a registrar may write of an entry. */
export const updateFields = async (trx: Trx, id: string, fields: EntryFields): Promise<void> => {
  switch (fields.list) {
    case 'credentials':
      await trx.updateTable('credentialType').set(columnsOfCredential(fields)).where('id', '=', id).execute()
      return
    case 'labels':
      await trx.updateTable('label').set(columnsOfLabel(fields)).where('id', '=', id).execute()
      return
    case 'tools':
      await trx.updateTable('tool').set(columnsOfTool(fields)).where('id', '=', id).execute()
      return
    case 'specialisms':
      await trx.updateTable('specialism').set(columnsOfSpecialism(fields)).where('id', '=', id).execute()
      return
    case 'thresholds':
      await trx.updateTable('threshold').set(columnsOfThreshold(fields)).where('id', '=', id).execute()
  }
}
