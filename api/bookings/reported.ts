import type { Trx } from '@repere/db'
import { daysOf } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import { listMessages } from './message-repository.ts'
import { listByIds } from './repository.ts'
import { effectiveState } from './rules.ts'
import { toStanding } from './standing.ts'

const mostMessages = 500

/**
 * A booking and its thread as a registrar reads them through a report. For the desk of reports alone, which decides
 * whether the thread may be shown and keeps the look in the trail.
 */
export const readThreadForReport = async (deps: Deps, trx: Trx, bookingId: string) => {
  const [row] = await listByIds(trx, [bookingId])
  if (!row) return undefined
  const now = deps.clock.now()
  const { rows } = await listMessages(trx, bookingId, { page: 1, perPage: mostMessages })
  const seal = row.wrapped ? deps.sealer.withKey(row.wrapped) : undefined
  return {
    booking: {
      id: row.id,
      state: effectiveState(toStanding(row, [], now), now),
      days: daysOf(row.days),
      coordinator: row.coordinatorName,
      company: row.legalName,
    },
    thread: rows.map(({ party, bodySealed, createdAt }) => ({
      by: party,
      body: (bodySealed && seal?.open(bodySealed)) ?? null,
      sentAt: createdAt.toISOString(),
    })),
  }
}
