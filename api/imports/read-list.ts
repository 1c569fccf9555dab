import type { ListEncoding, ListFault, ListSeparator } from '@repere/db/vocabulary/import.ts'
import { CsvError, parse } from 'csv-parse/sync'
import { decode } from './decode-rules.ts'

/** What a list may hold at most. */
export const listLimits = { bytes: 2 * 1_048_576, rows: 5_000, columns: 60, cell: 2_000 } as const

interface ListRow {
  /** Its place in the file as a spreadsheet counts, the headings being 1. */
  number: number
  cells: string[]
}

interface List {
  encoding: ListEncoding
  separator: ListSeparator
  headings: string[]
  rows: ListRow[]
}

export type ListRead =
  | { ok: true; list: List }
  | { ok: false; because: ListFault; row?: number; column?: number }

/** Reads a file as a list: its letters, its separator, its quotes. Formulas are text like any other. */
export const readList = (bytes: Uint8Array): ListRead => {
  const decoded = decode(bytes)
  if (!decoded.ok) return decoded
  // Spreadsheets write `sep=;` for themselves above the headings; they do not count it as a line.
  const text = decoded.text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, '')
  const separator = separatorOf(text)
  const read = split(text, separator)
  if (!read.ok) return read
  const [headings = [], ...rest] = read.records
  const rows = rest
    .map((cells, index) => ({ number: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const fault = faultOf(headings, rows)
  if (fault) return { ok: false, ...fault }
  return {
    ok: true,
    list: { encoding: decoded.encoding, separator, headings: headings.map((text) => text.trim()), rows },
  }
}

const signs: Record<ListSeparator, string> = { comma: ',', semicolon: ';', tab: '\t' }

/** The separator that the line of headings holds most of; a list of one column has none. */
const separatorOf = (text: string): ListSeparator => {
  const [head = ''] = text.replaceAll(/"[^"]*"/g, '').split(/\r\n?|\n/)
  const count = (separator: ListSeparator) => head.split(signs[separator]).length
  return (['semicolon', 'comma', 'tab'] as const).reduce((best, next) =>
    count(next) > count(best) ? next : best,
  )
}

type Split =
  | { ok: true; records: string[][] }
  | { ok: false; because: ListFault; row?: number; column?: number }

const split = (text: string, separator: ListSeparator): Split => {
  try {
    const records: string[][] = parse(text, {
      delimiter: signs[separator],
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      max_record_size: 200_000,
      // Enough to see that there are too many.
      to: listLimits.rows * 2 + 2,
    })
    return { ok: true, records }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { ok: false, because: faultNames[error.code] ?? 'quote-misplaced', row: rowOf(error) }
  }
}

const faultNames: Record<string, ListFault> = {
  CSV_QUOTE_NOT_CLOSED: 'quote-unclosed',
  CSV_MAX_RECORD_SIZE: 'cell-too-long',
}

/** The row being read when the parser stopped. */
const rowOf = (error: CsvError): number => Number((error as { records?: number }).records ?? 0) + 1

const faultOf = (headings: string[], rows: ListRow[]) => {
  const long = [{ number: 1, cells: headings }, ...rows].find(({ cells }) => cells.some(isTooLong))
  if (rows.length === 0) return { because: 'headings-only' as const }
  if (rows.length > listLimits.rows) return { because: 'too-many-rows' as const }
  if (headings.length > listLimits.columns) return { because: 'too-many-columns' as const }
  if (long)
    return { because: 'cell-too-long' as const, row: long.number, column: long.cells.findIndex(isTooLong) }
  return undefined
}

const isTooLong = (cell: string) => cell.length > listLimits.cell
