import { type Db, type Trx, toMultirange } from '@repere/db'
import type { CodeKind } from '@repere/db/vocabulary/code-kind.ts'
import { fromDayNumber } from '@repere/db/vocabulary/day.ts'
import { sql } from 'kysely'
import type { SearchDocument } from '../coordinators/document.ts'
import { type PlaceOf, takePlaces, toBits } from './codes.ts'

/** Somebody whose row is to be written, and at which change they were read. */
export interface Unwritten {
  id: string
  version: number
}

/** What was read of them: the documents of those who are public, and until when time alone leaves each as it is. */
export interface ReadPeople {
  documents: readonly SearchDocument[]
  nextChanges: ReadonlyMap<string, Date>
}

/**
 * Writes the rows of people read a moment ago, and drops those of whoever is not public; how many that were. Whoever
 * changed meanwhile, or is being changed right now, is passed over: nobody waits for anybody, and their next change is
 * on the list.
 */
export const writeRows = async (
  db: Db,
  unwritten: readonly Unwritten[],
  { documents, nextChanges }: ReadPeople,
  moment: Date,
): Promise<number> => {
  const placeOf = await takePlaces(db, documents.flatMap(codesOf))
  return db.transaction().execute(async (trx) => {
    const settled = await lockUnchanged(trx, unwritten)
    const rows = documents
      .filter(({ id }) => settled.has(id))
      .map((document) => toRow(document, placeOf, moment, nextChanges.get(document.id) ?? moment))
    const isPublic = new Set(documents.map(({ id }) => id))
    await upsert(trx, rows)
    await sql`delete from search_row where coordinator_id = any(${[...settled].filter((id) => !isPublic.has(id))}::uuid[])`.execute(
      trx,
    )
    await sql`update search_dirty set in_rows = true where coordinator_id = any(${[...settled]}::uuid[])`.execute(
      trx,
    )
    return settled.size
  })
}

const lockUnchanged = async (trx: Trx, unwritten: readonly Unwritten[]): Promise<Set<string>> => {
  const { rows } = await sql<{ id: string }>`
    select search_dirty.coordinator_id as id
    from unnest(${unwritten.map(({ id }) => id)}::uuid[], ${unwritten.map(({ version }) => version)}::bigint[]) as read (id, version)
    join search_dirty on search_dirty.coordinator_id = read.id and search_dirty.version = read.version
    where not search_dirty.in_rows
    order by search_dirty.coordinator_id
    for update of search_dirty skip locked`.execute(trx)
  return new Set(rows.map(({ id }) => id))
}

type Row = ReturnType<typeof toRow>

const upsert = async (trx: Trx, rows: readonly Row[]): Promise<void> => {
  if (rows.length === 0) return
  await trx
    .insertInto('searchRow')
    .values([...rows])
    .onConflict((conflict) =>
      conflict.column('coordinatorId').doUpdateSet(({ ref }) => ({
        validFrom: ref('excluded.validFrom'),
        validUntil: ref('excluded.validUntil'),
        disciplines: ref('excluded.disciplines'),
        regions: ref('excluded.regions'),
        baseRegion: ref('excluded.baseRegion'),
        languages: ref('excluded.languages'),
        specialisms: ref('excluded.specialisms'),
        declared: ref('excluded.declared'),
        seen: ref('excluded.seen'),
        confirmed: ref('excluded.confirmed'),
        rank: ref('excluded.rank'),
        confirmedOn: ref('excluded.confirmedOn'),
        paused: ref('excluded.paused'),
        daysPublic: ref('excluded.daysPublic'),
        free: ref('excluded.free'),
        held: ref('excluded.held'),
      })),
    )
    .execute()
}

type Pair = readonly [CodeKind, string]

const codesOf = (document: SearchDocument): Pair[] => {
  const all: Record<CodeKind, readonly string[]> = {
    discipline: document.disciplines,
    region: [...document.regions, ...baseOf(document)],
    language: document.languages,
    specialism: document.specialisms,
    credential: document.credAtLeastDeclared,
  }
  return (Object.entries(all) as [CodeKind, string[]][]).flatMap(([kind, codes]) =>
    codes.map((code): Pair => [kind, code]),
  )
}

const baseOf = ({ baseRegion }: SearchDocument) => (baseRegion === null ? [] : [baseRegion])

/** A document in columns. Whoever has a code for which there is no bit left has a row that never begins to hold. */
const toRow = (document: SearchDocument, placeOf: PlaceOf, validFrom: Date, validUntil: Date) => {
  let fits = true
  const bits = (kind: CodeKind, codes: readonly string[]) => {
    const found = toBits(placeOf, kind, codes)
    if (found === undefined) fits = false
    return found ?? '0'
  }
  const coded = {
    disciplines: bits('discipline', document.disciplines),
    regions: bits('region', document.regions),
    baseRegion: bits('region', baseOf(document)),
    languages: bits('language', document.languages),
    specialisms: bits('specialism', document.specialisms),
    declared: bits('credential', document.credAtLeastDeclared),
    seen: bits('credential', document.credAtLeastSeen),
    confirmed: bits('credential', document.credAtLeastConfirmed),
  }
  return {
    coordinatorId: document.id,
    ...coded,
    validFrom: fits ? validFrom : sql<Date>`'infinity'`,
    validUntil,
    rank: document.rank,
    confirmedOn: document.confirmedOn === 0 ? null : fromDayNumber(document.confirmedOn),
    paused: document.paused,
    daysPublic: document.daysPublic,
    free: toDays(document.freeDays),
    held: toDays(document.optionDays),
  }
}

/** Day numbers, in order, as a multirange. */
const toDays = (numbers: readonly number[]): string => {
  const runs: { from: number; to: number }[] = []
  for (const number of numbers) {
    const last = runs.at(-1)
    if (last && last.to === number - 1) last.to = number
    else runs.push({ from: number, to: number })
  }
  return toMultirange(runs.map(({ from, to }) => ({ from: fromDayNumber(from), to: fromDayNumber(to) })))
}
