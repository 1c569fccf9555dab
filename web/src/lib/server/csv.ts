import type { Locale } from '@repere/api/client.ts'

/**
 * A cell that a spreadsheet would calculate is marked as text: a list from elsewhere must not run on a registrar's desk.
 * So is what stands behind a separator within it, for spreadsheets of the other language, which part cells by that one.
 */
const harmless = (cell: string): string =>
  (/^\s*[=+\-@]/.test(cell) ? `'${cell}` : cell).replaceAll(/([;,\t\r\n])(?=[=+\-@])/g, "$1'")

const write = (cell: string): string => `"${harmless(cell).replaceAll('"', '""')}"`

/** Lines as a CSV that spreadsheets of the language open as it is: their separator, and a mark that says UTF-8. */
export const toCsv = (lines: readonly (readonly string[])[], locale: Locale): string => {
  const separator = locale === 'fr' ? ';' : ','
  return `\ufeff${lines.map((cells) => cells.map(write).join(separator)).join('\r\n')}\r\n`
}
