import type { Trx } from '@repere/db'
import type { ListFault } from '@repere/db/vocabulary/import.ts'
import type { Locale } from '@repere/db/vocabulary/locale.ts'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import { type Stand, takeBackUnsent } from '../invitations/service.ts'
import { refuse } from '../problem.ts'
import { findMappingFault, guessMapping, type Mapping, type MappingFault } from './mapping-rules.ts'
import { listLimits, readList } from './read-list.ts'
import {
  eraseRows,
  findImport,
  type ImportRecord,
  insertImport,
  insertRows,
  lockImport,
  lockOld,
  moveImport,
  restart,
} from './repository.ts'
import { canCancel } from './rules.ts'

export { listLimits } from './read-list.ts'
export { workImports } from './steps.ts'

/** A registrar, or the operator at the command line. */
export type Bringer = { id: string; role: 'registrar' } | 'operator'

/** Who invites, from which list, in which language: told to the people on it. */
export interface Told {
  inviter: string
  source: string
  locale: Locale
}

const faultDetails: Record<ListFault, string> = {
  empty: 'is empty',
  workbook: 'is a workbook: save it as CSV first',
  'not-text': 'is not a list: a CSV is wanted, whatever its name says',
  'unreadable-character': 'holds a character that no list holds',
  'quote-unclosed': 'opens a quotation mark that nothing closes',
  'quote-misplaced': 'holds a quotation mark in the middle of a cell: double it, and quote the cell',
  'headings-only': 'has no line below its headings',
  'too-many-rows': `has more than ${listLimits.rows} lines: cut it in parts`,
  'too-many-columns': `has more than ${listLimits.columns} columns`,
  'cell-too-long': `has a cell of more than ${listLimits.cell} characters`,
}

/** Reads a file as a list and keeps its lines, sealed; the file itself is not kept. Refuses what is no list, and says where. */
export const bringList = async (
  { db, clock, sealer }: Pick<Deps, 'db' | 'clock' | 'sealer'>,
  bringer: Bringer,
  told: Told,
  bytes: Uint8Array,
): Promise<string> => {
  if (bytes.length > listLimits.bytes) return refuse('body-too-large')
  const read = readList(bytes)
  if (!read.ok) {
    const { because, row, column } = read
    const where = row === undefined ? '' : `, row ${row}`
    const errors = [{ pointer: '/file', detail: `${faultDetails[because]}${where}` }]
    return refuse('list-unreadable', {
      errors,
      members: { because, row: row ?? null, column: column ?? null },
    })
  }
  const { headings, rows, encoding, separator } = read.list
  const seal = sealer.forPurpose('import')
  return db.transaction().execute(async (trx) => {
    const now = clock.now()
    const id = await insertImport(trx, {
      ...told,
      createdBy: bringer === 'operator' ? null : bringer.id,
      createdAt: now,
      encoding,
      separator,
      headingsSealed: seal.seal(JSON.stringify(headings)),
      mapping: guessMapping(headings),
      rowCount: rows.length,
    })
    const sealed = rows.map(({ number, cells }) => ({
      number,
      contentSealed: seal.seal(JSON.stringify(cells)),
    }))
    await insertRows(trx, id, sealed)
    await tell(trx, bringer, id, 'import.brought', { rows: rows.length, columns: headings.length }, now)
    return id
  })
}

const mappingDetails: Record<MappingFault, string> = {
  'other-columns': 'must say of each column what it fills',
  'filled-twice': 'is filled by another column already',
  'email-unmapped': 'must name the column of the e-mail address',
  'name-unmapped': 'must name the column of the name',
}

/** Says what each column fills, and has the trial run: nothing is sent. May be repeated until something was sent. */
export const mapColumns = (
  deps: Pick<Deps, 'db'>,
  id: string,
  { mapping, ...told }: Told & { mapping: Mapping },
): Promise<void> =>
  deps.db.transaction().execute(async (trx) => {
    const list = await getLocked(trx, id)
    if (!['draft', 'checking', 'checked'].includes(list.state)) refuse('import-step-passed')
    const fault = findMappingFault(mapping, list.mapping.length)
    if (fault) {
      const pointer = fault.column === undefined ? '/mapping' : `/mapping/${fault.column}`
      refuse('invalid-request', { errors: [{ pointer, detail: mappingDetails[fault.because] }] })
    }
    await restart(trx, id, { ...told, mapping })
  })

/** Has the trial run with the columns as they were guessed. */
export const mapGuessed = async (deps: Pick<Deps, 'db'>, id: string): Promise<void> => {
  const list = (await findImport(deps.db, id)) ?? refuse('import-not-found')
  await mapColumns(deps, id, list)
}

/** Begins to send the invitations of a list whose trial is over. */
export const startSending = (
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  bringer: Bringer,
  id: string,
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const list = await getLocked(trx, id)
    if (list.state !== 'checked' || list.readyCount === 0) refuse('import-step-passed')
    const now = clock.now()
    await moveImport(trx, id, { state: 'sending', startedAt: now })
    await tell(trx, bringer, id, 'import.started', { ready: list.readyCount }, now)
  })

/** Stops: no further invitation is made, and those whose mail has not left are taken back. Before sending, the lines go at once. */
export const cancelImport = (
  { db, clock }: Pick<Stand, 'db' | 'clock'>,
  bringer: Bringer,
  id: string,
): Promise<void> =>
  db.transaction().execute(async (trx) => {
    const list = await getLocked(trx, id)
    const now = clock.now()
    const takenBack = list.startedAt ? await takeBackUnsent(trx, id, now) : 0
    if (!canCancel(list.state, takenBack)) refuse('import-step-passed')
    if (!list.startedAt) await eraseRows(trx, [id])
    await moveImport(trx, id, { state: 'cancelled', endedAt: now })
    await tell(trx, bringer, id, 'import.cancelled', { invited: list.invitedCount, takenBack }, now)
  })

/** Lets go of the lines of imports that ended, or were left lying, before a day; answers how many lines. */
export const forgetLines = ({ db, clock }: Pick<Deps, 'db' | 'clock'>, before: Date): Promise<number> =>
  db.transaction().execute(async (trx) => {
    const old = await lockOld(trx, before)
    for (const { id, endedAt } of old)
      if (!endedAt) await moveImport(trx, id, { state: 'cancelled', endedAt: clock.now() })
    return eraseRows(
      trx,
      old.map(({ id }) => id),
    )
  })

const getLocked = async (trx: Trx, id: string): Promise<ImportRecord> =>
  (await lockImport(trx, id)) ?? refuse('import-not-found')

const tell = (
  trx: Trx,
  bringer: Bringer,
  id: string,
  kind: string,
  facts: Record<string, number>,
  at: Date,
): Promise<void> => record(trx, { actor: bringer, kind, subject: { kind: 'import', id }, facts, at })
