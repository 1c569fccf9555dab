import { dictionary } from './all.ts'
import type { Database } from './database.ts'

type TableName = keyof Database

/** A column that leads towards the account a row belongs to. */
export interface Link {
  column: string
  /** The account's own id, or a row of another table. */
  to: TableName | 'self'
  /** By which column that row is the account's, where it has several; by its own links otherwise. */
  by?: string
  /** Only rows that say so: of what two people wrote, each has their own. */
  only?: { column: string; is: string }
}

/** The columns by which a row belongs to somebody, by their name: the same everywhere in the database. */
const kinship: Record<string, Link['to']> = {
  accountId: 'self',
  coordinatorId: 'coordinator',
  companyId: 'company',
  credentialId: 'credential',
  bookingId: 'booking',
  projectId: 'project',
}

/**
 * Where the names do not say enough. A table about two people says here whose it is: a booking is both sides', a list
 * of those somebody blocked is theirs alone, and of a report each side has what it wrote and what was decided.
 */
const spelledOut: Partial<Record<TableName, readonly Link[]>> = {
  account: [{ column: 'id', to: 'self' }],
  booking: [
    { column: 'coordinatorId', to: 'coordinator' },
    { column: 'companyId', to: 'company' },
  ],
  confirmedCredit: [
    { column: 'coordinatorId', to: 'coordinator' },
    { column: 'companyId', to: 'company' },
  ],
  contactBlock: [{ column: 'coordinatorId', to: 'coordinator' }],
  inquiry: [
    { column: 'credentialId', to: 'credential' },
    { column: 'companyId', to: 'company' },
  ],
  inquiryMessage: [{ column: 'inquiryId', to: 'inquiry' }],
  mentoringPair: [
    { column: 'traineeId', to: 'coordinator' },
    { column: 'leadId', to: 'coordinator' },
  ],
  shortlistEntry: [{ column: 'accountId', to: 'self' }],
  refereeRequest: [{ column: 'companyId', to: 'company' }],
  savedSearchSeen: [{ column: 'savedSearchId', to: 'savedSearch' }],
  report: [{ column: 'reporterId', to: 'self' }],
  reportDecision: [
    { column: 'reportId', to: 'report', by: 'reporterId' },
    { column: 'reportId', to: 'report', by: 'reportedId' },
  ],
  reportContest: [
    { column: 'reportId', to: 'report', by: 'reporterId', only: { column: 'party', is: 'reporter' } },
    { column: 'reportId', to: 'report', by: 'reportedId', only: { column: 'party', is: 'reported' } },
  ],
}

/** By which columns the rows of a table belong to an account; none when nothing says so, or too much does. */
export const linksOf = (table: TableName): readonly Link[] => {
  const named = Object.keys(dictionary[table]).filter((name) => name in kinship)
  const [column] = named
  return (
    spelledOut[table] ?? (column && named.length === 1 ? [{ column, to: kinship[column] ?? 'self' }] : [])
  )
}

/** The tables with something to hand out to its owner, each with the columns tagged as theirs. */
export const ownTables = (): { table: TableName; columns: string[] }[] =>
  (Object.keys(dictionary) as TableName[]).flatMap((table) => {
    const columns = Object.entries(dictionary[table])
      .filter(([, tag]) => tag.mine)
      .map(([name]) => name)
    return columns.length > 0 ? [{ table, columns }] : []
  })
