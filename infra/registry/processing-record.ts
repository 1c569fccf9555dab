import { toProcessingRecord } from '@repere/api/processing/service.ts'
import { StopSentence } from '../local/stop-sentence.ts'
import type { Operation } from './operation.ts'

/** The record of processing as Markdown, for the file of a data protection officer. */
export const processingRecordOperation: Operation = {
  summary: 'Print the record of processing, drawn from the tags of every column',
  options: { locale: { type: 'string', means: 'fr (default) or en' } },
  async run({ locale = 'fr' }) {
    if (locale !== 'fr' && locale !== 'en') throw new StopSentence(`--locale is "${locale}": give fr or en.`)
    for (const activity of toProcessingRecord()) {
      const { name, purpose, people, basis, recipients, kept, tables } = activity
      const lines = [
        `## ${name[locale]}`,
        ...[purpose[locale], people[locale], basis[locale]],
        `${recipients.join(', ')} | ${kept.join(', ')}`,
        ...tables.flatMap((table) =>
          table.columns.map(
            (column) =>
              `| ${table.name}.${column.name} | ${column.purpose[locale] ?? column.purpose.en} | ${column.seenBy} | ${column.kept} |`,
          ),
        ),
      ]
      process.stdout.write(`${lines.join('\n')}\n\n`)
    }
  },
}
