import type { Insertable } from 'kysely'
import { toMultirange } from '../../column-types.ts'
import type { Trx } from '../../connect.ts'
import type { Seal, Sealer } from '../../sealing.ts'
import type { BookingTable } from '../../tables/booking.ts'
import type { BookingTermsTable } from '../../tables/booking-terms.ts'
import { rangesOf } from '../../vocabulary/day.ts'
import { accountIdOf } from './accounts.ts'
import type { DemoTime } from './demo-time.ts'
import { companyIdOf, coordinatorIdOf, demoId } from './identity.ts'
import { daysOfPhases, exclusiveDaysOf, instantOf, policy } from './lives.ts'
import type { PlayedBooking } from './played.ts'
import { projectIdOf } from './write-projects.ts'

/** Bookings with their messages, each under a key of its own. */
export const writeBookings = async (
  trx: Trx,
  { time, sealer, played }: { time: DemoTime; sealer: Sealer; played: readonly PlayedBooking[] },
): Promise<void> => {
  const sealed = played.map((one) => {
    const wrapped = sealer.createKey()
    return { ...one, wrapped, keyId: demoId(`key of booking ${one.id}`), seal: sealer.withKey(wrapped) }
  })
  await trx
    .insertInto('sealingKey')
    .values(sealed.map(({ keyId, wrapped }) => ({ id: keyId, purpose: 'booking' as const, wrapped })))
    .execute()
  await trx.insertInto('booking').values(sealed.map(toRow)).execute()
  await trx.insertInto('bookingTerms').values(sealed.flatMap(termsOf)).execute()
  await trx
    .insertInto('bookingMessage')
    .values(
      sealed.flatMap(({ seal, ...one }) =>
        threadOf(one, time).map(({ text, ...message }) => ({ ...message, bodySealed: seal.seal(text) })),
      ),
    )
    .execute()
}

const toRow = ({
  id,
  booking,
  project,
  phases,
  life,
  keyId,
  seal,
}: PlayedBooking & { keyId: string; seal: Seal }): Insertable<BookingTable> => {
  const { steps, replyBy: _, ...row } = life
  const last = steps.at(-1)
  return {
    ...row,
    id,
    coordinatorId: coordinatorIdOf(booking.person),
    companyId: companyIdOf(project.company),
    projectId: projectIdOf(project.key),
    sealingKeyId: keyId,
    kind: booking.kind,
    days: toMultirange(rangesOf(daysOfPhases(phases))),
    exclusiveDays: toMultirange(rangesOf(exclusiveDaysOf(phases))),
    phases: JSON.stringify(phases),
    employmentForm: project.form,
    rateAmountCents: (booking.counterRate ?? booking.rate) * 100,
    rateCurrency: 'EUR',
    ratePer: 'day',
    policy: JSON.stringify(policy),
    reasonCode: last && 'reason' in last ? (last.reason ?? null) : null,
    reasonSealed: last && 'note' in last && last.note ? seal.seal(last.note) : null,
    termsBy: steps.some(({ move }) => move === 'counter') ? 'coordinator' : 'production',
  }
}

/** The terms as asked, and as the coordinator countered them. */
const termsOf = ({ id, booking, project, phases, life }: PlayedBooking): Insertable<BookingTermsTable>[] => {
  const counters = life.steps.filter(({ move }) => move === 'counter')
  const asked = { party: 'production' as const, at: life.requestedAt, rate: booking.rate }
  const countered = counters.map(({ at }) => ({
    party: 'coordinator' as const,
    at,
    rate: booking.counterRate ?? booking.rate,
  }))
  return [asked, ...countered].map(({ party, at, rate }, index) => ({
    bookingId: id,
    version: index + 1,
    party,
    proposedAt: at,
    days: toMultirange(rangesOf(daysOfPhases(phases))),
    exclusiveDays: toMultirange(rangesOf(exclusiveDaysOf(phases))),
    phases: JSON.stringify(phases),
    employmentForm: project.form,
    rateAmountCents: rate * 100,
    rateCurrency: 'EUR' as const,
    ratePer: 'day' as const,
  }))
}

/** The messages of a booking, oldest first; the first came with the request. */
export const threadOf = ({ booking, id, producer, life }: PlayedBooking, time: DemoTime) => {
  const [request, ...answers] = booking.messages
  const lines = [
    { by: 'production' as const, at: life.requestedAt, text: request, unread: life.state === 'requested' },
    ...answers.map(({ before, ...answer }) => ({ ...answer, at: instantOf(before, time) })),
  ]
  return lines.map(({ by, at, text, unread }, place) => ({
    id: demoId(`message ${place} of ${id}`),
    bookingId: id,
    authorId: by === 'production' ? producer : accountIdOf(booking.person),
    party: by,
    text,
    createdAt: at,
    readAt: unread ? null : new Date(at.getTime() + 45 * 60_000),
  }))
}
