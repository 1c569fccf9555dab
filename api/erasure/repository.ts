import type { Db, Trx } from '@repere/db'
import type { ErasureReason } from '@repere/db/vocabulary/erasure.ts'

/** Holds the account until the transaction ends: whatever is written in its name waits, and then finds nobody. */
export const lockAccount = (trx: Trx, id: string) =>
  trx
    .selectFrom('account')
    .select(['id', 'email', 'displayName', 'role', 'locale', 'emailVerifiedAt', 'lastSeenOn', 'warnedOn'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

export type LockedAccount = NonNullable<Awaited<ReturnType<typeof lockAccount>>>

/** What an account wrote, counted; bookings are counted by their own slice. */
export const countOwn = (db: Db, accountId: string) =>
  db
    .selectFrom('account')
    .select(({ selectFrom, fn }) => [
      'account.id',
      selectFrom('coordinator')
        .innerJoin('publishedCoordinator', 'publishedCoordinator.coordinatorId', 'coordinator.id')
        .select(fn.countAll<number>().as('count'))
        .where('coordinator.accountId', '=', accountId)
        .as('published'),
      selectFrom('credential')
        .innerJoin('coordinator', 'coordinator.id', 'credential.coordinatorId')
        .select(fn.countAll<number>().as('count'))
        .where('coordinator.accountId', '=', accountId)
        .where('credential.removedAt', 'is', null)
        .as('credentials'),
      selectFrom('availabilityBlock')
        .innerJoin('coordinator', 'coordinator.id', 'availabilityBlock.coordinatorId')
        .select(fn.countAll<number>().as('count'))
        .where('coordinator.accountId', '=', accountId)
        .as('days'),
      selectFrom('project')
        .innerJoin('company', 'company.id', 'project.companyId')
        .select(fn.countAll<number>().as('count'))
        .where('company.accountId', '=', accountId)
        .as('projects'),
      selectFrom('bookingMessage')
        .select(fn.countAll<number>().as('count'))
        .where('authorId', '=', accountId)
        .as('messages'),
    ])
    .where('account.id', '=', accountId)
    .executeTakeFirstOrThrow()

/** The bookings of an account, whatever became of them, with the accounts on their other side. */
export const listBookingsOf = (trx: Trx, accountId: string) =>
  trx
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .select(['booking.id', 'coordinator.accountId as coordinatorAccountId'])
    .select('company.accountId as companyAccountId')
    .where((eb) =>
      eb.or([eb('coordinator.accountId', '=', accountId), eb('company.accountId', '=', accountId)]),
    )
    .execute()

/**
 * Who was told of this person beside bookings: the other halves of their pairs, who asked for their referees, and whose kept
 * searches named them.
 */
export const listPartners = async (trx: Trx, accountId: string): Promise<string[]> => [
  ...(await listPaired(trx, accountId)),
  ...(await listAskers(trx, accountId)),
  ...(await listSearchers(trx, accountId)),
]

const listSearchers = async (trx: Trx, accountId: string): Promise<string[]> => {
  const rows = await trx
    .selectFrom('savedSearchSeen')
    .innerJoin('savedSearch', 'savedSearch.id', 'savedSearchSeen.savedSearchId')
    .innerJoin('coordinator', 'coordinator.id', 'savedSearchSeen.coordinatorId')
    .select('savedSearch.accountId')
    .distinct()
    .where('coordinator.accountId', '=', accountId)
    .where('savedSearchSeen.toldAt', 'is not', null)
    .execute()
  return rows.map((row) => row.accountId)
}

const listAskers = async (trx: Trx, accountId: string): Promise<string[]> => {
  const rows = await trx
    .selectFrom('refereeRequest')
    .innerJoin('referee', 'referee.id', 'refereeRequest.refereeId')
    .innerJoin('booking', 'booking.id', 'referee.bookingId')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'refereeRequest.companyId')
    .select('company.accountId')
    .where('coordinator.accountId', '=', accountId)
    .execute()
  return rows.map((row) => row.accountId).filter((id) => id !== null)
}

const listPaired = async (trx: Trx, accountId: string): Promise<string[]> => {
  const rows = await trx
    .selectFrom('mentoringPair')
    .innerJoin('coordinator as trainee', 'trainee.id', 'mentoringPair.traineeId')
    .innerJoin('coordinator as lead', 'lead.id', 'mentoringPair.leadId')
    .select(['trainee.accountId as traineeAccountId', 'lead.accountId as leadAccountId'])
    .where((eb) => eb.or([eb('trainee.accountId', '=', accountId), eb('lead.accountId', '=', accountId)]))
    .execute()
  return rows
    .flatMap(({ traineeAccountId, leadAccountId }) => [traineeAccountId, leadAccountId])
    .filter((id) => id !== null)
    .filter((id) => id !== accountId)
}

/** Everything an account is called by, in its own rows: what must not be left in mails to others. */
export const listNamesOf = async (trx: Trx, account: LockedAccount): Promise<string[]> => {
  const person = await trx
    .selectFrom('coordinator')
    .select(['displayName', 'legalName', 'phone', 'slug'])
    .where('accountId', '=', account.id)
    .executeTakeFirst()
  const company = await trx
    .selectFrom('company')
    .select(['legalName', 'registration', 'contactName', 'contactPhone', 'website'])
    .where('accountId', '=', account.id)
    .executeTakeFirst()
  const names = [account.email, account.displayName, ...Object.values({ ...person })]
  return [...names, ...Object.values({ ...company })].filter((name): name is string => Boolean(name))
}

/** Empties what the account wrote into threads, and its private words on why bookings ended. */
export const emptyWords = async (trx: Trx, accountId: string, bookingIds: string[]): Promise<void> => {
  await trx
    .updateTable('bookingMessage')
    .set({ bodySealed: null })
    .where('authorId', '=', accountId)
    .where('bodySealed', 'is not', null)
    .execute()
  if (bookingIds.length === 0) return
  await trx
    .updateTable('booking')
    .set({ reasonSealed: null })
    .where('id', 'in', bookingIds)
    .where('reasonSealed', 'is not', null)
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('event')
          .select('event.id')
          .whereRef('event.subjectId', '=', 'booking.id')
          .where('event.subjectKind', '=', 'booking')
          .where('event.actorId', '=', accountId)
          .where('event.kind', 'in', [
            'booking.declined',
            'booking.withdrawn',
            'booking.released',
            'booking.cancelled',
          ]),
      ),
    )
    .execute()
}

/** What the account reported and was settled. What is still examined stays until then, without a name. */
export const deleteSettledReports = async (trx: Trx, accountId: string): Promise<void> => {
  await trx.deleteFrom('report').where('reporterId', '=', accountId).where('state', '=', 'closed').execute()
}

/** The account itself; sessions, links, consents, stored answers and its own mails go with it. */
export const deleteAccount = async (trx: Trx, id: string): Promise<void> => {
  await trx.deleteFrom('account').where('id', '=', id).execute()
}

/** Writes down, once, that an account was erased. */
export const insertTombstone = async (
  trx: Trx,
  tombstone: { accountId: string; because: ErasureReason; erasedAt: Date },
): Promise<void> => {
  await trx
    .insertInto('erasedAccount')
    .values(tombstone)
    .onConflict((conflict) => conflict.column('accountId').doNothing())
    .execute()
}

/** Everybody erased so far, the earliest first: what is replayed after a restore. */
export const listTombstones = (db: Db) =>
  db
    .selectFrom('erasedAccount')
    .select(['accountId', 'because', 'erasedAt'])
    .orderBy('erasedAt')
    .orderBy('accountId')
    .execute()
