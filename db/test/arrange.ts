import { randomUUID } from 'node:crypto'
import type { Insertable } from 'kysely'
import { toMultirange } from '../column-types.ts'
import type { Db } from '../connect.ts'
import type { AvailabilityBlockTable } from '../tables/availability-block.ts'
import type { BookingTable } from '../tables/booking.ts'
import type { CoordinatorTable } from '../tables/coordinator.ts'
import { type Day, rangesOf } from '../vocabulary/day.ts'
import type { Role } from '../vocabulary/role.ts'

/** Rows for tests of the database itself; tests above it go through the door people use. */
export const addAccount = async (db: Db, role: Role = 'coordinator'): Promise<string> => {
  const { id } = await db
    .insertInto('account')
    .values({ email: `${randomUUID()}@test.test`, passwordHash: '-', displayName: 'Personne inventée', role })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A coordinator of a name's own, unpublished unless said otherwise. */
export const addCoordinator = async (
  db: Db,
  values: Partial<Insertable<CoordinatorTable>> = {},
): Promise<string> => {
  const { id } = await db
    .insertInto('coordinator')
    .values({ slug: randomUUID(), displayName: 'Personne inventée', ...values })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export const addBlock = async (
  db: Db,
  coordinatorId: string,
  block: Pick<Insertable<AvailabilityBlockTable>, 'kind' | 'days'>,
): Promise<void> => {
  await db
    .insertInto('availabilityBlock')
    .values({ coordinatorId, ...block })
    .execute()
}

/** A company with one project, for bookings to belong to. */
export const addProject = async (db: Db) => {
  const company = await db
    .insertInto('company')
    .values({
      legalName: 'Société inventée',
      country: 'FR',
      registration: '00000000000000',
      agreement: '2642',
      contactName: 'Personne inventée',
      contactFunction: 'production',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const key = await db
    .insertInto('sealingKey')
    .values({ purpose: 'project', wrapped: Buffer.from('wrapped') })
    .returning('id')
    .executeTakeFirstOrThrow()
  const project = await db
    .insertInto('project')
    .values({
      companyId: company.id,
      sealingKeyId: key.id,
      titleSealed: Buffer.from('sealed'),
      briefSealed: Buffer.from('sealed'),
      type: 'series',
      discipline: 'intimacy',
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { companyId: company.id, projectId: project.id, sealingKeyId: key.id }
}

export type Project = Awaited<ReturnType<typeof addProject>>

/** A confirmed booking of exclusive days, unless said otherwise. */
export const addBooking = async (
  db: Db,
  { companyId, projectId, sealingKeyId }: Project,
  coordinatorId: string,
  days: readonly Day[],
  values: Partial<Insertable<BookingTable>> = {},
): Promise<string> => {
  const at = new Date('2027-01-04T09:00:00Z')
  const { id } = await db
    .insertInto('booking')
    .values({
      coordinatorId,
      companyId,
      projectId,
      sealingKeyId,
      kind: 'firm',
      state: 'confirmed',
      days: toMultirange(rangesOf(days)),
      exclusiveDays: toMultirange(rangesOf(days)),
      phases: '[]',
      policy: '{}',
      replyByLimit: at,
      requestedAt: at,
      placedAt: at,
      confirmedAt: at,
      ...values,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}
