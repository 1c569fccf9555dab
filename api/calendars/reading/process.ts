import { readDays } from './days.ts'
import { UnreadableCalendar } from './lines.ts'

/**
 * The process that reads one calendar file and ends: what to read with on the first line, then the file. It is started
 * with a cap on its memory and on its computing time, so that the worst file costs no more than itself.
 */
const chunks: Buffer[] = []
for await (const chunk of process.stdin) chunks.push(chunk)
const input = Buffer.concat(chunks)
const end = input.indexOf('\n')
const options = JSON.parse(input.subarray(0, end).toString())
try {
  process.stdout.write(JSON.stringify({ days: readDays(input.subarray(end + 1), options) }))
} catch (error) {
  if (!(error instanceof UnreadableCalendar)) throw error
  process.stdout.write(JSON.stringify({ fault: error.because }))
}
