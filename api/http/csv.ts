type Cell = string | number | boolean | null | undefined

/**
 * Spreadsheets run what begins like this as a formula; a quote in front makes it text again. Also behind a semicolon, a
 * tab or a line end: where a semicolon parts cells, as in France, what stands behind it begins one of its own.
 */
export const asText = (text: string): string =>
  (/^[\t\r]/.test(text) ? `'${text}` : text).replaceAll(/(^|[;\t\r\n])(?=[=+\-@])/g, "$1'")

const cell = (value: Cell, separator: string): string => {
  const text = asText(value === null || value === undefined ? '' : String(value))
  return text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/**
 * Rows as CSV (RFC 4180), begun by a mark that tells spreadsheets it is UTF-8. No cell is ever a formula. Where a
 * spreadsheet of the reader's language parts cells by something else than a comma, that is the separator to give.
 */
export const writeCsv = (rows: readonly (readonly Cell[])[], separator: ',' | ';' = ','): string =>
  `\ufeff${rows.map((row) => `${row.map((value) => cell(value, separator)).join(separator)}\r\n`).join('')}`

/** Sends a CSV to be kept as a file of this name. */
export const csvHeaders = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}"`,
})
