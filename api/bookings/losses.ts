import type { Trx } from '@repere/db'
import { type Day, daysOf } from '@repere/db/vocabulary/day.ts'
import type { Deps } from '../deps.ts'
import { noticesOfLoss, tell } from './notices.ts'
import { type BookingRow, listByIds, listOverlapping } from './repository.ts'
import { noteAll } from './trail.ts'

/**
 * Others keep their requests and options, behind this confirmation: on these days they are its back-up, in their order,
 * and are told which days they lost.
 */
export const tellWhoLosesDays = async (
  deps: Deps,
  trx: Trx,
  confirmed: BookingRow,
  now: Date,
): Promise<void> => {
  const days = new Set<Day>(daysOf(confirmed.exclusiveDays))
  if (days.size === 0) return
  const rows = await listByIds(trx, await listOverlapping(trx, confirmed, [...days], now))
  const lost = rows.map((row) => ({ row, days: daysOf(row.exclusiveDays).filter((day) => days.has(day)) }))
  await noteAll(
    trx,
    lost.map((one) => ({
      actor: 'clock',
      what: 'dates-lost',
      bookingId: one.row.id,
      facts: { days: one.days },
      at: now,
    })),
  )
  // A company that confirms over its own other request knows.
  await tell(deps, trx, noticesOfLoss(lost.filter(({ row }) => row.companyId !== confirmed.companyId)))
}
