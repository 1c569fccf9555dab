import type { Db, Trx } from '@repere/db'
import type { CatalogueList } from '@repere/db/vocabulary/catalogue.ts'
import { type RawBuilder, sql } from 'kysely'
import type { EntryFields, FieldsOf } from './rules.ts'

/** An entry as registrars see it. */
export interface Entry {
  id: string
  code: string
  version: number
  /** In its list, from 1. */
  place: number
  retired: boolean
  /** How many people hold or name it; null where people cannot. */
  heldBy: number | null
  fields: EntryFields
}

/** The table of each list, as SQL names it. */
export const tableOf = {
  credentials: 'credential_type',
  labels: 'label',
  tools: 'tool',
  specialisms: 'specialism',
  thresholds: 'threshold',
} as const satisfies Record<CatalogueList, string>

const placeIn = (table: string): RawBuilder<number> =>
  sql<number>`(select count(*) from ${sql.table(table)} other
    where (other.position, other.code) < (${sql.ref(`${table}.position`)}, ${sql.ref(`${table}.code`)})) + 1`

type Selected<List extends CatalogueList> = Omit<FieldsOf<List>, 'list'> & {
  id: string
  code: string
  version: number
  retiredAt: Date | null
  place: number
  heldBy: number | null
}

const toEntry =
  <List extends CatalogueList>(list: List) =>
  ({ id, code, version, retiredAt, place, heldBy, ...fields }: Selected<List>): Entry => ({
    id,
    code,
    version,
    place,
    retired: retiredAt !== null,
    heldBy,
    fields: { list, ...fields } as unknown as EntryFields,
  })

/** How many people name an entry in their profile. */
const namedIn = (column: 'specialisms' | 'labels' | 'tools', table: string) =>
  sql<number>`(select count(*) from coordinator
    where ${sql.ref(`coordinator.${column}`)} @> array[${sql.ref(`${table}.code`)}])`.as('heldBy')

const nobody = sql<null>`null`.as('heldBy')

const readCredentials = async (db: Db | Trx, id?: string) =>
  (
    await db
      .selectFrom('credentialType')
      .select(['id', 'code', 'version', 'retiredAt', 'nameFr', 'nameEn', 'disciplines', 'kind', 'issuer'])
      .select(['country', 'status', 'since', 'validityMonths', 'registrationNumber'])
      .select(['factsFr', 'facts', 'sourceUrl', 'confidence', 'checkedOn'])
      .select(placeIn(tableOf.credentials).as('place'))
      .select(
        sql<number>`(select count(*) from credential where credential.code = credential_type.code and removed_at is null)`.as(
          'heldBy',
        ),
      )
      .$if(id !== undefined, (query) => query.where('id', '=', `${id}`))
      .orderBy('position')
      .orderBy('code')
      .execute()
  ).map(toEntry('credentials'))

const readLabels = async (db: Db | Trx, id?: string) =>
  (
    await db
      .selectFrom('label')
      .select(['id', 'code', 'version', 'retiredAt', 'name as nameFr', 'country'])
      .select(({ fn }) => fn.coalesce('nameEn', 'name').as('nameEn'))
      .select(['factsFr', 'facts', 'sourceUrl', 'confidence', 'checkedOn'])
      .select([placeIn(tableOf.labels).as('place'), namedIn('labels', tableOf.labels)])
      .$if(id !== undefined, (query) => query.where('id', '=', `${id}`))
      .orderBy('position')
      .orderBy('code')
      .execute()
  ).map(toEntry('labels'))

const readTools = async (db: Db | Trx, id?: string) =>
  (
    await db
      .selectFrom('tool')
      .select(['id', 'code', 'version', 'retiredAt', 'name as nameFr', 'url'])
      .select(({ fn }) => fn.coalesce('nameEn', 'name').as('nameEn'))
      .select([placeIn(tableOf.tools).as('place'), namedIn('tools', tableOf.tools)])
      .$if(id !== undefined, (query) => query.where('id', '=', `${id}`))
      .orderBy('position')
      .orderBy('code')
      .execute()
  ).map(toEntry('tools'))

const readSpecialisms = async (db: Db | Trx, id?: string) =>
  (
    await db
      .selectFrom('specialism')
      .select(['id', 'code', 'version', 'retiredAt', 'nameFr', 'nameEn', 'discipline'])
      .select([placeIn(tableOf.specialisms).as('place'), namedIn('specialisms', tableOf.specialisms)])
      .$if(id !== undefined, (query) => query.where('id', '=', `${id}`))
      .orderBy('position')
      .orderBy('code')
      .execute()
  ).map(toEntry('specialisms'))

const readThresholds = async (db: Db | Trx, id?: string) =>
  (
    await db
      .selectFrom('threshold')
      .select(['id', 'code', 'version', 'retiredAt', 'nameFr', 'nameEn', 'credentialCode'])
      .select(['years', 'credits', 'daysOnSet', 'productions'])
      .select(['factsFr', 'facts', 'sourceUrl', 'confidence', 'checkedOn'])
      .select([placeIn(tableOf.thresholds).as('place'), nobody])
      .$if(id !== undefined, (query) => query.where('id', '=', `${id}`))
      .orderBy('position')
      .orderBy('code')
      .execute()
  ).map(toEntry('thresholds'))

/** The entries of each list in their order, or the one with this id. */
export const readers: Record<CatalogueList, (db: Db | Trx, id?: string) => Promise<Entry[]>> = {
  credentials: readCredentials,
  labels: readLabels,
  tools: readTools,
  specialisms: readSpecialisms,
  thresholds: readThresholds,
}
