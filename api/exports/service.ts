import { ownTables, type Trx } from '@repere/db'
import type { DayRange } from '@repere/db/vocabulary/day.ts'
import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Deps } from '../deps.ts'
import { record } from '../events/service.ts'
import { openFile } from '../files/service.ts'
import type { SignedIn } from '../http/router.ts'
import { listReveals } from '../privacy/service.ts'
import { type OwnDays, toCalendar } from './calendar.ts'
import { toCsv } from './csv.ts'
import { type ExportedTable, fileOf } from './exported-table.ts'
import { nameOf, toOpened } from './opened.ts'
import { toReadme } from './readme.ts'
import { listBookingDays, listOwnFiles, listOwnRows } from './repository.ts'
import { dayWords } from './words.ts'

/**
 * Everything an account may take with it, as a ZIP: read in one snapshot and noted in the trail with it. What counts
 * as its own is said by the dictionary of the data alone, so that a new column is in it by being tagged.
 */
export const exportEverything = (deps: Deps, account: SignedIn): Promise<Uint8Array<ArrayBuffer>> =>
  deps.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const now = deps.clock.now()
      const tables = await readTables(deps, trx, account)
      const calendar = toCalendar(await readDays(trx, account, tables), account.locale, now)
      const sent = await readFiles(deps, trx, account.id)
      const files = {
        ...toFiles(account, tables, Object.keys(sent), now),
        'calendar.ics': strToU8(calendar),
        ...sent,
      }
      await record(trx, {
        actor: { id: account.id, role: account.role },
        kind: 'account.exported',
        subject: { kind: 'account', id: account.id },
        facts: { tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows.length, 0) },
        at: now,
      })
      return zipSync(files, { level: 6, mtime: now })
    })

const readTables = async (deps: Deps, trx: Trx, account: SignedIn): Promise<ExportedTable[]> => {
  const tables: ExportedTable[] = []
  for (const { table, columns } of ownTables()) {
    const rows = await listOwnRows(trx, table, columns, account.id)
    tables.push({
      name: table,
      columns: columns.map(nameOf),
      rows: rows.map((row) => toOpened(deps.sealer, table, columns, row)),
    })
  }
  const reveals = await listReveals(trx, account.id)
  tables.push({
    name: 'contactReveal',
    columns: ['at', 'shownTo', 'bookingId', 'days'],
    rows: reveals.map(({ at, shownTo, bookingId, days }) => ({
      at: at.toISOString(),
      shownTo,
      bookingId,
      days,
    })),
  })
  return tables
}

const toFiles = (account: SignedIn, tables: readonly ExportedTable[], sent: readonly string[], now: Date) => {
  const { name, text } = toReadme(account, tables, sent, now)
  const json = Object.fromEntries(tables.map((table) => [table.name, table.rows]))
  const filled = tables.filter(({ rows }) => rows.length > 0)
  return {
    [name]: strToU8(text),
    'repere.json': strToU8(JSON.stringify({ exportedAt: now.toISOString(), ...json }, null, 2)),
    ...Object.fromEntries(
      filled.map(({ name: table, columns, rows }) => [fileOf(table), strToU8(toCsv(columns, rows))]),
    ),
  }
}

/** Own marked days, and the days of live bookings with whom they are: never with the title of a project. */
const readDays = async (
  trx: Trx,
  account: SignedIn,
  tables: readonly ExportedTable[],
): Promise<OwnDays[]> => {
  const words = dayWords[account.locale]
  const blocks = tables.find(({ name }) => name === 'availabilityBlock')?.rows ?? []
  const marked = blocks.map(
    ({ days, kind }, index): OwnDays => ({
      uid: `block-${index}`,
      ranges: [days as DayRange],
      summary: words[kind as 'unavailable' | 'tentative' | 'available'],
      firm: kind === 'unavailable',
    }),
  )
  const bookings = await listBookingDays(trx, account)
  return [
    ...marked,
    ...bookings.map(
      ({ id, state, days, otherSide }): OwnDays => ({
        uid: id,
        ranges: days,
        summary: otherSide ? `${words[state]}, ${otherSide}` : words[state],
        firm: state !== 'option',
      }),
    ),
  ]
}

/** Pictures and PDFs are compressed already: to try again would hold up everybody for seconds. */
const asItIs = { level: 0 } as const

/** The files that were sent in, opened; numbered, since two may have one name. */
const readFiles = async (deps: Deps, trx: Trx, accountId: string): Promise<Zippable> => {
  const files: Zippable = {}
  for (const [index, id] of (await listOwnFiles(trx, accountId)).entries()) {
    const file = await openFile(deps, trx, id)
    if (file) files[`files/${index + 1}-${file.name.replaceAll(/[\\/]/g, '-')}`] = [file.bytes, asItIs]
  }
  return files
}
