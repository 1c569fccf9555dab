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

/** Which entries of a list: one, those with facts to check, or all. */
interface Which {
  id?: string
  toCheck?: boolean
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

/** How many people name each entry in their profile: one pass for a whole list, the index for one entry. */
const countNamed = async (
  db: Db | Trx,
  column: 'specialisms' | 'labels' | 'tools',
  entries: readonly Entry[],
): Promise<Entry[]> => {
  const [only] = entries
  if (!only) return []
  const named = sql.ref(`coordinator.${column}`)
  const { rows } = await sql<{ code: string; count: number }>`
    select named.code, count(*) as count from coordinator, unnest(${named}) as named (code)
    ${entries.length === 1 ? sql`where named.code = ${only.code} and ${named} @> array[${only.code}]` : sql``}
    group by named.code`.execute(db)
  const counts = new Map(rows.map(({ code, count }) => [code, count]))
  return entries.map((entry) => ({ ...entry, heldBy: counts.get(entry.code) ?? 0 }))
}

const nobody = sql<null>`null`.as('heldBy')

const readCredentials = async (db: Db | Trx, { id, toCheck }: Which = {}) =>
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
      .$if(toCheck === true, (query) =>
        query.where('confidence', '=', 'check').where('retiredAt', 'is', null),
      )
      .orderBy('position')
      .orderBy('code')
      .execute()
  ).map(toEntry('credentials'))

const readLabels = async (db: Db | Trx, { id, toCheck }: Which = {}) =>
  countNamed(
    db,
    'labels',
    (
      await db
        .selectFrom('label')
        .select(['id', 'code', 'version', 'retiredAt', 'name as nameFr', 'country'])
        .select(({ fn }) => fn.coalesce('nameEn', 'name').as('nameEn'))
        .select(['factsFr', 'facts', 'sourceUrl', 'confidence', 'checkedOn'])
        .select([placeIn(tableOf.labels).as('place'), nobody])
        .$if(id !== undefined, (query) => query.where('id', '=', `${id}`))
        .$if(toCheck === true, (query) =>
          query.where('confidence', '=', 'check').where('retiredAt', 'is', null),
        )
        .orderBy('position')
        .orderBy('code')
        .execute()
    ).map(toEntry('labels')),
  )

const readTools = async (db: Db | Trx, { id }: Which = {}) =>
  countNamed(
    db,
    'tools',
    (
      await db
        .selectFrom('tool')
        .select(['id', 'code', 'version', 'retiredAt', 'name as nameFr', 'url'])
        .select(({ fn }) => fn.coalesce('nameEn', 'name').as('nameEn'))
        .select([placeIn(tableOf.tools).as('place'), nobody])
        .$if(id !== undefined, (query) => query.where('id', '=', `${id}`))
        .orderBy('position')
        .orderBy('code')
        .execute()
    ).map(toEntry('tools')),
  )

const readSpecialisms = async (db: Db | Trx, { id }: Which = {}) =>
  countNamed(
    db,
    'specialisms',
    (
      await db
        .selectFrom('specialism')
        .select(['id', 'code', 'version', 'retiredAt', 'nameFr', 'nameEn', 'discipline'])
        .select([placeIn(tableOf.specialisms).as('place'), nobody])
        .$if(id !== undefined, (query) => query.where('id', '=', `${id}`))
        .orderBy('position')
        .orderBy('code')
        .execute()
    ).map(toEntry('specialisms')),
  )

const readThresholds = async (db: Db | Trx, { id, toCheck }: Which = {}) =>
  (
    await db
      .selectFrom('threshold')
      .select(['id', 'code', 'version', 'retiredAt', 'nameFr', 'nameEn', 'credentialCode'])
      .select(['years', 'credits', 'daysOnSet', 'productions'])
      .select(['factsFr', 'facts', 'sourceUrl', 'confidence', 'checkedOn'])
      .select([placeIn(tableOf.thresholds).as('place'), nobody])
      .$if(id !== undefined, (query) => query.where('id', '=', `${id}`))
      .$if(toCheck === true, (query) =>
        query.where('confidence', '=', 'check').where('retiredAt', 'is', null),
      )
      .orderBy('position')
      .orderBy('code')
      .execute()
  ).map(toEntry('thresholds'))

/** The entries of each list in their order. */
export const readers: Record<CatalogueList, (db: Db | Trx, which?: Which) => Promise<Entry[]>> = {
  credentials: readCredentials,
  labels: readLabels,
  tools: readTools,
  specialisms: readSpecialisms,
  thresholds: readThresholds,
}
