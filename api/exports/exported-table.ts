/** Rows of one kind, with the names of their columns in the order of the dictionary. */
export interface ExportedTable {
  name: string
  columns: string[]
  rows: Record<string, unknown>[]
}

/** `availabilityBlock` → `csv/availability-block.csv`. */
export const fileOf = (table: string): string =>
  `csv/${table.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}.csv`
