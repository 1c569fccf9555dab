import type { Db, RowProblem, Trx } from '@repere/db'
import type {
  ImportRowState,
  ImportState,
  ListEncoding,
  ListSeparator,
} from '@repere/db/vocabulary/import.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { sql } from 'kysely'
import type { Mapping } from './mapping-rules.ts'

export interface NewImport {
  createdBy: string | null
  createdAt: Date
  inviter: string
  source: string
  locale: Locale
  encoding: ListEncoding
  separator: ListSeparator
  headingsSealed: Buffer
  mapping: Mapping
  rowCount: number
}

export const insertImport = async (trx: Trx, { mapping, ...list }: NewImport): Promise<string> => {
  const { id } = await trx
    .insertInto('importList')
    .values({
      createdBy: list.createdBy,
      createdAt: list.createdAt,
      inviter: list.inviter,
      source: list.source,
      locale: list.locale,
      encoding: list.encoding,
      separator: list.separator,
      headingsSealed: list.headingsSealed,
      rowCount: list.rowCount,
      mapping: JSON.stringify(mapping),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const atOnce = 1_000

export const insertRows = async (
  trx: Trx,
  importId: string,
  rows: readonly { number: number; contentSealed: Buffer }[],
): Promise<void> => {
  for (let from = 0; from < rows.length; from += atOnce)
    await trx
      .insertInto('importRow')
      .values(rows.slice(from, from + atOnce).map((row) => ({ importId, ...row })))
      .execute()
}

const columns = [
  'id',
  'createdBy',
  'createdAt',
  'inviter',
  'source',
  'locale',
  'encoding',
  'separator',
  'headingsSealed',
  'mapping',
  'state',
  'rowCount',
  'readyCount',
  'problemCount',
  'skippedCount',
  'invitedCount',
  'checkedAt',
  'startedAt',
  'endedAt',
] as const

export type ImportRecord = NonNullable<Awaited<ReturnType<typeof findImport>>>

export const findImport = (db: Db | Trx, id: string) =>
  db.selectFrom('importList').select(columns).where('id', '=', id).executeTakeFirst()

/** Locks an import against the worker and against a second registrar. */
export const lockImport = (trx: Trx, id: string) =>
  trx.selectFrom('importList').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

/** The oldest import that has work to do and nobody at it; locked until the transaction ends, however it ends. */
export const takeWorking = (trx: Trx) =>
  trx
    .selectFrom('importList')
    .select(columns)
    .where('state', 'in', ['checking', 'sending'])
    .orderBy('createdAt')
    .limit(1)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()

/** One page of imports, the latest first. */
export const listImports = async (db: Db, { page, perPage }: { page: number; perPage: number }) => {
  const { total } = await db
    .selectFrom('importList')
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const items = await db
    .selectFrom('importList')
    .select(columns)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  return { items, total }
}

/** Begins the trial anew under a mapping: what was found before is forgotten. */
export const restart = async (
  trx: Trx,
  id: string,
  { mapping, inviter, source, locale }: { mapping: Mapping; inviter: string; source: string; locale: Locale },
): Promise<void> => {
  await trx
    .updateTable('importRow')
    .set({ state: 'waiting', problems: '[]', addressHash: null })
    .where('importId', '=', id)
    .execute()
  await trx
    .updateTable('importList')
    .set({ inviter, source, locale, mapping: JSON.stringify(mapping), state: 'checking', checkedAt: null })
    .set({ readyCount: 0, problemCount: 0, skippedCount: 0 })
    .where('id', '=', id)
    .execute()
}

export const moveImport = async (
  trx: Trx,
  id: string,
  to: { state: ImportState; checkedAt?: Date; startedAt?: Date; endedAt?: Date },
): Promise<void> => {
  await trx.updateTable('importList').set(to).where('id', '=', id).execute()
}

/** The next lines of an import in a state, in the order of the file. */
export const listNext = (trx: Trx | Db, importId: string, state: ImportRowState, most: number) =>
  trx
    .selectFrom('importRow')
    .select(['number', 'contentSealed'])
    .where('importId', '=', importId)
    .where('state', '=', state)
    .orderBy('number')
    .limit(most)
    .execute()

/** Which of these addresses an earlier line of the same import has. */
export const listSeenAddresses = async (
  trx: Trx,
  importId: string,
  hashes: string[],
): Promise<Set<string>> => {
  if (hashes.length === 0) return new Set()
  const rows = await trx
    .selectFrom('importRow')
    .select('addressHash')
    .where('importId', '=', importId)
    .where('state', '=', 'ready')
    .where('addressHash', 'in', hashes)
    .execute()
  return new Set(rows.flatMap(({ addressHash }) => addressHash ?? []))
}

export interface Outcome {
  number: number
  state: ImportRowState
  problems: RowProblem[]
  hash: string | null
}

/** Writes what became of lines, in one statement, and counts anew. Cells go where the invitation holds them. */
export const writeOutcomes = async (
  trx: Trx,
  importId: string,
  outcomes: readonly Outcome[],
): Promise<void> => {
  await sql`
    update import_row set
      state = outcome.state,
      problems = outcome.problems,
      address_hash = outcome.hash,
      content_sealed = case when outcome.state = 'invited' then null else content_sealed end
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb)
      as outcome(number integer, state text, problems jsonb, hash text)
    where import_row.import_id = ${importId} and import_row.number = outcome.number`.execute(trx)
  await sql`
    update import_list set
      ready_count = counted.ready,
      problem_count = counted.problem,
      skipped_count = counted.skipped,
      invited_count = counted.invited
    from (
      select
        count(*) filter (where state = 'ready') as ready,
        count(*) filter (where state = 'problem') as problem,
        count(*) filter (where state = 'skipped') as skipped,
        count(*) filter (where state = 'invited') as invited
      from import_row where import_id = ${importId}
    ) as counted
    where id = ${importId}`.execute(trx)
}

/** The first lines of the file: what the choice of columns is made by. */
export const listFirstRows = (db: Db | Trx, importId: string, most: number) =>
  db
    .selectFrom('importRow')
    .select(['number', 'contentSealed'])
    .where('importId', '=', importId)
    .where('contentSealed', 'is not', null)
    .orderBy('number')
    .limit(most)
    .execute()

/** Lets go of the lines and headings of imports; answers how many lines. */
export const eraseRows = async (trx: Trx, importIds: string[]): Promise<number> => {
  if (importIds.length === 0) return 0
  const { numDeletedRows } = await trx
    .deleteFrom('importRow')
    .where('importId', 'in', importIds)
    .executeTakeFirst()
  await trx.updateTable('importList').set({ headingsSealed: null }).where('id', 'in', importIds).execute()
  return Number(numDeletedRows)
}

/** Imports whose lines have had their time: ended before, or left lying since before. */
export const lockOld = (trx: Trx, before: Date) =>
  trx
    .selectFrom('importList')
    .select(['id', 'endedAt', 'state'])
    .where('headingsSealed', 'is not', null)
    .where((or) =>
      or.or([
        or('endedAt', '<', before),
        or.and([or('endedAt', 'is', null), or('startedAt', 'is', null), or('createdAt', '<', before)]),
      ]),
    )
    .forUpdate()
    .skipLocked()
    .execute()
