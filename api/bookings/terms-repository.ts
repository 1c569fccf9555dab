import { type Db, type Trx, toMultirange } from '@repere/db'
import type { BookingParty } from '@repere/db/vocabulary/booking.ts'
import { daysOf, rangesOf } from '@repere/db/vocabulary/day.ts'
import { daysOfPhases, exclusiveDaysOf, type Terms } from './terms-rules.ts'

/** Terms as columns: of a booking, and of a version of them. */
export const toColumns = ({ phases, rate, employmentForm }: Terms) => ({
  days: toMultirange(rangesOf(daysOfPhases(phases))),
  exclusiveDays: toMultirange(rangesOf(exclusiveDaysOf(phases))),
  phases: JSON.stringify(phases),
  employmentForm,
  rateAmountCents: rate?.amountCents ?? null,
  rateCurrency: rate?.currency ?? null,
  ratePer: rate?.per ?? null,
})

/** Keeps a version of the terms as one side proposed it. */
export const insertTerms = async (
  trx: Trx,
  version: { bookingId: string; version: number; party: BookingParty; proposedAt: Date; terms: Terms },
): Promise<void> => {
  const { terms, ...row } = version
  await trx
    .insertInto('bookingTerms')
    .values({
      bookingId: row.bookingId,
      version: row.version,
      party: row.party,
      proposedAt: row.proposedAt,
      ...toColumns(terms),
    })
    .execute()
}

/** Every version of the terms of a booking, the first first. */
export const listTerms = async (db: Db, bookingId: string) => {
  const rows = await db
    .selectFrom('bookingTerms')
    .select([
      'version',
      'party',
      'proposedAt',
      'days',
      'exclusiveDays',
      'phases',
      'employmentForm',
      'rateAmountCents',
      'rateCurrency',
      'ratePer',
    ])
    .where('bookingId', '=', bookingId)
    .orderBy('version')
    .execute()
  return rows.map((row) => ({ ...row, days: daysOf(row.days), exclusiveDays: daysOf(row.exclusiveDays) }))
}
