import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { readBooking } from '../bookings/service.ts'
import type { Deps } from '../deps.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { toMemo } from './memo.ts'
import type { Paper } from './paper.ts'
import { noteMaking } from './reference.ts'
import { findParties } from './repository.ts'

/**
 * The deal memo of a booking that was confirmed, for one of its parties. Reading it counts as being shown the other
 * side, as on the page of the booking, and is noted like there; the addresses themselves stay on that page.
 */
export const writeMemo = async (
  deps: Deps,
  reader: SignedIn,
  id: string,
  language: Locale = reader.locale,
): Promise<Paper> => {
  const booking = await readBooking(deps, reader, id)
  const sides = (await findParties(deps.db, reader, id)) ?? refuse('booking-not-found')
  if (!booking.confirmedAt) return refuse('memo-too-early')
  // A legal name is shown like an address: while the acceptance stands.
  const legalName = booking.contact ? sides.coordinator.legalName : null
  const parties = { ...sides, coordinator: { legalName } }
  const conditions = booking.project.brief?.conditions ?? null
  const { state, kind, phases, rate, employmentForm, policy, termsVersion } = booking
  const { requestedAt, placedAt, confirmedAt, endedAt } = booking
  const facts = [
    { state, kind, phases, rate, employmentForm, cancellation: policy.cancellation, termsVersion },
    { requestedAt, placedAt, confirmedAt, endedAt, company: sides.company, conditions },
    { coordinator: booking.coordinator.displayName, regions: booking.project.regions },
  ]
  const reference = await noteMaking(deps, { reader, document: 'deal-memo', about: id, facts })
  return toMemo({ booking, parties, conditions, reference, madeAt: deps.clock.now() }, language)
}
