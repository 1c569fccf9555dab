import type { Db, Trx } from '@repere/db'
import { type BookingState, openStates } from '@repere/db/vocabulary/booking.ts'
import type { DayRange } from '@repere/db/vocabulary/day.ts'
import { sql } from 'kysely'

/**
 * Whether a coordinator takes no requests from this company, or from the person who asks for it. A company is its
 * registration: a second account of the same house is not let through where the first was turned away.
 */
export const isBlockedBy = async (
  db: Db | Trx,
  coordinatorId: string,
  { companyId, accountId }: { companyId: string; accountId: string },
): Promise<boolean> => {
  const row = await db
    .selectFrom('contactBlock')
    .select('id')
    .where('coordinatorId', '=', coordinatorId)
    .where((eb) => eb.or([eb('companyId', 'in', sameHouse(db, companyId)), eb('accountId', '=', accountId)]))
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Everybody who takes nothing from this company, or from the person who asks for it. */
export const listBlockers = async (
  db: Db | Trx,
  { companyId, accountId }: { companyId: string; accountId: string },
): Promise<string[]> => {
  const rows = await db
    .selectFrom('contactBlock')
    .select('coordinatorId')
    .distinct()
    .where((eb) => eb.or([eb('companyId', 'in', sameHouse(db, companyId)), eb('accountId', '=', accountId)]))
    .execute()
  return rows.map(({ coordinatorId }) => coordinatorId)
}

/** A company and those under its registration. Of one that was erased nothing is left to compare. */
const sameHouse = (db: Db | Trx, companyId: string) =>
  db
    .selectFrom('company as asking')
    .innerJoin('company as house', (join) =>
      join
        .onRef('house.country', '=', 'asking.country')
        .onRef('house.registration', '=', 'asking.registration'),
    )
    .select('house.id')
    .where('asking.id', '=', companyId)
    .where('asking.registration', '<>', '')

/** The two sides of one of the coordinator's own bookings. */
export const findParties = (db: Db | Trx, accountId: string, bookingId: string) =>
  db
    .selectFrom('booking')
    .innerJoin('coordinator', 'coordinator.id', 'booking.coordinatorId')
    .innerJoin('company', 'company.id', 'booking.companyId')
    .select(['booking.coordinatorId', 'booking.companyId', 'company.accountId'])
    .where('booking.id', '=', bookingId)
    .where('coordinator.accountId', '=', accountId)
    .executeTakeFirst()

/** Answers whether it is new: a second block of the same says nothing. */
export const insertBlock = async (
  trx: Trx,
  block: { coordinatorId: string; companyId: string | null; accountId: string | null },
  now: Date,
): Promise<boolean> => {
  const row = await trx
    .insertInto('contactBlock')
    .values({
      coordinatorId: block.coordinatorId,
      companyId: block.companyId,
      accountId: block.accountId,
      createdAt: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export const deleteBlock = async (trx: Trx, accountId: string, id: string): Promise<boolean> => {
  const { numDeletedRows } = await trx
    .deleteFrom('contactBlock')
    .where('id', '=', id)
    .where('coordinatorId', 'in', (eb) =>
      eb.selectFrom('coordinator').select('coordinator.id').where('coordinator.accountId', '=', accountId),
    )
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** The account's own blocks, the latest first, with how those blocked are called. */
export const listBlocks = (db: Db | Trx, accountId: string) =>
  db
    .selectFrom('contactBlock')
    .innerJoin('coordinator', 'coordinator.id', 'contactBlock.coordinatorId')
    .leftJoin('account as person', 'person.id', 'contactBlock.accountId')
    .leftJoin('company', (join) =>
      join.on((on) =>
        on.or([
          on('company.id', '=', on.ref('contactBlock.companyId')),
          on('company.accountId', '=', on.ref('contactBlock.accountId')),
        ]),
      ),
    )
    .select([
      'contactBlock.id',
      'contactBlock.accountId',
      'contactBlock.createdAt',
      'contactBlock.coordinatorId',
      'company.id as companyId',
      'company.legalName',
      'person.displayName',
    ])
    .where('coordinator.accountId', '=', accountId)
    .orderBy('contactBlock.createdAt', 'desc')
    .orderBy('contactBlock.id', 'desc')
    .execute()

export interface LiveBooking {
  id: string
  companyId: string
  state: BookingState
  version: number
  days: DayRange[]
}

/** What still stands between a coordinator and some companies at `now`. */
export const listLive = (
  db: Db | Trx,
  coordinatorId: string,
  companyIds: readonly string[],
  now: Date,
): Promise<LiveBooking[]> =>
  companyIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('booking')
        .select(['id', 'companyId', 'state', 'version', 'days'])
        .where('coordinatorId', '=', coordinatorId)
        .where('companyId', 'in', companyIds)
        .where((eb) =>
          eb.or([
            eb.and([eb('state', 'in', openStates), eb('expiresAt', '>', now)]),
            eb.and([eb('state', '=', 'confirmed'), sql<boolean>`upper(days) > ${now}::date`]),
          ]),
        )
        .orderBy(sql`lower(days)`)
        .execute()
