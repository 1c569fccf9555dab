import { readFileSync } from 'node:fs'
import { dictionary } from '@repere/db'
import { type Activity, activities } from './activities.ts'

interface RecordedColumn {
  name: string
  /** In the dictionary’s English; in French where it was translated. */
  purpose: { fr: string | null; en: string }
  seenBy: string
  kept: string
}

export interface RecordedActivity extends Omit<Activity, 'tables'> {
  /** Who may come to see something of it: the tags of its columns, without repetition. */
  recipients: string[]
  kept: string[]
  tables: { name: string; columns: RecordedColumn[] }[]
}

const inFrench: Record<string, string> = JSON.parse(
  readFileSync(new URL('purposes.fr.json', import.meta.url), 'utf8'),
)

/** The record of processing (GDPR, article 30), drawn from the tags of every column as they are built in. */
export const toProcessingRecord = (): RecordedActivity[] =>
  activities.map(({ tables, ...activity }) => {
    const recorded = tables.map((name) => ({
      name,
      columns: Object.entries(dictionary[name]).map(([column, { purpose, seenBy, kept }]) => ({
        name: column,
        purpose: { fr: inFrench[purpose] ?? null, en: purpose },
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
