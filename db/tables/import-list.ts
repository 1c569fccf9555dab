import type { ColumnType, Generated } from 'kysely'
import type { ImportField, ImportState, ListEncoding, ListSeparator } from '../vocabulary/import.ts'
import type { Locale } from '../vocabulary/locale.ts'
import { column, type Dictionary } from './dictionary.ts'

/** A list of people that a registrar brought, and how far its invitations are. */
export interface ImportListTable {
  id: Generated<string>
  createdBy: string | null
  createdAt: Generated<Date>
  inviter: string
  source: string
  locale: Locale
  encoding: ListEncoding
  separator: ListSeparator
  headingsSealed: Buffer | null
  mapping: ColumnType<(ImportField | null)[], string, string>
  state: Generated<ImportState>
  rowCount: number
  readyCount: Generated<number>
  problemCount: Generated<number>
  skippedCount: Generated<number>
  invitedCount: Generated<number>
  checkedAt: Date | null
  startedAt: Date | null
  endedAt: Date | null
}

export const importList: Dictionary<ImportListTable> = {
  id: column('opaque identity', 'registrar', 'import'),
  createdBy: column('who brought it, opaque', 'nobody', 'import'),
  createdAt: column('when', 'registrar', 'import'),
  inviter: column('who invites, told to the people on it', 'registrar', 'import'),
  source: column('where the list comes from, told to the people on it', 'registrar', 'import'),
  locale: column('the language they are written to in', 'registrar', 'import'),
  encoding: column('how the file wrote its letters', 'registrar', 'import'),
  separator: column('what stood between its cells', 'registrar', 'import'),
  headingsSealed: column('sealed headings; emptied with the lines', 'registrar', 'import'),
  mapping: column('what each column fills', 'registrar', 'import'),
  state: column('where it stands', 'registrar', 'import'),
  rowCount: column('lines read', 'registrar', 'import'),
  readyCount: column('lines that can be invited', 'registrar', 'import'),
  problemCount: column('lines to correct', 'registrar', 'import'),
  skippedCount: column('lines that need nothing', 'registrar', 'import'),
  invitedCount: column('lines invited', 'registrar', 'import'),
  checkedAt: column('end of the trial', 'registrar', 'import'),
  startedAt: column('when sending began', 'registrar', 'import'),
  endedAt: column('starts the thirty days after which its lines are deleted', 'registrar', 'import'),
}
