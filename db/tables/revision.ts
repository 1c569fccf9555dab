import type { ColumnType, Generated } from 'kysely'
import type { RevisedKind, RevisionChange } from '../vocabulary/catalogue.ts'
import { column, type Dictionary } from './dictionary.ts'

/** One change of an entry of the catalogue or of a job sheet. Only grows. */
export interface RevisionTable {
  id: Generated<string>
  subjectKind: RevisedKind
  subjectId: string
  version: number
  change: RevisionChange
  before: ColumnType<Record<string, unknown> | null, string | null, never>
  after: ColumnType<Record<string, unknown>, string, never>
  changedBy: string
  changedAt: Date
}

export const revision: Dictionary<RevisionTable> = {
  id: column('opaque identity', 'nobody', 'catalogue'),
  subjectKind: column('what kind of thing changed', 'registrar', 'catalogue'),
  subjectId: column('which one', 'registrar', 'catalogue'),
  version: column('the version this change made', 'registrar', 'catalogue'),
  change: column('what was done', 'registrar', 'catalogue'),
  before: column('as it stood; null when it was added', 'registrar', 'catalogue'),
  after: column('as it stands since', 'registrar', 'catalogue'),
  changedBy: column('the registrar, opaque', 'registrar', 'catalogue'),
  changedAt: column('when', 'registrar', 'catalogue'),
}
