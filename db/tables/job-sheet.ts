import type { ColumnType, Generated } from 'kysely'
import type { Discipline } from '../vocabulary/discipline.ts'
import type { JobSheet } from '../vocabulary/job-sheet.ts'
import { column, type Dictionary } from './dictionary.ts'

/** The text on a profession, in both languages, edited by registrars. */
export interface JobSheetTable {
  discipline: Discipline
  id: Generated<string>
  content: ColumnType<JobSheet, string, string>
  version: Generated<number>
  changedAt: Generated<Date>
}

export const jobSheet: Dictionary<JobSheetTable> = {
  discipline: column('which profession', 'everyone', 'catalogue'),
  id: column('identity of the sheet', 'registrar', 'catalogue'),
  content: column('title, sections, rules and sources', 'everyone', 'catalogue'),
  version: column('counts the edits', 'everyone', 'catalogue'),
  changedAt: column('when it was last edited', 'everyone', 'catalogue'),
}
