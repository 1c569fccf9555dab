import type { Db, Trx } from '@repere/db'
import type { RefereeAudience, RefereeRequestState, RefereeState } from '@repere/db/vocabulary/completion.ts'

const columns = ['id', 'state', 'audience', 'askedAt', 'answeredAt'] as const

/** Where the referee of a booking stands. Callers know that the account is a party of it. */
export const findReferee = (db: Db | Trx, bookingId: string) =>
  db.selectFrom('referee').select(columns).where('bookingId', '=', bookingId).executeTakeFirst()

/** Whether the production confirmed the credit of this booking. */
export const isConfirmed = async (db: Db | Trx, bookingId: string): Promise<boolean> =>
  (await db
    .selectFrom('confirmedCredit')
    .select('id')
    .where('bookingId', '=', bookingId)
    .where('outcome', '=', 'confirmed')
    .executeTakeFirst()) !== undefined

export const insertReferee = async (trx: Trx, bookingId: string, now: Date): Promise<void> => {
  await trx.insertInto('referee').values({ bookingId, state: 'asked', askedAt: now }).execute()
}

export const setState = async (trx: Trx, id: string, state: RefereeState, now: Date): Promise<void> => {
  await trx.updateTable('referee').set({ state, answeredAt: now }).where('id', '=', id).execute()
}

export const setAudience = async (trx: Trx, id: string, audience: RefereeAudience): Promise<void> => {
  await trx.updateTable('referee').set({ audience }).where('id', '=', id).execute()
}

/** Whether there is a page at this address. */
export const isPublished = async (db: Db, slug: string): Promise<boolean> =>
  (await db
    .selectFrom('coordinator')
    .innerJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'coordinator.id')
    .select('coordinator.id')
    .where('coordinator.slug', '=', slug)
    .executeTakeFirst()) !== undefined

/** Referees of a published person who agreed, whose production is still there, and is not this one. */
export const listAgreed = (db: Db | Trx, slug: string, companyId: string) =>
  db
    .selectFrom('referee')
    .innerJoin('booking', 'booking.id', 'referee.bookingId')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'coordinator.id')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .innerJoin('companyStanding', 'companyStanding.companyId', 'company.id')
    .innerJoin('account', 'account.id', 'company.accountId')
    .innerJoin('confirmedCredit', 'confirmedCredit.bookingId', 'booking.id')
    .leftJoin('refereeRequest as request', (join) =>
      join.onRef('request.refereeId', '=', 'referee.id').on('request.companyId', '=', companyId),
    )
    .select(['referee.id', 'referee.audience', 'referee.bookingId', 'booking.coordinatorId'])
    .select(['booking.companyId', 'company.accountId', 'account.email', 'account.locale'])
    .select(['company.legalName', 'company.contactName', 'company.contactFunction', 'company.contactPhone'])
    .select(['confirmedCredit.discipline', 'confirmedCredit.kind', 'confirmedCredit.year'])
    .select(['request.id as requestId', 'request.state as requestState'])
    .where('coordinator.slug', '=', slug)
    .where('referee.state', '=', 'agreed')
    .where('confirmedCredit.outcome', '=', 'confirmed')
    .where('companyStanding.state', '=', 'verified')
    .where('account.state', '=', 'active')
    .where('booking.companyId', '<>', companyId)
    .orderBy('confirmedCredit.year', 'desc')
    .orderBy('referee.id')
    .execute()

export type AgreedReferee = Awaited<ReturnType<typeof listAgreed>>[number]

/** Asks to be put in touch, once. False: it was asked before. */
export const insertRequest = async (
  trx: Trx,
  refereeId: string,
  companyId: string,
  now: Date,
): Promise<boolean> => {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('refereeRequest')
    .values({ refereeId, companyId, state: 'asked', askedAt: now })
    .onConflict((conflict) => conflict.columns(['refereeId', 'companyId']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const requests = (db: Db | Trx) =>
  db
    .selectFrom('refereeRequest as request')
    .innerJoin('referee', 'referee.id', 'request.refereeId')
    .innerJoin('booking', 'booking.id', 'referee.bookingId')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .innerJoin('company as asker', 'asker.id', 'request.companyId')
    .innerJoin('account', 'account.id', 'asker.accountId')

/** Who would like to talk to the referee of a booking, the latest first. */
export const listRequests = (db: Db | Trx, bookingId: string) =>
  requests(db)
    .select(['request.id', 'request.state', 'request.askedAt'])
    .select(['asker.legalName', 'asker.contactName', 'asker.contactFunction'])
    .where('referee.bookingId', '=', bookingId)
    .where('referee.state', '=', 'agreed')
    .orderBy('request.askedAt', 'desc')
    .orderBy('request.id')
    .execute()

/** A request to this account's company, with who asked and about whom; held until the transaction ends. */
export const lockRequest = (trx: Trx, accountId: string, id: string) =>
  requests(trx)
    .select(['request.id', 'request.state', 'referee.bookingId', 'coordinator.slug'])
    .select(['account.id as askerId', 'account.email', 'account.locale'])
    .where('request.id', '=', id)
    .where('company.accountId', '=', accountId)
    .where('referee.state', '=', 'agreed')
    .forUpdate('request')
    .executeTakeFirst()

export const setRequestState = async (
  trx: Trx,
  id: string,
  state: RefereeRequestState,
  now: Date,
): Promise<void> => {
  await trx.updateTable('refereeRequest').set({ state, answeredAt: now }).where('id', '=', id).execute()
}

/** Whether it was noted already that this account was shown the contact behind a request. */
export const hasSeen = async (db: Db | Trx, requestId: string, accountId: string): Promise<boolean> =>
  (await db
    .selectFrom('event')
    .select('id')
    .where('subjectKind', '=', 'referee-request')
    .where('subjectId', '=', requestId)
    .where('kind', '=', 'referee.contact-revealed')
    .where('actorId', '=', accountId)
    .limit(1)
    .executeTakeFirst()) !== undefined
