import { dictionary } from '@repere/db'
import { type Activity, activities } from './activities.ts'

interface RecordedColumn {
  name: string
  purpose: string
  seenBy: string
  kept: string
}

export interface RecordedActivity extends Omit<Activity, 'tables'> {
  /** Who may come to see something of it: the tags of its columns, without repetition. */
  recipients: string[]
  kept: string[]
  tables: { name: string; columns: RecordedColumn[] }[]
}

/** The record of processing (GDPR, article 30), drawn from the tags of every column as they are built in. */
export const toProcessingRecord = (): RecordedActivity[] =>
  activities.map(({ tables, ...activity }) => {
    const recorded = tables.map((name) => ({
      name,
      columns: Object.entries(dictionary[name]).map(([column, { purpose, seenBy, kept }]) => ({
        name: column,
        purpose,
        seenBy,
        kept,
      })),
    }))
    const columns = recorded.flatMap((table) => table.columns)
    return {
      ...activity,
      recipients: [...new Set(columns.map(({ seenBy }) => seenBy))].filter((who) => who !== 'nobody'),
      kept: [...new Set(columns.map(({ kept }) => kept))],
      tables: recorded,
    }
  })
