import type { QueuedReport, RegistrarDesk } from '@repere/api/client.ts'
import { ageOf } from './age.ts'

interface Page {
  items: QueuedReport[]
  total: number
}

/** What waits among reports, said as of the other queues: those that are open, and those contested since. */
export const waitingReports = (open: Page, contested: Page, now: string): RegistrarDesk['credentials'] => ({
  waiting: open.total + contested.total,
  oldest: open.items[0]?.reportedAt ?? contested.items[0]?.reportedAt ?? null,
  late: open.items.filter(({ reportedAt }) => ageOf(reportedAt, now).late).length,
  asked: 0,
  longestAsked: null,
})
