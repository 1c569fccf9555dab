import type { Db } from '@repere/db'
import type { CodeKind } from '@repere/db/vocabulary/code-kind.ts'
import { type RawBuilder, sql } from 'kysely'

/** How many codes of a kind have a bit: as many as a `bigint` holds. */
const places = 64

/** The bit of a code; undefined when the rows have none left for it. */
export type PlaceOf = (kind: CodeKind, code: string) => number | undefined

/** Reads where codes have their bits, and numbers those that are met for the first time. */
export const takePlaces = async (
  db: Db,
  wanted: Iterable<readonly [kind: CodeKind, code: string]>,
): Promise<PlaceOf> => {
  const known = await readPlaces(db)
  const fresh = new Map([...wanted].map((pair) => [pair.join(' '), pair]))
  for (const key of known.keys()) fresh.delete(key)
  if (fresh.size > 0) await number(db, [...fresh.values()])
  const all = fresh.size > 0 ? await readPlaces(db) : known
  return (kind, code) => {
    const place = all.get(`${kind} ${code}`)
    return place !== undefined && place < places ? place : undefined
  }
}

const readPlaces = async (db: Db): Promise<Map<string, number>> => {
  const rows = await db.selectFrom('searchCode').select(['kind', 'code', 'place']).execute()
  return new Map(rows.map(({ kind, code, place }) => [`${kind} ${code}`, place]))
}

/** One at a time: two workers would give the same place to two codes. */
const number = (db: Db, pairs: readonly (readonly [CodeKind, string])[]): Promise<unknown> =>
  db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended('search codes', 0))`.execute(trx)
    await sql`
      insert into search_code (kind, code, place)
      select kind, code, row_number() over (partition by kind order by code) - 1
        + coalesce((select max(place) + 1 from search_code known where known.kind = met.kind), 0)
      from unnest(${pairs.map(([kind]) => kind)}::text[], ${pairs.map(([, code]) => code)}::text[]) as met (kind, code)
      where not exists (select from search_code known where known.kind = met.kind and known.code = met.code)`.execute(
      trx,
    )
  })

/** Codes as bits, as the database reads a `bigint`. Undefined when one of them has no bit. */
export const toBits = (placeOf: PlaceOf, kind: CodeKind, codes: readonly string[]): string | undefined => {
  let bits = 0n
  for (const code of codes) {
    const place = placeOf(kind, code)
    if (place === undefined) return undefined
    bits |= 1n << BigInt(place)
  }
  return BigInt.asIntN(places, bits).toString()
}

/** The bits of some codes, inside a query. A code without a bit is in no row. */
export const bitsOf = (kind: CodeKind, codes: readonly string[]): RawBuilder<string> => sql`(
  select coalesce(bit_or(1::bigint << place), 0) from search_code
  where kind = ${sql.lit(kind)} and code = any(${codes}::text[]) and place < ${sql.lit(places)})`

/** The codes whose bits are set, as `(value, count)`, of rows `(bits, count)`. */
export const countBits = (kind: CodeKind, counted: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select code as value, sum(counted.count)::int as count from (${counted}) counted
  join search_code on kind = ${sql.lit(kind)} and place < ${sql.lit(places)} and counted.bits & (1::bigint << place) <> 0
  group by code`
