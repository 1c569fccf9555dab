import type { ColumnType, Generated } from 'kysely'
import type { ImportProblem, ImportRowState } from '../vocabulary/import.ts'
import { column, type Dictionary } from './dictionary.ts'

/** What stands against a line: a code, and the column it is about, counted from 0. */
export interface RowProblem {
  code: ImportProblem
  column?: number
}

/** A line of an imported list: somebody who has no account here. */
export interface ImportRowTable {
  importId: string
  number: number
  contentSealed: Buffer | null
  state: Generated<ImportRowState>
  problems: ColumnType<RowProblem[], string | undefined, string>
  addressHash: string | null
}

export const importRow: Dictionary<ImportRowTable> = {
  importId: column('of which list', 'registrar', 'import'),
  number: column('its place in the file', 'registrar', 'import'),
  contentSealed: column('sealed cells; gone once invited', 'registrar', 'import'),
  state: column('where it stands', 'registrar', 'import'),
  problems: column('codes of what stands against it', 'registrar', 'import'),
  addressHash: column('keyed hash: finds the same address twice', 'nobody', 'import'),
}
