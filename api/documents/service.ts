import type { Locale } from '@repere/db/vocabulary/locale.ts'
import { type BookingShape, readBooking, readStories } from '../bookings/service.ts'
import { getOwnCompany } from '../companies/service.ts'
import type { Deps } from '../deps.ts'
import type { Brief } from '../http/brief.ts'
import type { SignedIn } from '../http/router.ts'
import { refuse } from '../problem.ts'
import { getOwnProject } from '../projects/service.ts'
import { outcomeOf } from './answer-rules.ts'
import { type DiligenceFacts, toDiligence, toDiligenceCsv } from './diligence.ts'
import { toMemo } from './memo.ts'
import type { Paper } from './paper.ts'
import { noteMaking } from './reference.ts'
import { findParties } from './repository.ts'

export { sayDays } from './day-words.ts'

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
  const conditions = describedAt(booking, booking.confirmedAt)?.conditions ?? null
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

/** The brief as it stood at an instant: the first wording that was replaced later, else the one that stands. */
const describedAt = ({ project: { brief, pastBriefs } }: BookingShape, at: string): Brief | null =>
  pastBriefs.find(({ until }) => until > at)?.brief ?? brief

/** What a production can prove of its search for a project: whom it asked, when, and what came of it. */
const readDiligence = async (deps: Deps, reader: SignedIn, id: string): Promise<DiligenceFacts> => {
  const project = await getOwnProject(deps, reader, id)
  const company = await getOwnCompany(deps.db, reader.id)
  const stories = await readStories(deps, reader, id)
  const facts = stories.map(({ timeline, ...story }) => ({ ...story, ...outcomeOf({ ...story, timeline }) }))
  const reference = await noteMaking(deps, { reader, document: 'diligence', about: id, facts })
  return { company, project, stories, reference, madeAt: deps.clock.now() }
}

/** The proof of diligence of a project, for its own company. */
export const writeDiligence = async (
  deps: Deps,
  reader: SignedIn,
  id: string,
  language: Locale = reader.locale,
): Promise<Paper> => toDiligence(await readDiligence(deps, reader, id), language)

/** The same as a table. */
export const tabulateDiligence = async (
  deps: Deps,
  reader: SignedIn,
  id: string,
  language: Locale = reader.locale,
): Promise<string> => toDiligenceCsv(await readDiligence(deps, reader, id), language)
