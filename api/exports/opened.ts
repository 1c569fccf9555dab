import type { Seal, Sealer } from '@repere/db'
import { keyColumn } from './repository.ts'

type Row = Record<string, unknown>

/** `titleSealed` is handed out as `title`. */
export const nameOf = (column: string): string => column.replace(/(.)Sealed$/, '$1')

/**
 * A row as its owner reads it: what was sealed opened, structured texts as such, instants in UTC. What lies under a
 * key that was destroyed is null: nobody can read it any more, its owner included.
 */
export const toOpened = (sealer: Sealer, table: string, columns: readonly string[], row: Row): Row => {
  const seal = sealOf(sealer, table, row[keyColumn])
  return Object.fromEntries(
    columns.map((column) => {
      const value = row[column] ?? null
      if (!/sealed$/i.test(column)) return [column, value instanceof Date ? value.toISOString() : value]
      const text = value && seal ? seal.open(value as Buffer) : null
      return [nameOf(column), text === null ? null : readStructure(text)]
    }),
  )
}

/** Texts that no key of a project, a booking or a file seals, by what they are sealed for. */
const purposes: Record<string, string> = {
  credit: 'credit',
  notification: 'notification',
  savedSearch: 'saved-search',
  confirmedCredit: 'confirmed-credit',
  report: 'report',
  reportDecision: 'report',
  reportContest: 'report',
}

const sealOf = (sealer: Sealer, table: string, wrapped: unknown): Seal | undefined => {
  const purpose = purposes[table]
  if (purpose) return sealer.forPurpose(purpose)
  return wrapped instanceof Uint8Array ? sealer.withKey(Buffer.from(wrapped)) : undefined
}

const readStructure = (text: string): unknown => {
  if (!/^[[{]/.test(text)) return text
  try {
    return JSON.parse(text)
  } catch {
    // Somebody's words that only begin like structure.
    return text
  }
}
