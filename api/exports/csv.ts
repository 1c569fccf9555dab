import { asText } from '../http/csv.ts'

const isNumber = /^-?\d+(\.\d+)?$/

const toCell = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  const safe = isNumber.test(text) ? text : asText(text)
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as RFC 4180 writes them, in UTF-8 with its mark, so that spreadsheets read accents. No cell is a formula. */
export const toCsv = (columns: readonly string[], rows: readonly Record<string, unknown>[]): string =>
  `\uFEFF${[columns.map(toCell), ...rows.map((row) => columns.map((column) => toCell(row[column])))]
    .map((cells) => cells.join(','))
    .join('\r\n')}\r\n`
